package footing.wizard.control;

import footing.wizard.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.kordamp.ikonli.javafx.FontIcon;
import java.util.Map;

/** Puts a text on the clipboard. */
public final class CopyButton extends Button {

    /**
     * @param label what the button says
     * @param text what is copied
     */
    public CopyButton(String label, String text) {
        super(label);
        FontIcon icon = Icons.on(this, "bi-clipboard");
        getStyleClass().add("flat");
        setOnAction((event) -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
            icon.setIconLiteral("bi-clipboard-check");
            setAccessibleText(Words.get("copied"));
        });
        setAccessibleText(label);
    }

    /** Without a word of its own, beside the text that it copies. */
    public static CopyButton small(String text) {
        CopyButton button = new CopyButton("", text);
        button.getStyleClass().add("copy-small");
        button.setTooltip(new Tooltip(Words.get("copy")));
        button.setAccessibleText(Words.get("copy.what", "what", text));
        return button;
    }
}

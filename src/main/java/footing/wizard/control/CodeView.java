package footing.wizard.control;

import footing.wizard.Words;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A text for machines, to read and to copy. */
public final class CodeView extends VBox {

    public CodeView(String name, String text) {
        Label title = new Label(name);
        title.getStyleClass().add("mono");
        long lines = text.lines().count();
        Label size = new Label(Words.WIZARD.get("code.lines", Map.of("lines", Long.toString(lines))));
        size.getStyleClass().add("text-secondary");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        CopyButton copy = new CopyButton(Words.get("copy"), text);
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setAccessibleText(Words.get("copy.what", "what", name));
        HBox head = new HBox(title, size, gap, copy);
        head.getStyleClass().add("section-head");
        head.setMinHeight(USE_PREF_SIZE);
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.setAccessibleText(name);
        area.getStyleClass().addAll("mono", "code");
        VBox.setVgrow(area, Priority.ALWAYS);
        getChildren().addAll(head, area);
        getStyleClass().add("code-view");
        VBox.setVgrow(this, Priority.ALWAYS);
    }
}

package footing.wizard.control;

import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons that are as large as the text beside them asks for, whatever its size. */
public final class Icons {

    /** The icon's size, for text of size one. */
    private static final double BESIDE_TEXT = 1.143;

    private Icons() {
    }

    /** Puts an icon before a control's text. */
    public static FontIcon on(Labeled labeled, String icon) {
        return on(labeled, icon, BESIDE_TEXT);
    }

    public static FontIcon on(Labeled labeled, String icon, double size) {
        FontIcon graphic = new FontIcon(icon);
        // The theme gives its own size to everything of this class, whatever the text's.
        graphic.getStyleClass().setAll("glyph");
        labeled.fontProperty().subscribe((font) -> graphic.setIconSize((int) Math.round(font.getSize() * size)));
        labeled.setGraphic(graphic);
        return graphic;
    }

    /** An icon that stands alone. It says nothing: the words beside it do. */
    public static Label alone(String icon, double size) {
        Label label = new Label();
        on(label, icon, size);
        label.getStyleClass().add("icon");
        return label;
    }
}

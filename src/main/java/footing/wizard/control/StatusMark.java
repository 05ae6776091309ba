package footing.wizard.control;

import footing.baseline.Status;
import footing.text.StatusLook;
import footing.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** A status: its shape, its word, its colour. */
public final class StatusMark extends Label {

    private static final Texts WORDS = Texts.of("words");

    public StatusMark(Status status) {
        StatusLook look = StatusLook.of(status);
        setGraphic(shape(look));
        setText(word(status));
        setWrapText(true);
        getStyleClass().addAll("status-mark", look.styleClass());
    }

    /** The very shape that the printout has. */
    public static Text shape(StatusLook look) {
        Text shape = new Text(look.symbol());
        shape.getStyleClass().add("status-shape");
        return shape;
    }

    public static String word(Status status) {
        return WORDS.get(StatusLook.of(status).wordKey());
    }
}

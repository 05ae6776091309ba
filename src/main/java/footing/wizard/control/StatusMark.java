package footing.wizard.control;

import footing.baseline.Status;
import footing.text.StatusLook;
import footing.text.Texts;
import javafx.scene.control.Label;

/** A status: its shape, its word, its colour. */
public final class StatusMark extends Label {

    private static final Texts WORDS = Texts.of("words");

    public StatusMark(Status status) {
        StatusLook look = StatusLook.of(status);
        Icons.on(this, look.icon()).getStyleClass().add("status-icon");
        setText(word(status));
        getStyleClass().addAll("status-mark", look.styleClass());
    }

    public static String word(Status status) {
        return WORDS.get(StatusLook.of(status).wordKey());
    }
}

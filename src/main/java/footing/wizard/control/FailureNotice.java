package footing.wizard.control;

import footing.wizard.Failure;
import footing.wizard.Words;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Something that could not be done: the cause, what to do next, the code to quote, the details to copy. */
public final class FailureNotice extends VBox {

    public FailureNotice(String title, Failure failure, String nextStep, Node... actions) {
        Label code = new Label(Words.get("failure.code", "code", failure.code()));
        code.getStyleClass().addAll("text-secondary", "mono");
        Node[] all = new Node[actions.length + 2];
        System.arraycopy(actions, 0, all, 0, actions.length);
        all[actions.length] = new CopyButton(Words.get("failure.copy"), failure.details());
        all[actions.length + 1] = code;
        setMinHeight(USE_PREF_SIZE);
        getChildren().add(new Notice(Notice.Kind.DANGER, title, failure.cause() + "\n" + nextStep, all));
    }
}

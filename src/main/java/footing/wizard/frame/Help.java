package footing.wizard.frame;

import footing.wizard.PageController;
import footing.wizard.Words;
import footing.wizard.control.Notice;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What a page is for and which keys there are, above the page, until it is closed. */
final class Help {

    private final VBox notices;
    private final String version;
    private Optional<Notice> open = Optional.empty();
    private Optional<Node> before = Optional.empty();

    Help(VBox notices, String version) {
        this.notices = notices;
        this.version = version;
    }

    void toggle(PageController page) {
        if (close()) {
            return;
        }
        before = Optional.ofNullable(notices.getScene().getFocusOwner());
        Button done = new Button(Words.get("help.close"));
        done.setId("help-close");
        done.setOnAction((event) -> close());
        Label about = new Label(Words.WIZARD.get("help.about", Map.of("version", version)));
        about.getStyleClass().add("text-secondary");
        Notice notice = new Notice(Notice.Kind.INFO, Words.get("help.title"),
                Words.get(page.model().help()) + "\n" + Words.get("help.keys"), done, about);
        notice.setId("help");
        notices.getChildren().addFirst(notice);
        open = Optional.of(notice);
        done.requestFocus();
    }

    /** Whether there was something to close. */
    boolean close() {
        boolean wasOpen = open.isPresent();
        open.ifPresent(notices.getChildren()::remove);
        open = Optional.empty();
        if (wasOpen) {
            before.ifPresent(Node::requestFocus);
        }
        return wasOpen;
    }
}

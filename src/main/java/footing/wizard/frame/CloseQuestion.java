package footing.wizard.frame;

import footing.wizard.Words;
import footing.wizard.control.Notice;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.WindowEvent;

/** Asks once before the window closes on work that runs, and says what would be left. */
final class CloseQuestion {

    private final FrameModel model;
    private final BorderPane frame;
    private Optional<Notice> asked = Optional.empty();

    CloseQuestion(FrameModel model, BorderPane frame) {
        this.model = model;
        this.frame = frame;
    }

    void show(VBox notices, boolean ask) {
        asked.ifPresent(notices.getChildren()::remove);
        asked = Optional.empty();
        if (ask) {
            Button stay = new Button(Words.get("close.stay"));
            stay.setId("close-stay");
            stay.setOnAction((event) -> model.stay());
            Button leave = new Button(Words.get("close.leave"));
            leave.setId("close-leave");
            leave.getStyleClass().addAll("danger", "button-outlined");
            leave.setOnAction((event) -> frame.getScene()
                    .getWindow()
                    .fireEvent(new WindowEvent(frame.getScene().getWindow(), WindowEvent.WINDOW_CLOSE_REQUEST)));
            Notice notice = new Notice(Notice.Kind.WARNING, Words.get("close.title"), model.leftBehind(), stay, leave);
            notices.getChildren().addFirst(notice);
            asked = Optional.of(notice);
            stay.requestFocus();
        }
    }
}

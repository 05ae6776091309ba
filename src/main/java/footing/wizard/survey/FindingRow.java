package footing.wizard.survey;

import footing.baseline.Finding;
import footing.text.FindingText;
import footing.text.Texts;
import footing.wizard.Words;
import footing.wizard.control.Icons;
import footing.wizard.control.StatusMark;
import footing.wizard.control.TextScale;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One item: its status, its title, what was seen, and who acts. Opens its details. */
final class FindingRow extends HBox {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final FindingText TEXT = new FindingText();
    private static final Texts WORDS = Texts.of("words");

    /** So many times the text's size, a row has room for its columns. */
    private static final double NARROWEST = 40;

    private final ItemRow row;
    private final Label chevron;

    /** @param toggle opens the details, or closes them */
    FindingRow(ItemRow row, Runnable toggle) {
        this.row = row;
        setId("finding-" + row.item().id());
        getStyleClass().addAll("finding", "opens");
        Label title = new Label(TEXT.title(row.item()));
        title.getStyleClass().add("finding-title");
        title.setWrapText(true);
        VBox words = new VBox(title);
        words.getStyleClass().add("finding-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        chevron = Icons.alone("bi-chevron-right", 0.857);
        row.finding().ifPresentOrElse((finding) -> show(finding, title, words), () -> showReading(title, words));
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        addEventHandler(MouseEvent.MOUSE_CLICKED, (event) -> {
            requestFocus();
            toggle.run();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, (event) -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                toggle.run();
                event.consume();
            }
        });
    }

    ItemRow row() {
        return row;
    }

    /** @param beside whether the details stand beside the list and not under the row */
    void showOpen(boolean open, boolean beside) {
        pseudoClassStateChanged(OPEN, open);
        Icons.on(chevron, open && !beside ? "bi-chevron-down" : "bi-chevron-right", 0.857);
    }

    private void show(Finding finding, Label title, VBox words) {
        StatusMark status = new StatusMark(finding.status());
        status.getStyleClass().add("finding-status");
        Label summary = new Label(TEXT.summary(finding));
        summary.getStyleClass().add("finding-summary");
        summary.setWrapText(true);
        words.getChildren().add(summary);
        Label actor = new Label(actor(finding));
        actor.getStyleClass().add("finding-actor");
        actor.setMinWidth(Region.USE_PREF_SIZE);
        arrange(status, words, actor);
        widthProperty().subscribe(() -> arrange(status, words, actor));
        setAccessibleText(Words.WIZARD.get("finding.name", Map.of("title", title.getText(), "status", status.getText(),
                "summary", summary.getText(), "actor", actor.getText())));
    }

    /** In columns where there is room for them, otherwise below each other. */
    private void arrange(Label status, VBox words, Label actor) {
        boolean columns = getWidth() == 0 || getWidth() > NARROWEST * TextScale.textSize(this);
        if (columns == getChildren().contains(status)) {
            return;
        }
        words.getChildren().removeAll(status, actor);
        if (columns) {
            getChildren().setAll(status, words, actor, chevron);
        } else {
            getChildren().setAll(words, chevron);
            words.getChildren().addAll(status, actor);
        }
    }

    private void showReading(Label title, VBox words) {
        Region status = new Region();
        status.getStyleClass().addAll("skeleton-mark", "finding-status");
        Region summary = new Region();
        summary.getStyleClass().add("skeleton-line");
        words.getChildren().add(summary);
        getChildren().addAll(status, words);
        setAccessibleText(Words.get("finding.reading", "title", title.getText()));
    }

    static String actor(Finding finding) {
        return WORDS.get("actor." + finding.actor().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}

package footing.wizard.notifications;

import footing.baseline.Finding;
import footing.plan.Remedy;
import footing.text.FindingText;
import footing.text.ItemTexts;
import footing.wizard.control.StatusMark;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where an item stands now and, where nothing is changed for it, why not. */
final class NowLine extends HBox {

    private static final FindingText TEXT = new FindingText();
    private static final ItemTexts ITEMS = new ItemTexts();

    NowLine(Finding finding, ObservableValue<Optional<Remedy.Reason>> untouched) {
        StatusMark status = new StatusMark(finding.status());
        status.getStyleClass().add("finding-status");
        Label title = line(TEXT.title(finding.item()), "finding-title");
        Label summary = line(TEXT.summary(finding), "finding-summary");
        Label why = line("", "finding-summary");
        why.textProperty().bind(untouched.map((reason) -> reason.map((word) -> ITEMS.word("reason", word)).orElse("")));
        why.visibleProperty().bind(why.textProperty().isNotEmpty());
        why.managedProperty().bind(why.visibleProperty());
        VBox words = new VBox(title, summary, why);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(status, words);
        getStyleClass().add("now-line");
    }

    private static Label line(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }
}

package footing.wizard.control;

import footing.baseline.Finding;
import footing.plan.Remedy;
import footing.text.FindingText;
import footing.text.ItemTexts;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where an item stands now and, where nothing is changed for it, why not. It follows what is being chosen. */
public final class NowLine extends HBox {

    private static final FindingText TEXT = new FindingText();
    private static final ItemTexts ITEMS = new ItemTexts();

    private final HBox status = new HBox();
    private final Label title = line("finding-title");
    private final Label summary = line("finding-summary");
    private final Label why = line("finding-summary");

    public NowLine(ObservableValue<Optional<Finding>> finding, ObservableValue<Optional<Remedy.Reason>> untouched) {
        status.getStyleClass().add("finding-status");
        why.textProperty().bind(untouched.map((reason) -> reason.map((word) -> ITEMS.word("reason", word)).orElse("")));
        why.visibleProperty().bind(why.textProperty().isNotEmpty());
        why.managedProperty().bind(why.visibleProperty());
        VBox words = new VBox(title, summary, why);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(status, words);
        getStyleClass().add("now-line");
        finding.subscribe((now) -> now.ifPresent(this::show));
    }

    private void show(Finding finding) {
        status.getChildren().setAll(new StatusMark(finding.status()));
        title.setText(TEXT.title(finding.item()));
        summary.setText(TEXT.summary(finding));
    }

    private static Label line(String styleClass) {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }
}

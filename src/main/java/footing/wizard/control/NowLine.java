package footing.wizard.control;

import footing.baseline.Finding;
import footing.plan.Proposal;
import footing.text.FindingText;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where an item stands now, and what Footing would do about it. It follows what is being chosen. */
public final class NowLine extends HBox {

    private static final FindingText TEXT = new FindingText();

    private final HBox status = new HBox();
    private final Label title = line("finding-title");
    private final Label summary = line("finding-summary");

    public NowLine(ObservableValue<Optional<Finding>> finding, ObservableValue<Optional<Proposal>> proposal) {
        status.getStyleClass().add("finding-status");
        VBox words = new VBox(title, summary, new ProposalLine(proposal));
        words.getStyleClass().add("finding-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(status, words);
        getStyleClass().add("now-line");
        finding.subscribe((now) -> now.ifPresent(this::show));
    }

    /** The same without the item's title, for where a heading or a switch right above says it. */
    public static NowLine untitled(ObservableValue<Optional<Finding>> finding,
            ObservableValue<Optional<Proposal>> proposal) {
        NowLine line = new NowLine(finding, proposal);
        line.title.setVisible(false);
        line.title.setManaged(false);
        return line;
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

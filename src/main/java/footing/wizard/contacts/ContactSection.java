package footing.wizard.contacts;

import footing.baseline.Finding;
import footing.plan.Proposal;
import footing.text.FindingText;
import footing.wizard.Words;
import footing.wizard.control.FieldBox;
import footing.wizard.control.Icons;
import footing.wizard.control.ProposalLine;
import footing.wizard.control.StatusMark;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One contact: what is there now, whether it stays, and its fields where it does not. */
final class ContactSection extends VBox {

    private static final FindingText TEXT = new FindingText();

    private final VBox now = new VBox();
    private final ProposalLine would;
    private final Node fields;
    private final CheckBox leave = new CheckBox(Words.get("leave"));

    /** @param proposal what Footing would do about it, as the choices are */
    ContactSection(String title, String item, Node fields, ObservableValue<Optional<Proposal>> proposal) {
        this.fields = fields;
        would = new ProposalLine(proposal);
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        leave.setId("leave-" + item);
        leave.setMnemonicParsing(false);
        leave.setAccessibleText(title + ": " + leave.getText());
        HBox head = new HBox(heading, gap, leave);
        head.getStyleClass().add("section-head");
        now.getStyleClass().add("now");
        getStyleClass().add("card");
        getChildren().addAll(head, now, fields);
        fields.visibleProperty().bind(leave.selectedProperty().not());
        fields.managedProperty().bind(fields.visibleProperty());
    }

    CheckBox leave() {
        return leave;
    }

    /** Where a person begins here. */
    Optional<Node> first() {
        return fields.isVisible() && fields instanceof Parent grid
                ? grid.getChildrenUnmodifiable()
                        .stream()
                        .filter(FieldBox.class::isInstance)
                        .map(FieldBox.class::cast)
                        .<Node>map(FieldBox::input)
                        .findFirst()
                : Optional.of(leave);
    }

    void show(Finding finding) {
        Label summary = new Label(TEXT.summary(finding));
        summary.getStyleClass().add("finding-summary");
        summary.setWrapText(true);
        now.getChildren().setAll(new StatusMark(finding.status()), summary, would);
    }

    /** What could not be seen cannot be chosen. */
    void lock(boolean hidden) {
        leave.setDisable(hidden);
        if (hidden) {
            Label why = new Label(Words.get("leave.hidden"));
            why.getStyleClass().add("text-secondary");
            why.setWrapText(true);
            Icons.on(why, "bi-info-circle");
            now.getChildren().add(why);
        }
    }
}

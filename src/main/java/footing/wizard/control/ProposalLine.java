package footing.wizard.control;

import footing.plan.Proposal;
import footing.text.ProposalText;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** What Footing would do about an item. It follows what is being chosen, and is not there while nobody knows. */
public final class ProposalLine extends Label {

    private static final ProposalText TEXT = new ProposalText();

    public ProposalLine(ObservableValue<Optional<Proposal>> proposal) {
        setWrapText(true);
        getStyleClass().add("proposal");
        textProperty().bind(proposal.map((what) -> what.map(TEXT::sentence).orElse("")));
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}

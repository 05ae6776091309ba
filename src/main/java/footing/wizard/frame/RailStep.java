package footing.wizard.frame;

import footing.wizard.Journey;
import footing.wizard.Step;
import footing.wizard.Words;
import footing.wizard.control.Icons;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;

/** One step in the list: a shape and, for those who do not see it, a word for where one is. */
final class RailStep extends Button {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final Step step;
    private final FontIcon icon;

    RailStep(Step step) {
        super(Words.get(step.key() + ".step"));
        this.step = step;
        setId("step-" + step.key());
        getStyleClass().add("rail-step");
        icon = Icons.on(this, "bi-circle");
        setMaxWidth(Double.MAX_VALUE);
        setMnemonicParsing(false);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
    }

    Step step() {
        return step;
    }

    /** @param leads whether pressing it leads there */
    void show(Journey.Mark mark, boolean leads) {
        icon.setIconLiteral(switch (mark) {
            case DONE -> "bi-check-circle-fill";
            case CURRENT -> "bi-record-circle-fill";
            case NOT_YET -> "bi-circle";
        });
        pseudoClassStateChanged(CURRENT, mark == Journey.Mark.CURRENT);
        pseudoClassStateChanged(DONE, mark == Journey.Mark.DONE);
        setFocusTraversable(leads);
        setMouseTransparent(!leads);
        setAccessibleText(Words.get(switch (mark) {
            case DONE -> "step.done";
            case CURRENT -> "step.current";
            case NOT_YET -> "step.not-yet";
        }, "step", getText()));
    }
}

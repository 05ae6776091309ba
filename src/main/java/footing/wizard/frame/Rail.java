package footing.wizard.frame;

import footing.wizard.Journey;
import footing.wizard.Phase;
import footing.wizard.Session;
import footing.wizard.Step;
import footing.wizard.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The steps under their four headings. */
final class Rail {

    private final List<RailStep> steps = new ArrayList<>();

    Rail(VBox box, Consumer<Step> open) {
        for (Phase phase : Phase.values()) {
            Label heading = new Label(Words.get("phase." + phase.name().toLowerCase(Locale.ROOT)));
            heading.getStyleClass().add("rail-heading");
            box.getChildren().add(heading);
            for (Step step : Journey.steps(phase)) {
                RailStep button = new RailStep(step);
                button.setOnAction((event) -> open.accept(step));
                steps.add(button);
                box.getChildren().add(button);
            }
        }
    }

    /** @param locked whether nothing leads anywhere, as while an account is being changed */
    void show(Session session, boolean locked) {
        for (RailStep step : steps) {
            step.show(Journey.mark(step.step(), session), !locked && Journey.leadsTo(step.step(), session));
        }
    }
}

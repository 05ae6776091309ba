package footing.wizard.review;

import footing.aws.Connection;
import footing.plan.Allowance.Doubt;
import footing.plan.Allowances;
import footing.plan.Permissions;
import footing.plan.Plan;
import footing.wizard.Background;
import footing.wizard.Desk;
import footing.wizard.Failure;
import footing.wizard.Missing;
import footing.wizard.Words;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/** Asks what whoever is signed in may do of the plan, and holds it back while something of it is denied. */
final class AllowanceCheck {

    /** The switch that goes on despite a denial. */
    static final String DESPITE = "despite-denied";

    /** How far it is. */
    sealed interface State {
        /** There is nothing to ask about. */
        record Nothing() implements State {
        }

        record Asking() implements State {
        }

        record Told(Allowances allowances, Plan plan) implements State {
        }
    }

    private final Desk desk;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state",
            new State.Nothing());
    private final BooleanProperty despite = new SimpleBooleanProperty(this, "despite");
    private Optional<Background.Job> job = Optional.empty();

    AllowanceCheck(Desk desk) {
        this.desk = desk;
    }

    ObservableValue<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Whether the person goes on with what is denied all the same. */
    BooleanProperty despite() {
        return despite;
    }

    ObservableValue<Boolean> isAsking() {
        return state.map((now) -> now instanceof State.Asking);
    }

    /** What has to be seen to before the plan is applied. */
    ObservableValue<Optional<Missing>> missing() {
        return Bindings.createObjectBinding(() -> isDenied() && !despite.get()
                ? Optional.of(new Missing(Words.get("review.denied.missing"), DESPITE))
                : Optional.empty(), state, despite);
    }

    private boolean isDenied() {
        return state.get() instanceof State.Told(Allowances allowances, Plan plan) && allowances.isDenied();
    }

    /** Asks about the plan that the session has now; what was asked before is forgotten. */
    void start() {
        job.ifPresent(Background.Job::cancel);
        job = Optional.empty();
        despite.set(false);
        state.set(new State.Nothing());
        desk.session()
                .get()
                .connection()
                .ifPresent((connection) -> desk.session()
                        .get()
                        .plan()
                        .filter((plan) -> !plan.isEmpty())
                        .ifPresent((plan) -> ask(connection, plan)));
    }

    private void ask(Connection connection, Plan plan) {
        state.set(new State.Asking());
        job = Optional.of(desk.background()
                .<Void, Allowances>run((tell) -> desk.work().allowances(connection, plan), (event) -> {
                }, (allowances) -> state.set(new State.Told(allowances, plan)),
                        (problem) -> state.set(new State.Told(Allowances.unknown(Permissions.policy(plan),
                                new Doubt.NoAnswer(Failure.of(problem).cause())), plan))));
    }
}

package footing.wizard.apply;

import footing.aws.apply.ApplyEvent;
import footing.plan.Change;
import footing.plan.PlannedChange;
import java.util.Collection;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One change and what has become of it. */
final class ApplyRow {

    /** How far a change is. */
    enum State {
        WAITING,
        UNDER_WAY,
        DONE,
        FAILED,
        TAKEN_BACK,
        /** The run is over, and it was never begun. */
        LEFT;

        boolean isOver() {
            return this != WAITING && this != UNDER_WAY;
        }

        /** Whether the run has passed it, and it is not in place. */
        boolean isNotInPlace() {
            return isOver() && this != DONE;
        }

        /** What several are together: what went wrong with one counts for all, and some that are done are a beginning. */
        static State together(Collection<State> states) {
            return Stream.of(FAILED, TAKEN_BACK, LEFT, UNDER_WAY)
                    .filter(states::contains)
                    .findFirst()
                    .orElseGet(() -> !states.contains(WAITING) ? DONE : states.contains(DONE) ? UNDER_WAY : WAITING);
        }

        /** What it is where the run ended without it. */
        State atTheEnd() {
            return switch (this) {
                case WAITING -> LEFT;
                case UNDER_WAY -> FAILED;
                case DONE, FAILED, TAKEN_BACK, LEFT -> this;
            };
        }
    }

    private final PlannedChange change;
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(this, "state", State.WAITING);
    private final StringProperty reason = new SimpleStringProperty(this, "reason", "");

    ApplyRow(PlannedChange change) {
        this.change = change;
    }

    PlannedChange change() {
        return change;
    }

    ObjectProperty<State> state() {
        return state;
    }

    /** What AWS said, where something went wrong. */
    StringProperty reason() {
        return reason;
    }

    boolean isOver() {
        return state.get().isOver();
    }

    void follow(ApplyEvent.ResourceEvent event) {
        if (!(change.change() instanceof Change.StackResource resource) || !resource.stack().equals(event.stack())
                || !resource.logicalId().equals(event.logicalId())) {
            return;
        }
        State next = state(event.status());
        // What failed stays failed while the rest is taken back.
        if (state.get() != State.FAILED) {
            state.set(next);
        }
        if (next == State.FAILED && reason.get().isEmpty()) {
            reason.set(event.reason());
        }
    }

    private State state(String status) {
        if (status.endsWith("_FAILED")) {
            return State.FAILED;
        }
        if (change.kind() == PlannedChange.Kind.REPLACE && state.get() == State.DONE && status.startsWith("DELETE_")) {
            // The one that was replaced goes; the new one stays.
            return State.DONE;
        }
        boolean takenBack = status.contains("ROLLBACK")
                || (status.startsWith("DELETE_") && change.kind() != PlannedChange.Kind.REMOVE);
        if (takenBack) {
            return State.TAKEN_BACK;
        }
        return status.endsWith("_IN_PROGRESS") ? State.UNDER_WAY : State.DONE;
    }
}

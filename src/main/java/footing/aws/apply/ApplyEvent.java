package footing.aws.apply;

import footing.plan.PlannedChange;
import footing.plan.Stack;
import java.time.Instant;
import java.util.List;

/** What happens while a plan is applied, for window and terminal alike. Events come one at a time. */
public sealed interface ApplyEvent {

    record Began(int changes) implements ApplyEvent {
    }

    record SettingBegan(PlannedChange change) implements ApplyEvent {
    }

    record SettingDone(PlannedChange change) implements ApplyEvent {
    }

    /** CloudFormation's own view of what it would do, resource by resource. */
    record ChangeSetReady(Stack stack, List<Announced> changes) implements ApplyEvent {
        public ChangeSetReady {
            changes = List.copyOf(changes);
        }
    }

    /** @param action {@code Add}, {@code Modify} or {@code Remove}, as CloudFormation writes it */
    record Announced(String action, String logicalId, String type, boolean replacement) {
    }

    /** The stack already is what it is to be. */
    record NothingToDo(Stack stack) implements ApplyEvent {
    }

    /** @param status as CloudFormation writes it: {@code CREATE_IN_PROGRESS} */
    record ResourceEvent(Stack stack, String logicalId, String type, String status, String reason, Instant at)
            implements ApplyEvent {
    }

    /** @param status as CloudFormation writes it: {@code CREATE_COMPLETE} */
    record StackEnded(Stack stack, String status) implements ApplyEvent {
    }

    /** Something could not be done; the first cause, and what became of what had been done. */
    record Failed(Failure failure) implements ApplyEvent {
    }

    /** The end: {@code done} changes are in place, {@code failures} are not. */
    record Ended(int done, List<Failure> failures) implements ApplyEvent {
        public Ended {
            failures = List.copyOf(failures);
        }
    }

    /**
     * @param what the setting's key or the resource's logical id
     * @param message what AWS said, as data: bounded, without control characters
     * @param rolledBack whether CloudFormation took the rest of the stack back
     */
    record Failure(String what, String type, String message, boolean rolledBack) {
    }
}

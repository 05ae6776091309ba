package footing.aws.apply;

import footing.plan.PlannedChange;
import footing.plan.Stack;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

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
     * Why something is not in place.
     *
     * @param cause which of the known reasons
     * @param what the setting's key, the resource's logical id, or the stack's name
     * @param type the resource's type, or {@code setting}
     * @param message what AWS said, as data: bounded, without control characters; may be empty
     * @param rolledBack whether CloudFormation took the rest of the stack back
     */
    record Failure(Cause cause, String what, String type, String message, boolean rolledBack) {

        /** The key of the text that says so, in the bundle {@code plan}; it may name {@code what}, {@code message}. */
        public String key() {
            return "failure." + cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    enum Cause {
        /** AWS refused or could not do it. */
        AWS,
        /** A permission is missing. */
        DENIED,
        /** The credentials are expired or unknown: sign in again, and go on. */
        CREDENTIALS,
        /** Somebody changed it since the review, so it was left as it is. */
        CHANGED_SINCE_REVIEW,
        /** The stack is in a state in which it cannot be changed. */
        STACK_STATE,
        /** It needs something that failed. */
        SKIPPED,
        /** It was stopped before this was begun. */
        CANCELLED,
        /** The journal could not be written, and nothing is written to AWS without it. */
        JOURNAL
    }
}

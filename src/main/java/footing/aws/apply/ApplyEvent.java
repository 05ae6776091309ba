package footing.aws.apply;

import footing.plan.PlannedChange;
import footing.plan.Stack;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

    /**
     * CloudFormation is working on the stack already, so that nothing is begun before that has ended.
     *
     * @param since when that was begun, where it is known
     */
    record Waited(Stack stack, String status, Optional<Instant> since) implements ApplyEvent {
    }

    /** The stack already is what it is to be. */
    record NothingToDo(Stack stack) implements ApplyEvent {
    }

    /** A line of what is told of a stack as it happens. */
    sealed interface OfStack extends ApplyEvent {

        Stack stack();

        Instant at();
    }

    /** @param status as CloudFormation writes it: {@code CREATE_IN_PROGRESS} */
    record ResourceEvent(Stack stack, String logicalId, String type, String status, String reason, Instant at)
            implements OfStack {
    }

    /** The stack is protected from being deleted from now on. */
    record Protected(Stack stack, Instant at) implements OfStack {
    }

    /** @param status as CloudFormation writes it: {@code CREATE_COMPLETE} */
    record StackEnded(Stack stack, String status) implements ApplyEvent {
    }

    /** Something could not be done; the first cause, and what became of what had been done. */
    record Failed(Failure failure) implements ApplyEvent {
    }

    /**
     * The end.
     *
     * @param inPlace the changes that were made, in the order of the plan
     * @param failures why the others are not
     */
    record Ended(List<PlannedChange> inPlace, List<Failure> failures) implements ApplyEvent {
        public Ended {
            inPlace = List.copyOf(inPlace);
            failures = List.copyOf(failures);
        }

        /** How many changes are in place. */
        public int done() {
            return inPlace.size();
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
     * @param stack the stack that it is about: there are resources of one logical id in many; empty for a setting
     */
    record Failure(Cause cause, String what, String type, String message, boolean rolledBack,
            Optional<Stack> stack) {

        /** Of a setting. */
        public Failure(Cause cause, String what, String type, String message, boolean rolledBack) {
            this(cause, what, type, message, rolledBack, Optional.empty());
        }

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
        /** It was sent, and the answer was lost: it may or may not have been done. */
        UNKNOWN_OUTCOME,
        /** Somebody changed it since the review, so it was left as it is. */
        CHANGED_SINCE_REVIEW,
        /** The stack is in a state in which it cannot be changed. */
        STACK_STATE,
        /** The stack is in review for a change set that is not Footing's. */
        FOREIGN_CHANGE_SET,
        /** The stack is in review for a change set that another run of Footing may be about to execute. */
        OTHER_RUN,
        /** AWS works on it, and whoever asked for it was told to stop. */
        STOPPED_WATCHING,
        /** AWS still works on it, after a time in which it should have ended long since. */
        TOO_LONG,
        /** AWS works on it, and does not let anybody look any more. */
        LOST_SIGHT,
        /** The stack is as it should be, but for its protection from being deleted. */
        UNPROTECTED,
        /** It needs something that failed. */
        SKIPPED,
        /** It was not begun, since the credentials had come to their end. */
        SIGNED_OUT,
        /** It was not begun, since the journal could not be written any more. */
        UNWRITTEN,
        /** It was stopped before this was begun. */
        CANCELLED,
        /** The journal could not be written, and nothing is written to AWS without it. */
        JOURNAL,
        /** Footing itself went wrong there. */
        PROGRAM
    }
}

package footing.practice;

import footing.practice.StackState.Deployment;
import footing.practice.StackState.Status;
import java.time.Instant;
import java.util.List;

/**
 * A change set of a stack.
 *
 * @param type {@code CREATE} or {@code UPDATE}
 * @param status {@code CREATE_PENDING}, {@code CREATE_COMPLETE}, {@code FAILED} …
 * @param execution {@code AVAILABLE}, {@code UNAVAILABLE}, {@code EXECUTE_COMPLETE} …
 */
public record ChangeSet(String name, String id, String type, String description, Status status, String execution,
        Deployment target, String onStackFailure, Instant at, List<Change> changes) {

    public ChangeSet {
        changes = List.copyOf(changes);
    }

    public ChangeSet withStatus(Status now, String executionNow) {
        return new ChangeSet(name, id, type, description, now, executionNow, target, onStackFailure, at, changes);
    }

    public ChangeSet withChanges(List<Change> now) {
        return new ChangeSet(name, id, type, description, status, execution, target, onStackFailure, at, now);
    }

    /**
     * @param action {@code Add}, {@code Modify}, {@code Remove}
     * @param replacement {@code True}, {@code False}, {@code Conditional}; empty where nothing is modified
     * @param policyAction {@code Delete}, {@code Retain} …; empty where nothing goes away
     * @param before the resource before, as JSON text; empty where it is added
     * @param after the resource after, as JSON text; empty where it is removed
     */
    public record Change(String action, String logicalId, String physicalId, String type, String replacement,
            String policyAction, List<Detail> details, String before, String after) {
        public Change {
            details = List.copyOf(details);
        }
    }

    /**
     * @param scope {@code Properties}, {@code Metadata}, {@code Tags} …
     * @param property the property's name; empty where the scope is another
     * @param recreation {@code Never}, {@code Conditionally}, {@code Always}
     * @param before JSON text or plain text; empty where there was nothing
     * @param after JSON text or plain text; empty where there will be nothing
     */
    public record Detail(String scope, String property, String recreation, boolean dynamic, String before,
            String after) {
    }
}

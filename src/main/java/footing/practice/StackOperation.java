package footing.practice;

import footing.practice.StackState.Deployment;
import footing.practice.StackState.Resource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is being done to a stack, in enough detail to go on with it in another process.
 *
 * @param token the client's, which its events carry
 * @param onFailure {@code ROLLBACK}, {@code DELETE} or {@code DO_NOTHING}
 * @param target what the stack is to be
 * @param before the resources as they were when it began
 * @param settled the logical ids of the resources with which the present phase is done
 * @param leftovers what is to be deleted in the end
 * @param failed the logical ids of the resources that failed
 */
public record StackOperation(Kind kind, Phase phase, Optional<String> token, String onFailure, Deployment target,
        List<Resource> before, SortedSet<String> settled, List<Leftover> leftovers, SortedSet<String> failed) {

    public StackOperation {
        before = List.copyOf(before);
        settled = Collections.unmodifiableSortedSet(new TreeSet<>(settled));
        leftovers = List.copyOf(leftovers);
        failed = Collections.unmodifiableSortedSet(new TreeSet<>(failed));
    }

    public Optional<Resource> before(String logicalId) {
        return before.stream().filter((resource) -> resource.logicalId().equals(logicalId)).findFirst();
    }

    /** Into another phase, with which nothing is done yet. */
    public StackOperation in(Phase next, List<Leftover> toDelete) {
        return new StackOperation(kind, next, token, onFailure, target, before, new TreeSet<>(), toDelete, failed);
    }

    public StackOperation withSettled(String logicalId) {
        SortedSet<String> more = new TreeSet<>(settled);
        more.add(logicalId);
        return new StackOperation(kind, phase, token, onFailure, target, before, more, leftovers, failed);
    }

    public StackOperation withLeftovers(List<Leftover> now) {
        return new StackOperation(kind, phase, token, onFailure, target, before, settled, now, failed);
    }

    public StackOperation withFailed(String logicalId) {
        SortedSet<String> more = new TreeSet<>(failed);
        more.add(logicalId);
        return new StackOperation(kind, phase, token, onFailure, target, before, settled, leftovers, more);
    }

    public enum Kind {
        CREATE,
        UPDATE,
        DELETE
    }

    public enum Phase {
        /** Asked for and not begun: the stack still shows what it was before. */
        ACCEPTED,
        /** Towards what the stack is to be. */
        FORWARD,
        /** Back to what it was. */
        BACK,
        /** Taking away what is no longer needed, after a success or after the way back. */
        CLEANUP
    }

    /** @param keep whether it is let go of instead of being deleted */
    public record Leftover(Resource resource, boolean keep) {
    }
}

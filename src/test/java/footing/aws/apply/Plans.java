package footing.aws.apply;

import footing.choices.LogStorage;
import footing.plan.Change;
import footing.plan.Cost;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.plan.Stack;
import footing.plan.Value;
import java.util.List;
import java.util.Map;

/** Plans that no choices give. */
final class Plans {

    private Plans() {
    }

    /**
     * A plan by which nothing is left of a stack.
     *
     * @param now made while the stack is there
     */
    static Plan without(Plan now, Stack stack) {
        List<PlannedChange> gone = now.deployed()
                .getOrDefault(stack, List.of())
                .reversed()
                .stream()
                .map(Plans::gone)
                .toList();
        return new Plan(now.identity(), now.home(), gone, List.of(), Map.of(), Map.of(), now.deployed());
    }

    private static PlannedChange gone(Change.StackResource resource) {
        return new PlannedChange(resource, PlannedChange.Kind.REMOVE, resource.properties(), Value.ABSENT, Cost.NONE,
                resource.keep() ? PlannedChange.Undo.KEEP : PlannedChange.Undo.MAKE_ANEW);
    }

    static LogStorage keeping(LogStorage is, int days) {
        return new LogStorage(is.bucket(), is.trail(), is.logGroup(), days, is.archiveAfterDays(),
                is.expireAfterDays());
    }
}

package footing.aws.apply;

import footing.plan.Change.StackResource;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.plan.Ripples;
import footing.plan.Stack;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;

/** What CloudFormation would do that nobody reviewed: then the stack is not what it was. */
final class Surprises {

    private final Set<String> made;
    private final Set<String> removed;
    private final Ripples ripples;

    Surprises(Plan plan, Stack stack) {
        List<PlannedChange> planned = plan.changes(stack);
        this.made = of(planned, PlannedChange.Kind.CREATE);
        this.removed = of(planned, PlannedChange.Kind.REMOVE);
        this.ripples = Ripples.of(plan, stack);
    }

    List<Announced> among(List<Announced> announced) {
        return announced.stream().filter(this::isOne).toList();
    }

    /**
     * What names something that is altered may be altered with it, and what is replaced takes with it what is tied to
     * it for life.
     */
    private boolean isOne(Announced change) {
        return switch (ChangeAction.fromValue(change.action())) {
            case ADD -> !made.contains(change.logicalId());
            case REMOVE -> !removed.contains(change.logicalId());
            case MODIFY -> !ripples.altered().contains(change.logicalId())
                    || (change.replacement() && !ripples.replaced().contains(change.logicalId()));
            case IMPORT, DYNAMIC, SYNC_WITH_ACTUAL, UNKNOWN_TO_SDK_VERSION -> true;
        };
    }

    /** In the words of a change set: {@code Replace Trail}. */
    static String words(Announced change) {
        return (change.replacement() ? "Replace" : change.action()) + " " + change.logicalId();
    }

    private static Set<String> of(List<PlannedChange> planned, PlannedChange.Kind kind) {
        return planned.stream()
                .filter((change) -> change.kind() == kind)
                .map(PlannedChange::change)
                .filter(StackResource.class::isInstance)
                .map((change) -> ((StackResource) change).logicalId())
                .collect(Collectors.toSet());
    }
}

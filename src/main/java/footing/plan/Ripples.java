package footing.plan;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far the changes of one stack reach: CloudFormation may alter what names something that the plan alters, though
 * nothing of it is different in the end.
 *
 * @param altered the logical ids of all that may be altered, what the plan alters and replaces among them
 * @param replaced the logical ids of those that are replaced
 */
public record Ripples(Set<String> altered, Set<String> replaced) {

    public Ripples {
        altered = Collections.unmodifiableSet(new TreeSet<>(altered));
        replaced = Collections.unmodifiableSet(new TreeSet<>(replaced));
    }

    public static Ripples of(Plan plan, Stack stack) {
        Set<String> altered = new TreeSet<>();
        Set<String> replaced = new TreeSet<>();
        for (PlannedChange change : plan.changes(stack)) {
            if (change.change() instanceof Change.StackResource resource) {
                switch (change.kind()) {
                    case UPDATE -> altered.add(resource.logicalId());
                    case REPLACE -> {
                        altered.add(resource.logicalId());
                        replaced.add(resource.logicalId());
                    }
                    case CREATE, REMOVE, RESTORE -> {
                    }
                }
            }
        }
        // In the order of dependency, so that one look reaches to the end of every chain.
        for (Change.StackResource resource : plan.stacks().getOrDefault(stack, List.of())) {
            if (!Collections.disjoint(References.of(resource.properties()), altered)) {
                altered.add(resource.logicalId());
            }
        }
        return new Ripples(altered, replaced);
    }
}

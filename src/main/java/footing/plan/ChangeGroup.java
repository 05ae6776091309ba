package footing.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Changes that follow each other and say the same of things of one kind, so that they are read as one: fifteen filters,
 * fifteen alarms.
 *
 * @param first the place of the first of them in the plan, from 1 on
 * @param changes at least one
 */
public record ChangeGroup(int first, List<PlannedChange> changes) {

    /** The types of which there are many. */
    static final Set<String> MANY = Set.of("AWS::CloudWatch::Alarm", "AWS::Logs::MetricFilter");

    public ChangeGroup {
        changes = List.copyOf(changes);
    }

    /** All changes, in their order. */
    public static List<ChangeGroup> of(List<PlannedChange> changes) {
        List<ChangeGroup> groups = new ArrayList<>();
        for (int from = 0; from < changes.size();) {
            int to = from + 1;
            while (to < changes.size() && isLike(changes.get(from), changes.get(to))) {
                to++;
            }
            groups.add(new ChangeGroup(from + 1, changes.subList(from, to)));
            from = to;
        }
        return List.copyOf(groups);
    }

    private static boolean isLike(PlannedChange one, PlannedChange other) {
        return one.change() instanceof Change.StackResource a && other.change() instanceof Change.StackResource b
                && a.type().equals(b.type()) && MANY.contains(a.type()) && one.kind() == other.kind()
                && one.item() == other.item();
    }

    public boolean isOne() {
        return changes.size() == 1;
    }

    /** What the changes say together. */
    public Words words() {
        return Words.of(changes);
    }

    /** What the changes add to the bill together. */
    public Cost cost() {
        return changes.stream().map(PlannedChange::cost).reduce(Cost.NONE, Cost::and);
    }
}

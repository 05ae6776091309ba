package footing.plan;

import footing.account.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Changes that say the same, so that they are read as one: those of things of one kind that follow each other, as fifteen
 * filters and fifteen alarms, and those of one thing that stands in each of many Regions.
 *
 * @param first the place of the first of them in the plan, from 1 on
 * @param last the place of the last of them; between the two there may be others
 * @param changes at least one
 */
public record ChangeGroup(int first, int last, List<PlannedChange> changes) {

    /** The types of which there are many in one stack. */
    static final Set<String> MANY = Set.of("AWS::CloudWatch::Alarm", "AWS::Logs::MetricFilter");

    public ChangeGroup {
        changes = List.copyOf(changes);
    }

    /** All changes, in the order of the first of each group. */
    public static List<ChangeGroup> of(List<PlannedChange> changes) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int at = 0; at < changes.size(); at++) {
            int place = at;
            groups.stream()
                    .filter((group) -> belongs(changes, group, place))
                    .findFirst()
                    .orElseGet(() -> {
                        groups.add(new ArrayList<>());
                        return groups.getLast();
                    })
                    .add(place);
        }
        return groups.stream()
                .map((group) -> new ChangeGroup(group.getFirst() + 1, group.getLast() + 1,
                        group.stream().map(changes::get).toList()))
                .toList();
    }

    /** Each change for itself. */
    public static List<ChangeGroup> each(List<PlannedChange> changes) {
        return IntStream.range(0, changes.size())
                .mapToObj((at) -> new ChangeGroup(at + 1, at + 1, List.of(changes.get(at))))
                .toList();
    }

    private static boolean belongs(List<PlannedChange> changes, List<Integer> group, int at) {
        return isElsewhere(changes.get(group.getFirst()), changes.get(at))
                || (group.getLast() == at - 1 && isOneOfMany(changes.get(at - 1), changes.get(at)));
    }

    private static boolean isOneOfMany(PlannedChange one, PlannedChange other) {
        return one.change() instanceof Change.StackResource a && MANY.contains(a.type()) && isLike(one, other);
    }

    /** Whether the same is done to a thing of the same name in another Region. */
    static boolean isElsewhere(PlannedChange one, PlannedChange other) {
        Optional<Elsewhere> a = Elsewhere.of(one.change());
        Optional<Elsewhere> b = Elsewhere.of(other.change());
        return a.isPresent() && b.isPresent() && a.get().isLike(b.get()) && isOneKind(one, other);
    }

    private static boolean isLike(PlannedChange one, PlannedChange other) {
        return one.change() instanceof Change.StackResource a && other.change() instanceof Change.StackResource b
                && a.type().equals(b.type()) && isOneKind(one, other);
    }

    private static boolean isOneKind(PlannedChange one, PlannedChange other) {
        return one.kind() == other.kind() && one.undo() == other.undo() && one.item() == other.item();
    }

    /**
     * What may stand in each of many Regions.
     *
     * @param of what kind of thing it is
     */
    record Elsewhere(String of, String name, Region region) {

        /** Empty where there is but one. */
        static Optional<Elsewhere> of(Change change) {
            return switch (change) {
                case Change.StackResource resource -> resource.stack()
                        .place()
                        .map((region) -> new Elsewhere(resource.stack().stackName() + "/" + resource.type(),
                                ResourceTypes.nameOf(resource), region));
                case Change.DirectSetting<?> setting -> of(setting.setting());
                case Change.ManualStep step -> Optional.empty();
            };
        }

        private static Optional<Elsewhere> of(Setting<?> setting) {
            boolean inEach = setting instanceof Setting.EbsEncryptionSetting
                    || (setting instanceof Setting.StackProtectionSetting stack && isInEach(stack));
            return inEach
                    ? Optional.of(new Elsewhere(Settings.kind(setting), Settings.subject(setting), setting.region()))
                    : Optional.empty();
        }

        /** Whether it is of a stack that there is in each Region. */
        static boolean isInEach(Setting.StackProtectionSetting stack) {
            return stack.stackName().equals(Stack.config(stack.region()).stackName());
        }

        boolean isLike(Elsewhere other) {
            return of.equals(other.of) && name.equals(other.name) && !region.equals(other.region);
        }
    }

    public boolean isOne() {
        return changes.size() == 1;
    }

    /** Whether nothing else stands between the first and the last of them. */
    public boolean isUnbroken() {
        return last - first + 1 == changes.size();
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

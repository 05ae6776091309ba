package footing.plan;

import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.account.StackCondition;
import footing.choices.ItemId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Folds the remedies of all items into one plan. */
final class Planner {

    private final AccountState account;
    private final Map<ItemId, Remedy> remedies;
    private final Map<Stack, List<Change.StackResource>> deployed;
    private final Map<ItemId, Remedy.Reason> held = new EnumMap<>(ItemId.class);

    Planner(AccountState account, Map<ItemId, Remedy> remedies,
            Map<Stack, List<Change.StackResource>> deployed) {
        this.account = account;
        this.remedies = new EnumMap<>(ItemId.class);
        this.remedies.putAll(remedies);
        this.deployed = deployed;
    }

    Plan plan() {
        remedies.forEach((item, remedy) -> {
            if (remedy instanceof Remedy.Nothing(Remedy.Reason reason)) {
                held.put(item, reason);
            }
        });
        Set<Stack> open = new TreeSet<>();
        for (Stack stack : stacks()) {
            Optional<Remedy.Reason> closed = closed(stack);
            closed.ifPresent((reason) -> resources(stack).forEach((resource) -> held.put(resource.item(), reason)));
            if (closed.isEmpty()) {
                open.add(stack);
            }
        }
        Map<Stack, List<Change.StackResource>> stacks = fold(open);
        List<PlannedChange> changes = new ArrayList<>(settings(Change.When.BEFORE_STACKS));
        List<PlannedChange> protections = stacks.entrySet()
                .stream()
                .flatMap((entry) -> protection(entry.getKey(), entry.getValue()).stream())
                .toList();
        changes.addAll(protections);
        stacks.forEach((stack, wanted) -> changes
                .addAll(StackChanges.between(deployed.getOrDefault(stack, List.of()), wanted, account)));
        changes.addAll(settings(Change.When.AFTER_STACKS));
        stacks.values().removeIf(List::isEmpty);
        List<Change.ManualStep> byHand = asked(Change.ManualStep.class).toList();
        return new Plan(account.identity(), account.home(), changes, byHand,
                untouched(changes.stream().filter((change) -> !protections.contains(change)).toList(), byHand), stacks,
                deployed);
    }

    /** Those that are asked for, and those that are there. */
    private Set<Stack> stacks() {
        Set<Stack> stacks = new TreeSet<>(deployed.keySet());
        stacks.addAll(Stack.allDeployed(account).keySet());
        asked(Change.StackResource.class).forEach((resource) -> stacks.add(resource.stack()));
        return stacks;
    }

    /** Why nothing of a stack may be planned. */
    private Optional<Remedy.Reason> closed(Stack stack) {
        Optional<Optional<DeployedStack>> there = stack.deployed(account).found();
        if (there.isEmpty()) {
            return Optional.of(Remedy.Reason.NOT_SEEN);
        }
        return there.get().flatMap((found) -> {
            if (found.condition() == StackCondition.BUSY) {
                return Optional.of(Remedy.Reason.STACK_BUSY);
            }
            if (found.condition().isStuck()) {
                return Optional.of(Remedy.Reason.STACK_STUCK);
            }
            return deployed.containsKey(stack) ? Optional.empty() : Optional.of(Remedy.Reason.STACK_ALTERED);
        });
    }

    /** What each stack is to hold. Items whose resources could not stand are held back whole, until all can. */
    private Map<Stack, List<Change.StackResource>> fold(Set<Stack> open) {
        Set<ItemId> before;
        Map<Stack, List<Change.StackResource>> stacks;
        do {
            before = EnumSet.noneOf(ItemId.class);
            before.addAll(held.keySet());
            stacks = new TreeMap<>();
            for (Stack stack : open) {
                StackChanges.Wanted wanted = StackChanges.wanted(deployed.getOrDefault(stack, List.of()),
                        resources(stack).toList(), this::keeps);
                wanted.unresolved().forEach((item) -> held.put(item, Remedy.Reason.NEEDS_ANOTHER));
                stacks.put(stack, wanted.resources());
            }
        } while (!before.equals(held.keySet()));
        return stacks;
    }

    /** Whether an item's deployed resources stay as they are: it is held back, or nobody speaks for it any more. */
    private boolean keeps(ItemId item) {
        return held.containsKey(item) || !remedies.containsKey(item);
    }

    private Stream<Change.StackResource> resources(Stack stack) {
        return asked(Change.StackResource.class).filter((resource) -> resource.stack().equals(stack));
    }

    /** What the items that are not held back ask for. */
    private <C extends Change> Stream<C> asked(Class<C> kind) {
        List<Map.Entry<ItemId, Remedy>> free = remedies.entrySet()
                .stream()
                .filter((entry) -> !held.containsKey(entry.getKey()))
                .toList();
        return free.stream()
                .flatMap((entry) -> entry.getValue() instanceof Remedy.Changes(List<Change> changes, _)
                        ? changes.stream()
                        : Stream.empty())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private List<PlannedChange> settings(Change.When when) {
        Map<Setting<?>, Object> values = new LinkedHashMap<>();
        List<PlannedChange> changes = new ArrayList<>();
        asked(Change.DirectSetting.class).<Change.DirectSetting<?>>map((setting) -> setting).forEach((setting) -> {
            Object other = values.put(setting.setting(), setting.after());
            if (other != null) {
                throw new IllegalArgumentException("two changes of one setting: " + Settings.key(setting.setting()));
            }
            if (setting.when() == when) {
                planned(setting).ifPresent(changes::add);
            }
        });
        return changes;
    }

    private static <T> Optional<PlannedChange> planned(Change.DirectSetting<T> change) {
        if (SettingValues.same(change.setting(), change.before(), change.after())) {
            return Optional.empty();
        }
        Value before = SettingValues.show(change.setting(), change.before());
        Value after = SettingValues.show(change.setting(), change.after());
        PlannedChange.Kind kind = before.equals(Value.ABSENT)
                ? PlannedChange.Kind.CREATE
                : after.equals(Value.ABSENT) ? PlannedChange.Kind.REMOVE : PlannedChange.Kind.UPDATE;
        Cost cost = kind == PlannedChange.Kind.REMOVE ? Cost.NONE : Prices.of(change.setting());
        return Optional.of(new PlannedChange(change, kind, before, after, cost, PlannedChange.Undo.RESTORE));
    }

    /**
     * A stack that is there and not protected from being deleted is to be, whatever else is done to it: as one is whose
     * making a program began that died before it had switched the protection on. It is asked for by no item, and so goes
     * with that of the first resource.
     */
    private Optional<PlannedChange> protection(Stack stack, List<Change.StackResource> wanted) {
        boolean lacks = stack.deployed(account)
                .found()
                .flatMap((there) -> there)
                .filter((there) -> !there.condition().holdsNothing() && !there.isProtected())
                .isPresent();
        return lacks && !wanted.isEmpty()
                ? planned(new Change.DirectSetting<>(wanted.getFirst().item(),
                        new Setting.StackProtectionSetting(stack.stackName(), stack.region(account.home())), false,
                        true,
                        Change.When.BEFORE_STACKS))
                : Optional.empty();
    }

    /** Every item that nothing is done for, with the reason. */
    private Map<ItemId, Remedy.Reason> untouched(List<PlannedChange> changes, List<Change.ManualStep> byHand) {
        Map<ItemId, Remedy.Reason> untouched = new EnumMap<>(held);
        remedies.forEach((item, remedy) -> {
            if (remedy instanceof Remedy.Changes(_, Remedy.Reason settled)) {
                untouched.putIfAbsent(item, settled);
            }
        });
        changes.forEach((change) -> untouched.remove(change.item()));
        byHand.forEach((step) -> untouched.remove(step.item()));
        return untouched;
    }
}

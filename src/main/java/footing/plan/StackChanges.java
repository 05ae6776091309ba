package footing.plan;

import footing.account.AccountState;
import footing.choices.ItemId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What one stack is to hold, and what that changes. */
final class StackChanges {

    private StackChanges() {
    }

    /**
     * @param resources all that the stack is to hold, each after what it needs
     * @param unresolved the items that ask for resources which need what nobody makes
     */
    record Wanted(List<Change.StackResource> resources, Set<ItemId> unresolved) {
    }

    /**
     * @param deployed what the stack holds
     * @param asked what the items ask for
     * @param keeps whether an item's deployed resources stay as they are
     */
    static Wanted wanted(List<Change.StackResource> deployed, List<Change.StackResource> asked,
            Predicate<ItemId> keeps) {
        Map<String, Change.StackResource> there = byId(deployed);
        Map<String, Change.StackResource> wanted = byId(asked);
        there.values()
                .stream()
                .filter((resource) -> keeps.test(resource.item()))
                .forEach((resource) -> wanted
                        .putIfAbsent(resource.logicalId(), resource));
        Set<ItemId> unresolved = EnumSet.noneOf(ItemId.class);
        // What is no longer asked for and still named by another stays: taking it away would break that other.
        for (List<Change.StackResource> look = List.copyOf(wanted.values()); !look.isEmpty();) {
            List<Change.StackResource> next = new ArrayList<>();
            for (Change.StackResource resource : look) {
                for (String needed : References.of(resource)) {
                    if (wanted.containsKey(needed)) {
                        continue;
                    }
                    Optional<Change.StackResource> still = Optional.ofNullable(there.get(needed));
                    still.ifPresent((kept) -> {
                        wanted.put(needed, kept);
                        next.add(kept);
                    });
                    if (still.isEmpty()) {
                        unresolved.add(unlessKept(resource, needed, keeps));
                    }
                }
            }
            look = next;
        }
        return new Wanted(unresolved.isEmpty() ? ResourceOrder.sorted(wanted.values()) : List.of(), unresolved);
    }

    /**
     * The changes from one to the other, in the order in which CloudFormation makes them: also of what stays the same
     * in the template and names something that gets another name.
     */
    static List<PlannedChange> between(List<Change.StackResource> deployed, List<Change.StackResource> wanted,
            AccountState account) {
        Map<String, Change.StackResource> there = byId(deployed);
        PhysicalNames old = new PhysicalNames(account, deployed);
        PhysicalNames fresh = new PhysicalNames(account, wanted);
        List<PlannedChange> changes = new ArrayList<>();
        for (Change.StackResource resource : wanted) {
            Optional<Change.StackResource> before = Optional.ofNullable(there.remove(resource.logicalId()));
            Value.Fields willBe = fresh.body(resource);
            if (before.isEmpty()) {
                changes.add(new PlannedChange(resource, PlannedChange.Kind.CREATE, Value.ABSENT, willBe,
                        Prices.of(resource), resource.keep() ? PlannedChange.Undo.KEEP : PlannedChange.Undo.DELETE));
            } else {
                changed(before.get(), resource, old.body(before.get()), willBe).ifPresent(changes::add);
            }
        }
        for (Change.StackResource gone : ResourceOrder.sorted(there.values()).reversed()) {
            changes.add(new PlannedChange(gone, PlannedChange.Kind.REMOVE, old.body(gone), Value.ABSENT,
                    gone.keep() ? Cost.NONE : negated(Prices.of(gone)),
                    gone.keep() ? PlannedChange.Undo.KEEP : PlannedChange.Undo.MAKE_ANEW));
        }
        return changes;
    }

    private static Optional<PlannedChange> changed(Change.StackResource before, Change.StackResource resource,
            Value.Fields was, Value.Fields willBe) {
        if (was.equals(willBe) && ResourceBody.of(before).equals(ResourceBody.of(resource))) {
            return Optional.empty();
        }
        Cost cost = Prices.of(resource).and(negated(Prices.of(before)));
        boolean replaced = ResourceTypes.of(resource.type())
                .replaces()
                .stream()
                .anyMatch((property) -> !ResourceBody.property(was, property)
                        .equals(ResourceBody.property(willBe, property)));
        if (!replaced) {
            return Optional.of(new PlannedChange(resource, PlannedChange.Kind.UPDATE, was, willBe, cost,
                    PlannedChange.Undo.RESTORE));
        }
        return Optional.of(new PlannedChange(resource, PlannedChange.Kind.REPLACE, was, willBe, cost,
                resource.keep() ? PlannedChange.Undo.KEEP_BOTH : PlannedChange.Undo.MAKE_ANEW));
    }

    private static Map<String, Change.StackResource> byId(List<Change.StackResource> resources) {
        Map<String, Change.StackResource> byId = new LinkedHashMap<>();
        for (Change.StackResource resource : resources) {
            if (byId.put(resource.logicalId(), plain(resource)) != null) {
                throw new IllegalArgumentException("two resources of one name: " + resource.logicalId());
            }
        }
        return byId;
    }

    /** Without waiting for what the resource names anyway: a template that says both is one that linters object to. */
    private static Change.StackResource plain(Change.StackResource resource) {
        SortedSet<String> after = new TreeSet<>(resource.after());
        after.removeAll(References.of(resource.properties()));
        return new Change.StackResource(resource.item(), resource.stack(), resource.logicalId(), resource.type(),
                resource.properties(), resource.keep(), after);
    }

    private static ItemId unlessKept(Change.StackResource resource, String needed, Predicate<ItemId> keeps) {
        if (keeps.test(resource.item())) {
            throw new IllegalArgumentException(
                    "the deployed " + resource.logicalId() + " names " + needed + ", which is not in its stack");
        }
        return resource.item();
    }

    private static Cost negated(Cost cost) {
        return new Cost(cost.monthlyUsd().negate(), false);
    }
}

package footing.plan;

import footing.account.AccountState;
import footing.account.Identity;
import footing.account.Region;
import footing.choices.ItemId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that would be done to one account, and all that is left to people. Made from what was read and what was decided,
 * and from nothing else: the same
 * account and choices give the same plan.
 *
 * @param changes what is left for software to do, in the order in which it is done
 * @param byHand what is left for people to do
 * @param untouched the items of which nothing is changed, each with the reason
 * @param stacks all that each stack is to hold, in the order of dependency, what it holds already included; a stack
 * that needs no change is in it too, one that is to hold nothing, or that could not be seen, is not
 * @param deployed what each stack held when the plan was made, as its template told
 */
public record Plan(Identity identity, Region home, List<PlannedChange> changes, List<Change.ManualStep> byHand,
        Map<ItemId, Remedy.Reason> untouched, Map<Stack, List<Change.StackResource>> stacks,
        Map<Stack, List<Change.StackResource>> deployed) {

    public Plan {
        changes = List.copyOf(changes);
        byHand = List.copyOf(byHand);
        Map<ItemId, Remedy.Reason> copy = new EnumMap<>(ItemId.class);
        copy.putAll(untouched);
        untouched = Collections.unmodifiableMap(copy);
        stacks = Collections.unmodifiableMap(new TreeMap<>(stacks));
        deployed = Collections.unmodifiableMap(new TreeMap<>(deployed));
    }

    /**
     * What is left to do.
     *
     * @param remedies what would mend each item
     * @param deployed what each stack holds now, as its template tells; a stack that exists and is not in it cannot be
     * changed, since its template holds what Footing did not write
     * @throws IllegalArgumentException where two items ask for one thing differently, or resources wait for each other
     * in a circle: mistakes in the program
     */
    public static Plan of(AccountState account, Map<ItemId, Remedy> remedies,
            Map<Stack, List<Change.StackResource>> deployed) {
        return new Planner(account, remedies, deployed).plan();
    }

    /**
     * The way back: Footing's stacks go, the last one first, and settings become what they were.
     *
     * @param settings from what they are to what they were; those that a stack rests on when it goes are put back after
     * it
     * @param deployed what each stack holds now, as its template tells; a stack that is not in it stays
     */
    public static Plan back(AccountState account, Collection<? extends Change.DirectSetting<?>> settings,
            Map<Stack, List<Change.StackResource>> deployed) {
        return new WayBack(account, deployed).plan(settings);
    }

    /** What somebody has left to do or to decide, beside what is by hand, each with the reason. */
    public Map<ItemId, Remedy.Reason> open() {
        Map<ItemId, Remedy.Reason> open = new EnumMap<>(ItemId.class);
        open.putAll(untouched);
        open.values().removeIf((reason) -> !reason.isOpen());
        return Collections.unmodifiableMap(open);
    }

    /** What would be done to one stack, in order. */
    public List<PlannedChange> changes(Stack stack) {
        return changes.stream()
                .filter((change) -> change.change() instanceof Change.StackResource resource
                        && resource.stack().equals(stack))
                .toList();
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** What all changes together add to the bill. */
    public Cost cost() {
        return changes.stream().map(PlannedChange::cost).reduce(Cost.NONE, Cost::and);
    }
}

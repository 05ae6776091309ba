package footing.plan;

import footing.account.Identity;
import footing.account.Region;
import footing.choices.ItemId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that would be done to one account, and all that is left to people. Made from what was read and what was decided,
 * and from nothing else: the same
 * account and choices give the same plan.
 *
 * @param changes what is left for software to do, in the order in which it is done
 * @param byHand what is left for people to do
 * @param untouched the items of which nothing is changed, each with the reason
 * @param stacks all that each stack is to hold, what it holds already included; a stack that needs no change is in it
 * too
 */
public record Plan(Identity identity, Region home, List<PlannedChange> changes, List<Change.ManualStep> byHand,
        Map<ItemId, Remedy.Reason> untouched, Map<Stack, List<Change.StackResource>> stacks) {

    public Plan {
        changes = List.copyOf(changes);
        byHand = List.copyOf(byHand);
        untouched = Collections.unmodifiableMap(new EnumMap<>(untouched));
        stacks = Collections.unmodifiableMap(new EnumMap<>(stacks));
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** What all changes together add to the bill. */
    public Cost cost() {
        return changes.stream().map(PlannedChange::cost).reduce(Cost.NONE, Cost::and);
    }
}

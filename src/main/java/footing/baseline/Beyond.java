package footing.baseline;

import footing.account.AccountState;
import footing.account.Fact;
import footing.baseline.item.Items;
import footing.choices.Attestation;
import footing.choices.BeyondChoices;
import footing.choices.Choices;
import footing.choices.EarlierBeyond;
import footing.choices.ItemId;
import footing.plan.Remedy;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is offered beyond the baseline: off unless somebody asks for it, and never counted with it. What nobody asks for
 * is neither read nor judged nor changed.
 */
public final class Beyond {

    /** In the order in which people read them. */
    public static final List<Item> ITEMS = Items.BEYOND;

    private Beyond() {
    }

    /** The facts that have to be read for these items, beside those of the baseline. */
    public static Set<Fact<?>> facts(Collection<ItemId> asked) {
        return ITEMS.stream()
                .filter((item) -> asked.contains(item.id()))
                .flatMap((item) -> item.facts().stream())
                .filter(Fact.BEYOND::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What came of those that were asked for.
     *
     * @param attestations people's word, by item
     * @param today the day on which an attestation has to hold
     */
    public static List<Finding> judge(AccountState account, Collection<ItemId> asked,
            Map<ItemId, Attestation> attestations, LocalDate today) {
        return ITEMS.stream()
                .filter((item) -> asked.contains(item.id()))
                .map((item) -> Baseline.judge(item, account, attestations, today))
                .toList();
    }

    /** Nothing of those that are not wanted, but to take away what Footing's stacks hold of them. */
    static Map<ItemId, Remedy> remedies(AccountState account, Choices choices) {
        Map<ItemId, Remedy> remedies = new EnumMap<>(ItemId.class);
        BeyondChoices held = EarlierBeyond.of(account);
        for (Item item : ITEMS) {
            if (choices.beyond().wants(item.id())) {
                remedies.put(item.id(), Baseline.remedy(item, account, choices));
            } else if (held.wants(item.id()) && !choices.leaves(item.id())) {
                remedies.put(item.id(), new Remedy.Changes(List.of(), Remedy.Reason.SWITCHED_OFF));
            }
        }
        return remedies;
    }
}

package footing.choices;

import java.util.EnumSet;
import java.util.Set;

/**
 * What people want beyond the baseline. Nothing of it is on unless somebody switches it on.
 *
 * @param on of {@link ItemId#BEYOND}
 * @param anomalyUsd from so many whole US dollars on that a cost is higher than expected, people are told of it
 */
public record BeyondChoices(Set<ItemId> on, int anomalyUsd) {

    public static final int ANOMALY_USD = 100;

    /** What a detector of GuardDuty is called in the template. */
    public static final String DETECTOR = "ThreatDetector";
    /** What the template calls that people are told of costs that are higher than expected. */
    public static final String SUBSCRIPTION = "CostAnomalySubscription";

    /** What holds where nobody has chosen. */
    public static final BeyondChoices NONE = new BeyondChoices(Set.of(), ANOMALY_USD);

    public BeyondChoices {
        on = Set.copyOf(on);
    }

    public boolean wants(ItemId item) {
        return on.contains(item);
    }

    public BeyondChoices with(ItemId item, boolean wanted) {
        Set<ItemId> now = EnumSet.noneOf(ItemId.class);
        now.addAll(on);
        if (wanted) {
            now.add(item);
        } else {
            now.remove(item);
        }
        return new BeyondChoices(now, anomalyUsd);
    }

    public BeyondChoices withAnomalyUsd(int now) {
        return new BeyondChoices(on, now);
    }
}

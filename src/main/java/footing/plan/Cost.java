package footing.plan;

import java.math.BigDecimal;

/**
 * What a change adds to the bill.
 *
 * @param monthlyUsd list price in US dollars a month, without any free tier; 0 where nothing is charged
 * @param usage whether usage comes on top: gigabytes stored, events read
 */
public record Cost(BigDecimal monthlyUsd, boolean usage) {

    public static final Cost NONE = new Cost(BigDecimal.ZERO, false);

    public Cost and(Cost other) {
        return new Cost(monthlyUsd.add(other.monthlyUsd), usage || other.usage);
    }
}

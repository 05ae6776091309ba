package footing.choices;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who hears of money, and what may be spent.
 *
 * @param list the address of a distribution list; absent where nobody has decided
 * @param topicName the topic that is made where none can be adopted
 * @param reportBucket the bucket that is made for the usage report, unique in the partition; absent: named by convention
 * @param budgets by name
 */
public record Billing(Optional<String> list, String topicName, Optional<String> reportBucket,
        SortedMap<String, BudgetChoice> budgets) {

    public Billing {
        budgets = Collections.unmodifiableSortedMap(new TreeMap<>(budgets));
    }
}

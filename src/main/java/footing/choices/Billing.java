package footing.choices;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who hears of money, what may be spent, and what help is paid for.
 *
 * @param list the address of a distribution list; absent where nobody has decided
 * @param topicName the topic that is made where none can be adopted
 * @param support the support plan that the organization expects; absent where nobody has decided
 * @param reportBucket the bucket that is made for the usage report, unique in the partition; absent: named by convention
 * @param budgets by name
 */
public record Billing(Optional<String> list, String topicName, Optional<SupportPlan> support,
        Optional<String> reportBucket,
        SortedMap<String, BudgetChoice> budgets) {

    public Billing {
        budgets = Collections.unmodifiableSortedMap(new TreeMap<>(budgets));
    }
}

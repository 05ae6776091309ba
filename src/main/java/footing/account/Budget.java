package footing.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A budget and what it tells whom. Source: {@code budgets:DescribeBudgets}, {@code
 * DescribeBudgetNotificationsForAccount}, {@code DescribeSubscribersForNotification}.
 *
 * @param type what it counts, as AWS writes it: {@code COST}, {@code USAGE} …
 * @param limit absent where the budget has none of its own, as one whose limits are planned month by month
 * @param everything whether it counts the whole account, and not only some services, tags or Regions
 * @param ends when it stops counting; AWS writes 2087 where it does not
 */
public record Budget(String name, String type, Optional<Money> limit, boolean everything,
        Optional<Instant> ends, List<Notice> notices) {

    public Budget {
        notices = List.copyOf(notices);
    }

    public static final String COST = "COST";
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /**
     * A notification of a budget.
     *
     * @param basis {@code FORECASTED} or {@code ACTUAL}
     * @param above whether it tells when more than the threshold is spent; otherwise when it is less, or the same
     * @param threshold a part of the limit in percent, or an amount
     * @param subscribers who hears of it
     */
    public record Notice(String basis, boolean above, BigDecimal threshold, boolean percent,
            Reading<List<Subscriber>> subscribers) {

        /** One that tells when more than the threshold is spent. */
        public Notice(String basis, BigDecimal threshold, boolean percent, Reading<List<Subscriber>> subscribers) {
            this(basis, true, threshold, percent, subscribers);
        }

        public boolean isForecast() {
            return basis.equals("FORECASTED");
        }

        public boolean isActual() {
            return basis.equals("ACTUAL");
        }
    }

    /**
     * Who hears of a notification. AWS asks nobody to confirm an address that stands in a budget.
     *
     * @param topic whether the address is a topic's ARN; otherwise it is a mail address
     */
    public record Subscriber(boolean topic, String address) {
    }

    /** Whether a notification comes no later than when the limit is passed. */
    public boolean warnsInTime(Notice notice) {
        return notice.percent()
                ? notice.threshold().compareTo(ALL) <= 0
                : limit.filter((most) -> notice.threshold().compareTo(most.amount()) > 0).isEmpty();
    }

    /** Whether it counts money, and still does. */
    public boolean countsCost(Instant now) {
        return type.equals(COST) && ends.filter((end) -> end.isBefore(now)).isEmpty();
    }
}

package footing.choices;

import footing.account.AccountState;
import footing.account.Budget;
import footing.account.Fact;
import footing.account.Topic;
import footing.account.Trail;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which topics tell people of money, told in one place: the one that Footing made, those that budgets notify, and those
 * that are named for it.
 */
public final class BillingTopic {

    private static final Set<String> OF_MONEY = Set.of("billing", "budget", "budgets", "cost", "costs", "finance",
            "finops", "spend", "spending");

    private BillingTopic() {
    }

    /** {@code footing-billing}, {@code BudgetAlerts}; not {@code billing-worker}, which tells of something else. */
    public static boolean isNamedForIt(String name) {
        return TopicNames.isFor(OF_MONEY, Set.of(), name);
    }

    public static boolean isOurs(Topic topic, AccountState account) {
        return account.madeByFootingAs("BillingTopic", topic.arn());
    }

    /** Every topic that was seen, wherever it is; of one that was seen twice, what tells who may publish to it. */
    public static List<Topic> all(AccountState account) {
        return List.copyOf(Stream.of(Fact.BILLING_TOPICS, Fact.TOPICS)
                .flatMap((fact) -> account.read(fact).found().orElse(List.of()).stream())
                .collect(Collectors.toMap(Topic::arn, Function.identity(),
                        (one, other) -> one.access().found().isPresent() ? one : other, LinkedHashMap::new))
                .values());
    }

    /** Every topic that could be meant, the best first. */
    public static List<Topic> candidates(AccountState account) {
        Set<String> notified = notified(account);
        return all(account).stream()
                .filter((topic) -> isOurs(topic, account) || notified.contains(topic.arn())
                        || (isNamedForIt(topic.name()) && !Trail.isOfLandingZone(topic.name())
                                && topic.region().equals(account.identity().partition().billingRegion())))
                .sorted(Comparator.comparing((Topic topic) -> !isOurs(topic, account))
                        .thenComparing((topic) -> !notified.contains(topic.arn()))
                        .thenComparing((topic) -> !topic.reachesMail())
                        .thenComparing((topic) -> topic.subscriptions().isEmpty())
                        .thenComparing(Topic::arn))
                .toList();
    }

    /**
     * The topic to use: the one that Footing made, else the one of this account that budgets notify, where only one can
     * be meant. Whether budgets may write to one that is only named for it has to be looked at first.
     */
    public static Optional<Topic> adoptable(AccountState account) {
        Set<String> notified = notified(account);
        List<Topic> near = candidates(account).stream()
                .filter((topic) -> topic.region().equals(account.identity().partition().billingRegion()))
                .toList();
        return near.stream()
                .filter((topic) -> isOurs(topic, account))
                .findFirst()
                .or(() -> Optional.of(near.stream().filter((topic) -> notified.contains(topic.arn())).toList())
                        .filter((some) -> some.size() == 1)
                        .map(List::getFirst));
    }

    /** The topics that a budget notifies, as far as it was seen whom budgets notify. */
    public static Set<String> notified(AccountState account) {
        return account.read(Fact.BUDGETS)
                .found()
                .orElse(List.of())
                .stream()
                .flatMap((budget) -> budget.notices().stream())
                .flatMap((notice) -> notice.subscribers().found().orElse(List.of()).stream())
                .filter(Budget.Subscriber::topic)
                .map(Budget.Subscriber::address)
                .collect(Collectors.toUnmodifiableSet());
    }
}

package footing.choices;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.MetricAlarm;
import footing.account.MetricFilter;
import footing.account.Topic;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which topic is the security topic, told in one place: the one that Footing made; otherwise the best of those that
 * alarms on activity notify or that are named for it, one that somebody has confirmed before one that nobody has.
 */
public final class SecurityTopic {

    private static final Set<String> PATTERNS = Arrays.stream(Activity.values())
            .map((activity) -> MetricFilter.fold(activity.pattern()))
            .collect(Collectors.toUnmodifiableSet());

    private SecurityTopic() {
    }

    /** The security topic, as far as the facts that were seen tell. */
    public static Optional<Topic> find(AccountState account) {
        return candidates(account).stream().findFirst();
    }

    /** Every topic that could be meant, the best first. */
    public static List<Topic> candidates(AccountState account) {
        Set<String> notified = notified(account);
        return account.read(Fact.TOPICS)
                .found()
                .orElse(List.of())
                .stream()
                .filter((topic) -> isOurs(topic, account) || notified.contains(topic.arn()) || isNamedForIt(topic))
                .sorted(Comparator.comparing((Topic topic) -> !isOurs(topic, account))
                        .thenComparing((topic) -> !topic.hasConfirmedSubscription())
                        .thenComparing((topic) -> topic.subscriptions().isEmpty())
                        .thenComparing((topic) -> !notified.contains(topic.arn()))
                        .thenComparing((topic) -> !topic.region().equals(account.home()))
                        .thenComparing(Topic::arn))
                .toList();
    }

    public static boolean isOurs(Topic topic, AccountState account) {
        return account.madeByFooting("AWS::SNS::Topic", topic.arn());
    }

    private static boolean isNamedForIt(Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT).contains("security");
    }

    /** The topics that alarms on the metric of an activity filter notify. */
    private static Set<String> notified(AccountState account) {
        List<MetricFilter> filters = account.read(Fact.METRIC_FILTERS).found().orElse(List.of());
        List<MetricAlarm> alarms = account.read(Fact.ALARMS).found().orElse(List.of());
        return filters.stream()
                .filter((filter) -> PATTERNS.contains(filter.foldedPattern()))
                .flatMap((filter) -> alarms.stream().filter((alarm) -> alarm.watches(filter)))
                .flatMap((alarm) -> alarm.alarmActions().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}

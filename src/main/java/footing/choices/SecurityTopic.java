package footing.choices;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.MetricAlarm;
import footing.account.MetricFilter;
import footing.account.Topic;
import footing.account.Trail;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which topic is the security topic, told in one place: the one that Footing made; otherwise the one that alarms on
 * activity notify, or that is named for it, where only one can be meant. What a landing zone owns is never it.
 */
public final class SecurityTopic {

    private static final Set<String> PATTERNS = Arrays.stream(Activity.values())
            .map((activity) -> MetricFilter.fold(activity.pattern()))
            .collect(Collectors.toUnmodifiableSet());

    /** What may follow the word "security" in the name of a topic that tells people of security matters. */
    private static final Set<String> TELLING = Set.of("incident", "incidents");

    private SecurityTopic() {
    }

    /** The security topic, where the facts that were seen leave no doubt; of the home Region before another's. */
    public static Optional<Topic> find(AccountState account) {
        List<Topic> all = candidates(account);
        List<Topic> near = all.stream().filter((topic) -> topic.region().equals(account.home())).toList();
        List<Topic> open = near.isEmpty() ? all : near;
        Set<String> notified = notified(account);
        return Stream
                .<Predicate<Topic>>of((topic) -> isOurs(topic, account), (topic) -> notified.contains(topic.arn()),
                        Topic::reachesMail, (topic) -> true)
                .map((which) -> open.stream().filter(which).toList())
                .filter((some) -> !some.isEmpty())
                .findFirst()
                .filter((some) -> some.size() == 1)
                .map(List::getFirst);
    }

    /** Every topic that could be meant, the best first. */
    public static List<Topic> candidates(AccountState account) {
        Set<String> notified = notified(account);
        return account.read(Fact.TOPICS)
                .found()
                .orElse(List.of())
                .stream()
                .filter((topic) -> isOurs(topic, account)
                        || (!Trail.isOfLandingZone(topic.name())
                                && (notified.contains(topic.arn()) || isNamedForIt(topic.name()))))
                .sorted(Comparator.comparing((Topic topic) -> !isOurs(topic, account))
                        .thenComparing((topic) -> !topic.reachesMail())
                        .thenComparing((topic) -> topic.subscriptions().isEmpty())
                        .thenComparing((topic) -> !notified.contains(topic.arn()))
                        .thenComparing((topic) -> !topic.region().equals(account.home()))
                        .thenComparing(Topic::arn))
                .toList();
    }

    public static boolean isOurs(Topic topic, AccountState account) {
        return account.madeByFootingAs("SecurityTopic", topic.arn());
    }

    /**
     * {@code security}, {@code example-security-alerts}, {@code SecurityNotifications}; not {@code security-scanner},
     * which tells of something else.
     */
    public static boolean isNamedForIt(String name) {
        return TopicNames.isFor(Set.of("security"), TELLING, name);
    }

    /** The patterns of activities, folded, that have a filter with an alarm on it. */
    static Set<String> watchedPatterns(AccountState account) {
        List<MetricAlarm> alarms = account.read(Fact.ALARMS).found().orElse(List.of());
        return activityFilters(account)
                .filter((filter) -> alarms.stream().anyMatch((alarm) -> alarm.watches(filter)))
                .map(MetricFilter::foldedPattern)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The topics that alarms on the metric of an activity filter notify. */
    private static Set<String> notified(AccountState account) {
        List<MetricAlarm> alarms = account.read(Fact.ALARMS).found().orElse(List.of());
        return activityFilters(account)
                .flatMap((filter) -> alarms.stream().filter((alarm) -> alarm.watches(filter)))
                .flatMap((alarm) -> alarm.alarmActions().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<MetricFilter> activityFilters(AccountState account) {
        return account.read(Fact.METRIC_FILTERS)
                .found()
                .orElse(List.of())
                .stream()
                .filter((filter) -> PATTERNS.contains(filter.foldedPattern()));
    }
}

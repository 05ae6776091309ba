package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.MetricAlarm;
import footing.account.MetricFilter;
import footing.account.Reading;
import footing.account.Topic;
import footing.choices.Activity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far the way from one activity to a person goes: filter, metric, alarm with its actions enabled, topic, confirmed
 * subscription.
 *
 * @param filter a filter on the log group that finds the activity
 * @param end where the best way ends
 * @param where what it ends at: the name of the topic, the alarm or the filter; empty where there is nothing
 */
record ActivityChain(Activity activity, Optional<MetricFilter> filter, End end, String where) {

    /** The best first. */
    enum End {
        HEARD,
        /** Somebody is subscribed and has yet to confirm. */
        UNCONFIRMED,
        /** The topic is of another account, so nobody here sees who is subscribed. */
        ELSEWHERE,
        /** The alarm is on a formula, and what sets that off is for a person to tell. */
        FORMULA,
        /** Only addresses that look like one person's have confirmed. */
        PERSONAL,
        /** Who has confirmed gets only what a filter policy lets through. */
        FILTERED,
        /** Whether alarms may publish to the topic rests on a key or a condition that nobody here can weigh. */
        TOPIC_UNCLEAR,
        /** Everybody in the world may publish to the topic. */
        TOPIC_PUBLIC,
        /** The topic is encrypted with a key that alarms may not use. */
        TOPIC_KEY,
        /** The topic's policy does not let alarms publish. */
        TOPIC_REFUSES,
        /** Programs or phones are notified, but no mailbox. */
        NO_LIST,
        /** There is a topic, and nobody is subscribed. */
        NOBODY,
        /** A single event would not set the alarm off. */
        DEAF,
        /** The alarm notifies no topic, one that is gone, or nobody since its actions are off. */
        MUTE,
        NO_ALARM,
        NO_FILTER;

        /** Whether somebody hears as far as the subscriptions tell, or will. */
        boolean isHeard() {
            return this == HEARD || this == UNCONFIRMED || this == PERSONAL || this == FILTERED;
        }

        /** Whether filter and alarm are there and notify a topic. */
        boolean reachesTopic() {
            return compareTo(NOBODY) <= 0;
        }
    }

    /** What the ways are made of. */
    record Parts(List<MetricFilter> filters, List<MetricAlarm> alarms, List<Topic> topics, String account) {

        static Reading<Parts> read(AccountState account) {
            return Reading.both(
                    Reading.both(account.read(Fact.METRIC_FILTERS), account.read(Fact.ALARMS),
                            (filters, alarms) -> new Parts(filters, alarms, List.of(), account.identity().account())),
                    account.read(Fact.TOPICS),
                    (parts, topics) -> new Parts(parts.filters, parts.alarms, topics, parts.account));
        }

        /** The parts that Footing did not make; topics are whosever they are. */
        Parts ofOthers(AccountState account) {
            return new Parts(
                    filters.stream()
                            .filter((filter) -> !account.madeByFooting("AWS::Logs::MetricFilter", filter.name()))
                            .toList(),
                    alarms.stream()
                            .filter((alarm) -> !account.madeByFooting("AWS::CloudWatch::Alarm", alarm.name()))
                            .toList(),
                    topics, account.identity().account());
        }
    }

    static ActivityChain of(Activity activity, String logGroupArn, Parts parts) {
        return parts.filters()
                .stream()
                .filter((filter) -> filter.logGroupArn().equals(logGroupArn)
                        && filter.hasPattern(activity.pattern()))
                .map((filter) -> of(activity, filter, parts))
                .min(ActivityChain::compareEnds)
                .orElseGet(() -> new ActivityChain(activity, Optional.empty(), End.NO_FILTER, ""));
    }

    private static ActivityChain of(Activity activity, MetricFilter filter, Parts parts) {
        ActivityChain best = parts.alarms()
                .stream()
                .filter((alarm) -> alarm.watches(filter))
                .flatMap((alarm) -> of(activity, filter, alarm, parts))
                .min(ActivityChain::compareEnds)
                .orElseGet(() -> new ActivityChain(activity, Optional.of(filter), End.NO_ALARM, filter.name()));
        // An alarm of Footing's would hear nothing on a metric that is split, or that one event does not raise to one.
        return best.end.reachesTopic() || AlarmResources.TRIGGER.firesOn(filter)
                ? best
                : new ActivityChain(activity, Optional.empty(), End.NO_FILTER, filter.name());
    }

    private static Stream<ActivityChain> of(Activity activity, MetricFilter filter, MetricAlarm alarm, Parts parts) {
        Optional<MetricFilter> found = Optional.of(filter);
        ActivityChain mute = new ActivityChain(activity, found, End.MUTE, alarm.name());
        if (alarm.trigger().filter((trigger) -> !trigger.firesOn(filter)).isPresent()) {
            return Stream.of(new ActivityChain(activity, found, End.DEAF, alarm.name()));
        }
        Stream<ActivityChain> topics = alarm.alarmActions()
                .stream()
                .filter((action) -> alarm.actionsEnabled() && action.contains(":sns:"))
                .flatMap((arn) -> at(activity, found, arn, parts).stream());
        return Stream.concat(alarm.trigger().isPresent()
                ? topics
                : topics.map((chain) -> new ActivityChain(activity, found, End.FORMULA, alarm.name())),
                Stream.of(mute));
    }

    private static Optional<ActivityChain> at(Activity activity, Optional<MetricFilter> filter, String arn,
            Parts parts) {
        Optional<Topic> topic = parts.topics().stream().filter((one) -> one.arn().equals(arn)).findFirst();
        if (topic.isPresent()) {
            return topic.map((one) -> new ActivityChain(activity, filter, end(one), one.name()));
        }
        return arn.contains(":" + parts.account() + ":")
                ? Optional.empty()
                : Optional.of(new ActivityChain(activity, filter, End.ELSEWHERE, arn));
    }

    private static End end(Topic topic) {
        Optional<TopicAccess> access = topic.access()
                .found()
                .map((seen) -> TopicAccess.of(topic, seen, TopicAccess.Publisher.ALARMS));
        End end = subscribed(topic);
        return access.map((known) -> switch (known) {
            case OPEN -> end;
            case UNCLEAR -> end == End.NOBODY || end == End.NO_LIST ? end : End.TOPIC_UNCLEAR;
            case PUBLIC -> End.TOPIC_PUBLIC;
            case KEY -> End.TOPIC_KEY;
            case REFUSED -> End.TOPIC_REFUSES;
        }).orElse(end);
    }

    private static End subscribed(Topic topic) {
        if (topic.reachesMail()) {
            // What nobody could look into counts as heard here; it is looked into before anybody says so.
            return switch (MailHeard.of(topic).found().orElse(MailHeard.WHOLE)) {
                case WHOLE -> End.HEARD;
                case PERSONAL -> End.PERSONAL;
                case FILTERED -> End.FILTERED;
            };
        }
        if (!topic.mail().isEmpty()) {
            return End.UNCONFIRMED;
        }
        return topic.subscriptions().isEmpty() ? End.NOBODY : End.NO_LIST;
    }

    private static int compareEnds(ActivityChain one, ActivityChain other) {
        return one.end.compareTo(other.end);
    }
}

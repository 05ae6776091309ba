package footing.baseline.item;

import footing.account.AccountState;
import footing.account.ComplianceEvent;
import footing.account.EventRule;
import footing.account.EventRule.Target;
import footing.account.Evidence;
import footing.account.Fact;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Topic;
import footing.baseline.item.ConfigNotifications.Result;
import footing.baseline.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far a finding of AWS Config gets: from the event bus by a rule to a topic, or to the bus of another Region and
 * from there to a topic, and to somebody who has confirmed.
 *
 * @param end where the way ends
 * @param by what it ends at: an event rule, a topic, a function
 */
record ComplianceWay(Result end, String by) {

    private static final String DEFAULT_BUS = "event-bus/default";

    /** The best of all ways that an event takes from a Region's own event bus. */
    static Reading<ComplianceWay> of(AccountState account, Region region, ComplianceEvent event) {
        return new Walk(account, event, Set.of(), Set.of()).from(region, true);
    }

    /**
     * One event on its way.
     *
     * @param open topics that are taken to let EventBridge in, since they will
     * @param without the names of event rules that are taken not to be there
     */
    record Walk(AccountState account, ComplianceEvent event, Set<String> open, Set<String> without) {

        /** @param first whether the event is on its first bus: from a second one EventBridge sends it to no third */
        Reading<ComplianceWay> from(Region region, boolean first) {
            return account.read(Fact.CONFIG_EVENTS)
                    .flatMap((events) -> events.in(region))
                    .flatMap((rules) -> best(rules.stream()
                            .filter((rule) -> !without.contains(rule.name()) && rule.hears(event))
                            .map((rule) -> by(rule, region, first))
                            .toList(), new ComplianceWay(Result.NONE, "")));
        }

        private Reading<ComplianceWay> by(EventRule rule, Region region, boolean first) {
            if (!rule.enabled()) {
                return Reading.seen(new ComplianceWay(Result.OFF, rule.name()));
            }
            return rule.targets()
                    .flatMap((targets) -> best(
                            targets.stream().map((target) -> to(target, region, first)).toList(),
                            new ComplianceWay(Result.NO_TARGET, rule.name())));
        }

        private Reading<ComplianceWay> to(Target target, Region region, boolean first) {
            if (target.service().equals("events") && !first) {
                return Reading.seen(new ComplianceWay(Result.NO_TARGET, target.arn()));
            }
            if (!target.account().equals(account.identity().account()) && !target.account().isEmpty()) {
                return Reading.seen(new ComplianceWay(Result.ELSEWHERE, target.account()));
            }
            if (target.service().equals("sns")) {
                return toTopic(target);
            }
            boolean bus = target.service().equals("events") && target.resource().equals(DEFAULT_BUS)
                    && Region.SHAPE.matcher(target.region()).matches();
            if (!bus) {
                return Reading.seen(new ComplianceWay(Result.OTHER_MEANS, target.resource()));
            }
            boolean far = !target.region().equals(region.id());
            return far && target.roleArn().isEmpty()
                    ? Reading.seen(new ComplianceWay(Result.REFUSED, target.arn()))
                    : from(new Region(target.region()), false);
        }

        private Reading<ComplianceWay> toTopic(Target target) {
            return account.read(Fact.EVENT_TOPICS)
                    .flatMap((topics) -> Optional.ofNullable(topics.get(target.arn()))
                            .orElseGet(() -> new Reading.Failed<>(
                                    new Problem(Problem.Kind.NOT_READ, "sns:GetTopicAttributes", target.arn()))))
                    .flatMap((topic) -> topic.map(this::toTopic)
                            .orElseGet(() -> Reading.seen(new ComplianceWay(Result.NOBODY, target.resource()))));
        }

        private Reading<ComplianceWay> toTopic(Topic topic) {
            return topic.access()
                    .flatMap((access) -> open.contains(topic.arn())
                            ? heard(topic)
                            : through(topic, TopicAccess.of(topic, access, TopicAccess.Publisher.EVENTS)));
        }

        private static Reading<ComplianceWay> through(Topic topic, TopicAccess access) {
            return switch (access) {
                case OPEN -> heard(topic);
                case UNCLEAR -> heard(topic).map((way) -> way.end().status() == Status.NOT_MET
                        ? way
                        : new ComplianceWay(Result.TOPIC_UNCLEAR, topic.name()));
                case PUBLIC -> Reading.seen(new ComplianceWay(Result.TOPIC_PUBLIC, topic.name()));
                case KEY -> Reading.seen(new ComplianceWay(Result.TOPIC_KEY, topic.name()));
                case REFUSED -> Reading.seen(new ComplianceWay(Result.REFUSED, topic.name()));
            };
        }
    }

    private static Reading<ComplianceWay> heard(Topic topic) {
        if (topic.reachesMail()) {
            return MailHeard.of(topic).map((heard) -> new ComplianceWay(switch (heard) {
                case WHOLE -> Result.REACHES;
                case PERSONAL -> Result.LOOKS_PERSONAL;
                case FILTERED -> Result.FILTERED;
            }, topic.name()));
        }
        boolean others = topic.subscriptions().stream().anyMatch((one) -> one.confirmed() && !one.isMail());
        Result end = others ? Result.OTHER_MEANS : topic.mail().isEmpty() ? Result.NOBODY : Result.UNCONFIRMED;
        return Reading.seen(new ComplianceWay(end, topic.name()));
    }

    /** Where one way reaches somebody, no other matters; otherwise each of them has to be seen. */
    private static Reading<ComplianceWay> best(List<Reading<ComplianceWay>> ways, ComplianceWay none) {
        Evidence evidence = ways.stream().map(Reading::evidenceOrNone).reduce(Evidence.NONE, Evidence::and);
        return ways.stream()
                .flatMap((way) -> way.found().stream())
                .filter((way) -> way.end() == Result.REACHES)
                .findFirst()
                .map((way) -> Reading.seen(way, evidence))
                .orElseGet(() -> Reading.all(ways)
                        .map((all) -> all.stream().max(Comparator.comparing(ComplianceWay::end)).orElse(none)));
    }
}

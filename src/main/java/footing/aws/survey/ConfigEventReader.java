package footing.aws.survey;

import footing.account.ComplianceEvent;
import footing.account.EventRule;
import footing.account.EventRule.Target;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.account.Topic;
import footing.aws.FromSdk;
import footing.choices.SecurityTopic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;

/**
 * The way that a finding of AWS Config takes: the event rules of each Region that could hear of it, whom they tell, and
 * the topics among those. Rules that hear of something else cost no call of their own.
 */
final class ConfigEventReader {

    static final List<Reader<?>> READERS = List.of(
            Reader.of(Fact.CONFIG_EVENTS, (asking) -> Reading.seen(rules(asking)), "events:ListRules",
                    "events:ListTargetsByRule"),
            Reader.of(Fact.EVENT_TOPICS, ConfigEventReader::topics, "sns:GetTopicAttributes", "sns:ListTopics",
                    "sns:ListSubscriptions", "sns:GetSubscriptionAttributes"));

    /** How many topics are looked into; one is what an account has for this. */
    private static final int MOST_TOPICS = 20;

    private ConfigEventReader() {
    }

    private static Regional<List<EventRule>> rules(Asking asking) {
        return asking.inEachRegion(ConfigEventReader::rules);
    }

    private static Reading<List<EventRule>> rules(Asking asking, Region region) {
        ComplianceEvent event = ComplianceEvent.ofAnyRule(asking.identity().account(), region);
        return asking
                .pages(Ask.of(EventBridgeClient.class, region, "ListRules", ListRulesRequest.builder().build(),
                        EventBridgeClient::listRules)
                        .seeing((response) -> Values.of()
                                .and("Rules", response.rules().size())
                                .and("of Config's findings",
                                        response.rules().stream().filter((rule) -> hears(rule, event)).count())
                                .map()),
                        (request, response) -> FromSdk.some(response.nextToken())
                                .map((token) -> request.toBuilder().nextToken(token).build()))
                .map((pages) -> pages.stream()
                        .flatMap((page) -> page.rules().stream())
                        .filter((rule) -> hears(rule, event))
                        .toList())
                .map((rules) -> asking.each(rules, (other, rule) -> rule(rule, targets(other, region, rule))));
    }

    private static boolean hears(Rule rule, ComplianceEvent event) {
        return rule(rule, Reading.seen(List.of())).hears(event);
    }

    private static EventRule rule(Rule told, Reading<List<Target>> targets) {
        return new EventRule(FromSdk.text(told.name()), told.state() != RuleState.DISABLED,
                FromSdk.text(told.eventPattern()), targets);
    }

    private static Reading<List<Target>> targets(Asking asking, Region region, Rule rule) {
        return asking
                .pages(Ask.of(EventBridgeClient.class, region, "ListTargetsByRule",
                        ListTargetsByRuleRequest.builder().rule(rule.name()).build(),
                        EventBridgeClient::listTargetsByRule)
                        .seeing((response) -> Values.of()
                                .and("Rule", rule.name())
                                .and("State", rule.stateAsString())
                                .and("Targets", response.targets().isEmpty()
                                        ? "0"
                                        : String.join(", ",
                                                response.targets().stream().map((target) -> target.arn()).toList()))
                                .map()),
                        (request, response) -> FromSdk.some(response.nextToken())
                                .map((token) -> request.toBuilder().nextToken(token).build()))
                .map((pages) -> pages.stream()
                        .flatMap((page) -> page.targets().stream())
                        .map((target) -> new Target(FromSdk.text(target.arn()), FromSdk.some(target.roleArn())))
                        .toList());
    }

    /** What is named for security is looked into as well: it may be told from now on. */
    private static Reading<Map<String, Reading<Optional<Topic>>>> topics(Asking asking) {
        Asking.Meanwhile<Reading<List<Topic>>> near = asking
                .start((other) -> TopicReader.topics(other, other.home()));
        Asking.Meanwhile<Stream<Target>> told = asking.start((other) -> rules(other).found()
                .values()
                .stream()
                .flatMap(List::stream)
                .flatMap((rule) -> rule.targets().found().stream())
                .flatMap(List::stream));
        return near.get().map((topics) -> {
            Stream<Target> named = topics.stream()
                    .filter((topic) -> SecurityTopic.isNamedForIt(topic.name()))
                    .map((topic) -> new Target(topic.arn(), Optional.empty()));
            List<Target> all = Stream.concat(told.get(), named)
                    .filter((target) -> target.service().equals("sns")
                            && target.account().equals(asking.identity().account())
                            && Region.SHAPE.matcher(target.region()).matches())
                    .map((target) -> new Target(target.arn(), Optional.empty()))
                    .distinct()
                    .limit(MOST_TOPICS)
                    .toList();
            List<Reading<Optional<Topic>>> readings = asking.each(all,
                    (other, target) -> TopicReader.topic(other, new Region(target.region()), target.arn()));
            return IntStream.range(0, all.size())
                    .boxed()
                    .collect(Collectors.toUnmodifiableMap((one) -> all.get(one).arn(), readings::get));
        });
    }
}

package footing.aws.survey;

import footing.account.Fact;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Topic;
import footing.aws.FromSdk;
import footing.choices.SecurityTopic;
import footing.choices.BillingTopic;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;

/**
 * Topics and who is subscribed to them: two calls a Region and page, however many topics there are; and more of the
 * few topics that security matters, or matters of money, could go to: who may publish, and whether subscribers get all.
 */
final class TopicReader {

    static final List<Reader<?>> READERS = List.of(
            Reader.of(Fact.TOPICS, TopicReader::topics, "sns:ListTopics", "sns:ListSubscriptions",
                    "sns:GetTopicAttributes", "sns:GetSubscriptionAttributes"),
            Reader.of(Fact.BILLING_TOPICS, TopicReader::ofBilling, "sns:ListTopics", "sns:ListSubscriptions",
                    "sns:GetTopicAttributes", "sns:GetSubscriptionAttributes"));

    /** Of more topics than anybody uses for security, or for money, nothing but the names is read. */
    private static final int MOST_ASKED = 20;

    /** A topic that nothing but its name is asked of. */
    private static final long UNASKED = -1;

    private TopicReader() {
    }

    private static Reading<List<Topic>> topics(Asking asking) {
        return Places.besideLogGroups(asking, TopicReader::ofSecurity);
    }

    /** The topics of one Region; whoever else needs them asks the same two questions. */
    static Reading<List<Topic>> topics(Asking asking, Region region) {
        return topics(asking, region, (arn) -> UNASKED);
    }

    /** One topic, with who may publish to it and who gets all of it; empty where it is gone. */
    static Reading<Optional<Topic>> topic(Asking asking, Region region, String arn) {
        Asking.Meanwhile<Reading<Topic.Access>> asked = asking.start((other) -> access(other, region, arn));
        Reading<List<Topic>> topics = topics(asking, region, (one) -> one.equals(arn) ? 0 : UNASKED);
        Reading<Topic.Access> access = asked.get();
        return topics.map((all) -> all.stream()
                .filter((one) -> one.arn().equals(arn))
                .findFirst()
                .map((one) -> new Topic(arn, one.name(), region, one.subscriptions(), access)));
    }

    private static Reading<List<Topic>> ofSecurity(Asking asking, Region region) {
        Asking.Meanwhile<Map<String, Long>> alarms = asking.start((other) -> AlarmReader.alarms(other, region)
                .found()
                .orElse(List.of())
                .stream()
                .flatMap((alarm) -> alarm.alarmActions().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
        return topics(asking, region, (arn) -> SecurityTopic.isNamedForIt(name(arn))
                ? Long.MAX_VALUE
                : alarms.get().getOrDefault(arn, 0L));
    }

    private static Reading<List<Topic>> ofBilling(Asking asking) {
        return topics(asking, Places.ofBilling(asking), (arn) -> BillingTopic.isNamedForIt(name(arn)) ? 1 : 0);
    }

    /**
     * @param rank how much a topic could matter: above zero it has to be known who may publish to it, the higher the
     * sooner; at zero at least whether its subscribers get everything
     */
    private static Reading<List<Topic>> topics(Asking asking, Region region, ToLongFunction<String> rank) {
        Asking.Meanwhile<Reading<Map<String, List<Topic.Subscription>>>> subscriptions = asking
                .start((other) -> SubscriptionReader.byTopic(other, region, rank));
        Reading<List<String>> arns = arns(asking, region);
        Map<String, Reading<Topic.Access>> access = access(asking, region,
                arns.found()
                        .orElse(List.of())
                        .stream()
                        .filter((arn) -> rank.applyAsLong(arn) > 0)
                        .sorted(Comparator.comparing((String arn) -> -rank.applyAsLong(arn)))
                        .limit(MOST_ASKED)
                        .toList());
        return Reading.both(arns, subscriptions.get(), (topics, all) -> topics.stream()
                .map((arn) -> new Topic(arn, name(arn), region, all.getOrDefault(arn, List.of()),
                        access.getOrDefault(arn, new Reading.Failed<>(
                                new Problem(Problem.Kind.NOT_READ, "sns:GetTopicAttributes", name(arn))))))
                .toList());
    }

    private static Map<String, Reading<Topic.Access>> access(Asking asking, Region region, List<String> arns) {
        List<Reading<Topic.Access>> readings = asking.each(arns, (other, arn) -> access(other, region, arn));
        return IntStream.range(0, arns.size())
                .boxed()
                .collect(Collectors.toUnmodifiableMap(arns::get, readings::get));
    }

    private static Reading<Topic.Access> access(Asking asking, Region region, String arn) {
        return asking
                .ask(Ask.of(SnsClient.class, region, "GetTopicAttributes",
                        GetTopicAttributesRequest.builder().topicArn(arn).build(), SnsClient::getTopicAttributes)
                        .seeing((response) -> Values.of()
                                .and("TopicArn", arn)
                                .and("KmsMasterKeyId", response.attributes().get("KmsMasterKeyId"))
                                .and("Policy", response.attributes().get("Policy"))
                                .map()))
                .map((response) -> new Topic.Access(response.attributes().getOrDefault("Policy", ""),
                        FromSdk.some(response.attributes().get("KmsMasterKeyId"))));
    }

    private static String name(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    private static Reading<List<String>> arns(Asking asking, Region region) {
        return asking
                .pages(Ask.of(SnsClient.class, region, "ListTopics", ListTopicsRequest.builder().build(),
                        SnsClient::listTopics)
                        .seeing((response) -> Values.of().and("Topics", response.topics().size()).map()),
                        (request, response) -> FromSdk.some(response.nextToken())
                                .map((token) -> request.toBuilder().nextToken(token).build()))
                .map((pages) -> pages.stream()
                        .flatMap((page) -> page.topics().stream())
                        .map((topic) -> topic.topicArn())
                        .toList());
    }
}

package footing.aws.survey;

import footing.account.Fact;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Topic;
import footing.aws.FromSdk;
import footing.choices.SecurityTopic;
import footing.choices.BillingTopic;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * Topics and who is subscribed to them: two calls a Region and page, however many topics there are; and one more for
 * each topic that security matters, or matters of money, could go to.
 */
final class TopicReader {

    static final List<Reader<?>> READERS = List.of(
            Reader.of(Fact.TOPICS, TopicReader::topics, "sns:ListTopics", "sns:ListSubscriptions",
                    "sns:GetTopicAttributes"),
            Reader.of(Fact.BILLING_TOPICS, TopicReader::ofBilling, "sns:ListTopics", "sns:ListSubscriptions",
                    "sns:GetTopicAttributes"));

    /** Of more topics than anybody uses for security, or for money, nothing but the names is read. */
    private static final int MOST_ASKED = 20;

    private TopicReader() {
    }

    private static Reading<List<Topic>> topics(Asking asking) {
        return Places.besideLogGroups(asking, TopicReader::ofSecurity);
    }

    /** The topics of one Region; whoever else needs them asks the same two questions. */
    static Reading<List<Topic>> topics(Asking asking, Region region) {
        return topics(asking, region, (arn) -> false);
    }

    /** One topic, with who may publish to it; empty where it is gone. */
    static Reading<Optional<Topic>> topic(Asking asking, Region region, String arn) {
        Asking.Meanwhile<Reading<Topic.Access>> asked = asking.start((other) -> access(other, region, arn));
        Reading<List<Topic>> topics = topics(asking, region);
        Reading<Topic.Access> access = asked.get();
        return topics.map((all) -> all.stream()
                .filter((one) -> one.arn().equals(arn))
                .findFirst()
                .map((one) -> new Topic(arn, one.name(), region, one.subscriptions(), access)));
    }

    private static Reading<List<Topic>> ofSecurity(Asking asking, Region region) {
        Asking.Meanwhile<Set<String>> notified = asking.start((other) -> AlarmReader.alarms(other, region)
                .found()
                .orElse(List.of())
                .stream()
                .flatMap((alarm) -> alarm.alarmActions().stream())
                .collect(Collectors.toUnmodifiableSet()));
        return topics(asking, region,
                (arn) -> SecurityTopic.isNamedForIt(name(arn)) || notified.get().contains(arn));
    }

    private static Reading<List<Topic>> ofBilling(Asking asking) {
        return topics(asking, Places.ofBilling(asking), (arn) -> BillingTopic.isNamedForIt(name(arn)));
    }

    /** @param meant the topics of which it has to be known who may publish to them */
    private static Reading<List<Topic>> topics(Asking asking, Region region, Predicate<String> meant) {
        Asking.Meanwhile<Reading<List<Subscription>>> subscriptions = asking
                .start((other) -> subscriptions(other, region));
        Reading<List<String>> arns = arns(asking, region);
        Map<String, Reading<Topic.Access>> access = access(asking, region,
                arns.found().orElse(List.of()).stream().filter(meant).limit(MOST_ASKED).toList());
        return Reading.both(arns, subscriptions.get(), (topics, all) -> topics(topics, region, all, access));
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

    private static Reading<List<Subscription>> subscriptions(Asking asking, Region region) {
        return asking
                .pages(Ask.of(SnsClient.class, region, "ListSubscriptions", ListSubscriptionsRequest.builder().build(),
                        SnsClient::listSubscriptions)
                        .seeing((response) -> seen(response.subscriptions())),
                        (request, response) -> FromSdk.some(response.nextToken())
                                .map((token) -> request.toBuilder().nextToken(token).build()))
                .map((pages) -> pages.stream().flatMap((page) -> page.subscriptions().stream()).toList());
    }

    private static Map<String, String> seen(List<Subscription> subscriptions) {
        long confirmed = subscriptions.stream().filter(TopicReader::isConfirmed).count();
        return Values.of()
                .and("Subscriptions", subscriptions.size())
                .and("confirmed", confirmed)
                .and("not confirmed", subscriptions.size() - confirmed)
                .map();
    }

    private static List<Topic> topics(Collection<String> arns, Region region, Collection<Subscription> all,
            Map<String, Reading<Topic.Access>> access) {
        Map<String, List<Subscription>> byTopic = all.stream()
                .filter((subscription) -> !FromSdk.text(subscription.subscriptionArn()).equals("Deleted"))
                .collect(Collectors.groupingBy((subscription) -> FromSdk.text(subscription.topicArn())));
        return arns.stream()
                .map((arn) -> new Topic(arn, name(arn), region,
                        byTopic.getOrDefault(arn, List.of()).stream().map(TopicReader::subscription).toList(),
                        access.getOrDefault(arn, new Reading.Failed<>(
                                new Problem(Problem.Kind.NOT_READ, "sns:GetTopicAttributes", name(arn))))))
                .toList();
    }

    private static Topic.Subscription subscription(Subscription told) {
        return new Topic.Subscription(FromSdk.text(told.protocol()), FromSdk.text(told.endpoint()),
                isConfirmed(told));
    }

    /** A subscription has an ARN of its own once it is confirmed; until then AWS writes PendingConfirmation. */
    private static boolean isConfirmed(Subscription told) {
        return FromSdk.text(told.subscriptionArn()).startsWith("arn:");
    }
}

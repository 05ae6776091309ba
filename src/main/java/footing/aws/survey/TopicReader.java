package footing.aws.survey;

import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Topic;
import footing.aws.FromSdk;
import footing.choices.BillingTopic;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * Topics and who is subscribed to them: two calls a Region and page, however many topics there are. The topics of
 * billing are a fact of their own, so that a Region that refuses takes nothing from another.
 */
final class TopicReader {

    static final List<Reader<?>> READERS = List.of(
            Reader.of(Fact.TOPICS, TopicReader::topics, "sns:ListTopics", "sns:ListSubscriptions"),
            Reader.of(Fact.BILLING_TOPICS, (asking) -> topics(asking, Places.ofBilling(asking)), "sns:ListTopics",
                    "sns:ListSubscriptions"),
            Reader.of(Fact.BILLING_TOPIC_POLICIES, TopicReader::policies, "sns:ListTopics",
                    "sns:GetTopicAttributes"));

    /** Nobody has more topics that are named for money. */
    private static final int MOST_POLICIES = 10;

    private TopicReader() {
    }

    private static Reading<List<Topic>> topics(Asking asking) {
        return Reading.all(asking.each(Places.besideLogGroups(asking), TopicReader::topics))
                .map((lists) -> lists.stream().flatMap(List::stream).toList());
    }

    /** The topics of one Region; whoever else needs them asks the same two questions. */
    static Reading<List<Topic>> topics(Asking asking, Region region) {
        Asking.Meanwhile<Reading<List<Subscription>>> subscriptions = asking
                .start((other) -> subscriptions(other, region));
        Reading<List<String>> arns = arns(asking, region);
        return Reading.both(arns, subscriptions.get(), (topics, all) -> topics(topics, region, all));
    }

    private static Reading<Map<String, Reading<String>>> policies(Asking asking) {
        Region region = Places.ofBilling(asking);
        return arns(asking, region).map((arns) -> {
            List<String> ofMoney = arns.stream()
                    .filter((arn) -> BillingTopic.isNamedForIt(name(arn)))
                    .limit(MOST_POLICIES)
                    .toList();
            List<Reading<String>> policies = asking.each(ofMoney, (other, arn) -> policy(other, region, arn));
            return IntStream.range(0, ofMoney.size())
                    .boxed()
                    .collect(Collectors.toUnmodifiableMap(ofMoney::get, policies::get));
        });
    }

    private static Reading<String> policy(Asking asking, Region region, String arn) {
        return asking
                .ask(Ask.of(SnsClient.class, region, "GetTopicAttributes",
                        GetTopicAttributesRequest.builder().topicArn(arn).build(), SnsClient::getTopicAttributes)
                        .seeing((response) -> Values.of()
                                .and("TopicArn", arn)
                                .and("Policy", response.attributes().get("Policy"))
                                .map()))
                .map((response) -> FromSdk.text(response.attributes().get("Policy")));
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

    private static List<Topic> topics(Collection<String> arns, Region region, Collection<Subscription> all) {
        Map<String, List<Subscription>> byTopic = all.stream()
                .filter((subscription) -> !FromSdk.text(subscription.subscriptionArn()).equals("Deleted"))
                .collect(Collectors.groupingBy((subscription) -> FromSdk.text(subscription.topicArn())));
        return arns.stream()
                .map((arn) -> new Topic(arn, name(arn), region,
                        byTopic.getOrDefault(arn, List.of()).stream().map(TopicReader::subscription).toList()))
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

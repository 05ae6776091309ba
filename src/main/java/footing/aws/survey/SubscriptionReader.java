package footing.aws.survey;

import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Topic;
import footing.aws.FromSdk;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsRequest;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * Who is subscribed to the topics of a Region: one call a page; and one more for each mailbox that has confirmed, since
 * only there AWS tells of a filter policy.
 */
final class SubscriptionReader {

    /** Of more mailboxes than anybody subscribes for security and money, no filter policy is read. */
    private static final int MOST_ASKED = 50;

    private SubscriptionReader() {
    }

    /**
     * The subscriptions, by the ARN of their topic.
     *
     * @param rank which topics matter, the more the higher; of one below zero no filter policy is read
     */
    static Reading<Map<String, List<Topic.Subscription>>> byTopic(Asking asking, Region region,
            ToLongFunction<String> rank) {
        return listed(asking, region).map((all) -> {
            List<String> asked = all.stream()
                    .filter((one) -> isConfirmed(one) && isMail(one) && rank.applyAsLong(topic(one)) >= 0)
                    .sorted(Comparator.comparing((Subscription one) -> -rank.applyAsLong(topic(one))))
                    .map(Subscription::subscriptionArn)
                    .distinct()
                    .limit(MOST_ASKED)
                    .toList();
            List<Reading<Boolean>> readings = asking.each(asked, (other, arn) -> filtered(other, region, arn));
            Map<String, Reading<Boolean>> filtered = IntStream.range(0, asked.size())
                    .boxed()
                    .collect(Collectors.toUnmodifiableMap(asked::get, readings::get));
            return all.stream()
                    .filter((one) -> !FromSdk.text(one.subscriptionArn()).equals("Deleted"))
                    .collect(Collectors.groupingBy(SubscriptionReader::topic,
                            Collectors.mapping((one) -> subscription(one, filtered), Collectors.toList())));
        });
    }

    private static Reading<List<Subscription>> listed(Asking asking, Region region) {
        return asking
                .pages(Ask.of(SnsClient.class, region, "ListSubscriptions", ListSubscriptionsRequest.builder().build(),
                        SnsClient::listSubscriptions)
                        .seeing((response) -> seen(response.subscriptions())),
                        (request, response) -> FromSdk.some(response.nextToken())
                                .map((token) -> request.toBuilder().nextToken(token).build()))
                .map((pages) -> pages.stream().flatMap((page) -> page.subscriptions().stream()).toList());
    }

    private static Map<String, String> seen(List<Subscription> subscriptions) {
        long confirmed = subscriptions.stream().filter(SubscriptionReader::isConfirmed).count();
        return Values.of()
                .and("Subscriptions", subscriptions.size())
                .and("confirmed", confirmed)
                .and("not confirmed", subscriptions.size() - confirmed)
                .map();
    }

    /** An empty policy lets everything through: it is how one is taken away. */
    private static Reading<Boolean> filtered(Asking asking, Region region, String arn) {
        return asking
                .ask(Ask.of(SnsClient.class, region, "GetSubscriptionAttributes",
                        GetSubscriptionAttributesRequest.builder().subscriptionArn(arn).build(),
                        SnsClient::getSubscriptionAttributes)
                        .seeing((response) -> Values.of()
                                .and("SubscriptionArn", arn)
                                .and("FilterPolicy", response.attributes().get("FilterPolicy"))
                                .map()))
                .map((response) -> FromSdk.some(response.attributes().get("FilterPolicy"))
                        .map((policy) -> policy.replaceAll("\\s", ""))
                        .filter((policy) -> !policy.isEmpty() && !policy.equals("{}"))
                        .isPresent());
    }

    private static Topic.Subscription subscription(Subscription told, Map<String, Reading<Boolean>> filtered) {
        String arn = FromSdk.text(told.subscriptionArn());
        return new Topic.Subscription(FromSdk.text(told.protocol()), FromSdk.text(told.endpoint()),
                isConfirmed(told), filtered.getOrDefault(arn, new Reading.Failed<>(
                        new Problem(Problem.Kind.NOT_READ, "sns:GetSubscriptionAttributes", topic(told)))));
    }

    private static String topic(Subscription told) {
        return FromSdk.text(told.topicArn());
    }

    private static boolean isMail(Subscription told) {
        return FromSdk.text(told.protocol()).startsWith("email");
    }

    /** A subscription has an ARN of its own once it is confirmed; until then AWS writes PendingConfirmation. */
    private static boolean isConfirmed(Subscription told) {
        return FromSdk.text(told.subscriptionArn()).startsWith("arn:");
    }
}

package footing.practice.service;

import footing.practice.TopicState;
import footing.practice.TopicState.Subscriber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.ConfirmSubscriptionRequest;
import software.amazon.awssdk.services.sns.model.ConfirmSubscriptionResponse;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsResponse;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeResponse;

/** SNS's subscriptions. Who is subscribed by mail or web has to confirm it; until then nothing is delivered. */
abstract class SnsSubscriptions implements SnsClient {

    static final int PAGE = 100;
    private static final String PENDING = "PendingConfirmation";
    /** Endpoints that the account owns need nobody's confirmation. */
    private static final Set<String> OWN = Set.of("sqs", "lambda", "firehose", "application", "sms");
    private static final Set<String> SETTABLE = Set.of("DeliveryPolicy", "FilterPolicy", "FilterPolicyScope",
            "RawMessageDelivery", "RedrivePolicy", "SubscriptionRoleArn");
    private static final Map<String, Pattern> ENDPOINTS = Map.of("email",
            Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+"), "email-json",
            Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+"), "http", Pattern.compile("http://\\S+"), "https",
            Pattern.compile("https://\\S+"), "sms", Pattern.compile("\\+?[0-9 ()-]+"), "sqs",
            Pattern.compile("arn:[\\w-]+:sqs:.+"), "lambda", Pattern.compile("arn:[\\w-]+:lambda:.+"), "firehose",
            Pattern.compile("arn:[\\w-]+:firehose:.+"), "application", Pattern.compile("arn:[\\w-]+:sns:.+"));

    final Here here;

    SnsSubscriptions(Here here) {
        this.here = here;
    }

    /** Subscribing again gives the subscription that is there; a pending one is asked again, with the same token. */
    @Override
    public SubscribeResponse subscribe(SubscribeRequest request) {
        String protocol = Optional.ofNullable(request.protocol()).orElse("");
        Pattern shape = Optional.ofNullable(ENDPOINTS.get(protocol))
                .orElseThrow(() -> SnsErrors.invalid("Amazon SNS does not support this protocol string: " + protocol));
        String endpoint = Optional.ofNullable(request.endpoint())
                .filter((given) -> shape.matcher(given).matches())
                .orElseThrow(() -> SnsErrors.invalid(protocol.startsWith("email")
                        ? "Email address"
                        : "Endpoint must match the specified protocol"));
        String arn = request.topicArn() + ":" + Here.uuid(request.topicArn() + protocol + endpoint);
        SortedMap<String, String> attributes = request.hasAttributes()
                ? new TreeMap<>(request.attributes())
                : new TreeMap<>();
        Subscriber made = new Subscriber(arn, protocol, endpoint,
                OWN.contains(protocol) ? Optional.empty() : Optional.of(token(arn)), false, attributes);
        here.update((account) -> {
            TopicState topic = SnsErrors.topic(here, account, request.topicArn());
            return find(topic, arn).isPresent()
                    ? account
                    : account.withTopics((topics) -> topics.with(topic.arn(), topic.with(made)));
        });
        Subscriber now = find(SnsErrors.topic(here, here.account(), request.topicArn()), arn).orElse(made);
        boolean shown = !now.pending() || Boolean.TRUE.equals(request.returnSubscriptionArn());
        return SubscribeResponse.builder().subscriptionArn(shown ? arn : "pending confirmation").build();
    }

    @Override
    public ConfirmSubscriptionResponse confirmSubscription(ConfirmSubscriptionRequest request) {
        String token = Optional.ofNullable(request.token()).orElse("");
        List<String> confirmed = new ArrayList<>();
        here.update((account) -> {
            TopicState topic = SnsErrors.topic(here, account, request.topicArn());
            Subscriber asked = topic.subscriptions()
                    .stream()
                    .filter((each) -> token(each.arn()).equals(token))
                    .findFirst()
                    .orElseThrow(() -> SnsErrors.invalid("Token"));
            confirmed.add(asked.arn());
            boolean owned = asked.authenticateOnUnsubscribe()
                    || "true".equalsIgnoreCase(request.authenticateOnUnsubscribe());
            Subscriber now = new Subscriber(asked.arn(), asked.protocol(), asked.endpoint(), Optional.empty(), owned,
                    asked.attributes());
            return account.withTopics((topics) -> topics.with(topic.arn(), topic.with(now)));
        });
        return ConfirmSubscriptionResponse.builder().subscriptionArn(confirmed.getLast()).build();
    }

    /** A pending subscription cannot be ended: it has no ARN that one would be told, and goes by itself. */
    @Override
    public UnsubscribeResponse unsubscribe(UnsubscribeRequest request) {
        String arn = subscriptionArn(request.subscriptionArn());
        here.update((account) -> {
            Optional<TopicState> topic = account.topics().find(arn.substring(0, arn.lastIndexOf(':')));
            Optional<Subscriber> subscriber = topic.flatMap((found) -> find(found, arn));
            if (topic.isEmpty() || subscriber.isEmpty()) {
                return account; // ended before: SNS takes it for done
            }
            if (subscriber.get().pending()) {
                throw SnsErrors.invalid("SubscriptionArn Reason: Cannot unsubscribe a subscription that is pending"
                        + " confirmation");
            }
            List<Subscriber> fewer = new ArrayList<>(topic.get().subscriptions());
            fewer.remove(subscriber.get());
            return account
                    .withTopics((topics) -> topics.with(topic.get().arn(), topic.get().withSubscriptions(fewer)));
        });
        return UnsubscribeResponse.builder().build();
    }

    @Override
    public GetSubscriptionAttributesResponse getSubscriptionAttributes(GetSubscriptionAttributesRequest request) {
        String arn = subscriptionArn(request.subscriptionArn());
        TopicState topic = here.account()
                .topics()
                .find(arn.substring(0, arn.lastIndexOf(':')))
                .orElseThrow(() -> SnsErrors.notFound("Subscription"));
        Subscriber subscriber = find(topic, arn).orElseThrow(() -> SnsErrors.notFound("Subscription"));
        Map<String, String> attributes = new TreeMap<>(subscriber.attributes());
        attributes.put("SubscriptionArn", arn);
        attributes.put("TopicArn", topic.arn());
        attributes.put("Owner", here.accountId());
        attributes.put("Protocol", subscriber.protocol());
        attributes.put("Endpoint", subscriber.endpoint());
        attributes.put("PendingConfirmation", String.valueOf(subscriber.pending()));
        attributes.put("ConfirmationWasAuthenticated", String.valueOf(subscriber.authenticateOnUnsubscribe()));
        attributes.putIfAbsent("RawMessageDelivery", "false");
        return GetSubscriptionAttributesResponse.builder().attributes(attributes).build();
    }

    @Override
    public SetSubscriptionAttributesResponse setSubscriptionAttributes(SetSubscriptionAttributesRequest request) {
        String arn = subscriptionArn(request.subscriptionArn());
        String name = Optional.ofNullable(request.attributeName())
                .filter(SETTABLE::contains)
                .orElseThrow(() -> SnsErrors.invalid("AttributeName"));
        here.update((account) -> {
            TopicState topic = account.topics()
                    .find(arn.substring(0, arn.lastIndexOf(':')))
                    .orElseThrow(() -> SnsErrors.notFound("Subscription"));
            Subscriber old = find(topic, arn).orElseThrow(() -> SnsErrors.notFound("Subscription"));
            SortedMap<String, String> attributes = new TreeMap<>(old.attributes());
            attributes.put(name, Optional.ofNullable(request.attributeValue()).orElse(""));
            attributes.values().removeIf(String::isEmpty);
            Subscriber now = new Subscriber(old.arn(), old.protocol(), old.endpoint(), old.token(),
                    old.authenticateOnUnsubscribe(), attributes);
            return account.withTopics((topics) -> topics.with(topic.arn(), topic.with(now)));
        });
        return SetSubscriptionAttributesResponse.builder().build();
    }

    @Override
    public ListSubscriptionsResponse listSubscriptions(ListSubscriptionsRequest request) {
        List<Subscription> all = here.account()
                .topics()
                .all()
                .stream()
                .filter((topic) -> topic.region().equals(here.region().id()))
                .flatMap((topic) -> shown(topic).stream())
                .toList();
        Page<Subscription> page = page(all, request.nextToken());
        return ListSubscriptionsResponse.builder().subscriptions(page.items()).nextToken(page.next()).build();
    }

    @Override
    public ListSubscriptionsByTopicResponse listSubscriptionsByTopic(ListSubscriptionsByTopicRequest request) {
        Page<Subscription> page = page(shown(SnsErrors.topic(here, here.account(), request.topicArn())),
                request.nextToken());
        return ListSubscriptionsByTopicResponse.builder().subscriptions(page.items()).nextToken(page.next()).build();
    }

    static <T> Page<T> page(Collection<T> all, @Nullable String token) {
        return Page.of(all, token, PAGE, () -> SnsErrors.invalid("NextToken"));
    }

    private List<Subscription> shown(TopicState topic) {
        return topic.subscriptions()
                .stream()
                .map((subscriber) -> Subscription.builder()
                        .subscriptionArn(subscriber.pending() ? PENDING : subscriber.arn())
                        .owner(here.accountId())
                        .protocol(subscriber.protocol())
                        .endpoint(subscriber.endpoint())
                        .topicArn(topic.arn())
                        .build())
                .toList();
    }

    private static String subscriptionArn(@Nullable String given) {
        String arn = Optional.ofNullable(given).orElse("");
        int elements = arn.split(":", -1).length;
        if (elements < 7) {
            throw SnsErrors.invalid("SubscriptionArn Reason: An ARN must have at least 6 elements, not " + elements);
        }
        return arn;
    }

    private static Optional<Subscriber> find(TopicState topic, String arn) {
        return topic.subscriptions().stream().filter((each) -> each.arn().equals(arn)).findFirst();
    }

    /** What the mail's link carries. The same subscription always gets the same, so that it can be tried. */
    static String token(String arn) {
        return (Here.uuid(arn + "1") + "" + Here.uuid(arn + "2")).replace("-", "").repeat(3);
    }
}

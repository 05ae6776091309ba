package footing.practice.service;

import footing.practice.TopicState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.CreateTopicResponse;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicResponse;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.sns.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sns.model.TagLimitExceededException;
import software.amazon.awssdk.services.sns.model.TagResourceRequest;
import software.amazon.awssdk.services.sns.model.TagResourceResponse;
import software.amazon.awssdk.services.sns.model.Topic;
import software.amazon.awssdk.services.sns.model.UntagResourceRequest;
import software.amazon.awssdk.services.sns.model.UntagResourceResponse;
import footing.practice.call.Errors;

/** SNS: topics; subscriptions are in {@link SnsSubscriptions}. */
public final class PracticeSns extends SnsSubscriptions {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}|[A-Za-z0-9_-]{1,251}\\.fifo");
    private static final Set<String> SETTABLE = Set.of("Policy", "DisplayName", "DeliveryPolicy", "KmsMasterKeyId",
            "TracingConfig", "SignatureVersion", "FifoTopic", "ContentBasedDeduplication");

    public PracticeSns(Here here) {
        super(here);
    }

    /** Creating a topic that is there already gives its ARN, where it was asked for in the same way. */
    @Override
    public CreateTopicResponse createTopic(CreateTopicRequest request) {
        String name = Optional.ofNullable(request.name())
                .filter((given) -> NAME.matcher(given).matches())
                .orElseThrow(() -> SnsErrors.invalid("Topic Name"));
        String arn = here.arn("sns", name);
        SortedMap<String, String> tags = Tags.of(request.tags(), Tag::key, Tag::value);
        Map<String, String> attributes = request.hasAttributes() ? request.attributes() : Map.of();
        here.update((account) -> {
            Optional<TopicState> old = account.topics().find(arn);
            if (old.isEmpty()) {
                TopicState made = new TopicState(arn, name, here.region().id(), new TreeMap<>(), List.of(), tags);
                for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                    made = with(made, attribute.getKey(), attribute.getValue());
                }
                TopicState topic = made;
                return account.withTopics((topics) -> topics.with(arn, topic));
            }
            if (!old.get().attributes().entrySet().containsAll(attributes.entrySet())) {
                throw SnsErrors.invalid("Attributes Reason: Topic already exists with different attributes");
            }
            if (!tags.isEmpty() && !old.get().tags().equals(tags)) {
                throw SnsErrors.invalid("Tags Reason: Topic already exists with different tags");
            }
            return account;
        });
        return CreateTopicResponse.builder().topicArn(arn).build();
    }

    /** The subscriptions go with the topic. Deleting what is not there is done already. */
    @Override
    public DeleteTopicResponse deleteTopic(DeleteTopicRequest request) {
        here.update((account) -> account.topics().has(String.valueOf(request.topicArn()))
                ? account.withTopics((topics) -> topics
                        .without(SnsErrors.topic(here, account, request.topicArn()).arn()))
                : account);
        return DeleteTopicResponse.builder().build();
    }

    @Override
    public ListTopicsResponse listTopics(ListTopicsRequest request) {
        List<Topic> topics = here.account()
                .topics()
                .all()
                .stream()
                .filter((topic) -> topic.region().equals(here.region().id()))
                .map((topic) -> Topic.builder().topicArn(topic.arn()).build())
                .toList();
        Page<Topic> page = page(topics, request.nextToken());
        return ListTopicsResponse.builder().topics(page.items()).nextToken(page.next()).build();
    }

    @Override
    public GetTopicAttributesResponse getTopicAttributes(GetTopicAttributesRequest request) {
        TopicState topic = SnsErrors.topic(here, here.account(), request.topicArn());
        long pending = topic.subscriptions().stream().filter(TopicState.Subscriber::pending).count();
        Map<String, String> attributes = new TreeMap<>(topic.attributes());
        attributes.put("TopicArn", topic.arn());
        attributes.put("Owner", here.accountId());
        attributes.put("SubscriptionsPending", String.valueOf(pending));
        attributes.put("SubscriptionsConfirmed", String.valueOf(topic.subscriptions().size() - pending));
        attributes.put("SubscriptionsDeleted", "0");
        attributes.putIfAbsent("DisplayName", "");
        attributes.putIfAbsent("Policy", ownersPolicy(topic));
        return GetTopicAttributesResponse.builder().attributes(attributes).build();
    }

    @Override
    public SetTopicAttributesResponse setTopicAttributes(SetTopicAttributesRequest request) {
        String name = Optional.ofNullable(request.attributeName()).orElse("");
        String value = Optional.ofNullable(request.attributeValue()).orElse("");
        change(request.topicArn(), (topic) -> with(topic, name, value));
        return SetTopicAttributesResponse.builder().build();
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        tags(request.resourceArn(), (old) -> Tags.with(old, Tags.of(request.tags(), Tag::key, Tag::value)));
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        tags(request.resourceArn(), (old) -> Tags.without(old, request.tagKeys()));
        return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        TopicState topic = here.account()
                .topics()
                .find(String.valueOf(request.resourceArn()))
                .orElseThrow(PracticeSns::noResource);
        return ListTagsForResourceResponse.builder()
                .tags(Tags.list(topic.tags(), (key, value) -> Tag.builder().key(key).value(value).build()))
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // holds nothing
    }

    private void change(@Nullable String arn, UnaryOperator<TopicState> change) {
        here.update((account) -> {
            TopicState now = change.apply(SnsErrors.topic(here, account, arn));
            return account.withTopics((topics) -> topics.with(now.arn(), now));
        });
    }

    private void tags(@Nullable String arn, UnaryOperator<SortedMap<String, String>> change) {
        if (!here.account().topics().has(String.valueOf(arn))) {
            throw noResource();
        }
        change(arn, (topic) -> {
            SortedMap<String, String> now = change.apply(topic.tags());
            if (now.size() > 50) {
                throw Errors.error(TagLimitExceededException.builder(), "Sns", "TagLimitExceeded", 400,
                        "Could not complete request: tag quota of per resource exceeded");
            }
            return topic.withTags(now);
        });
    }

    private static TopicState with(TopicState topic, String name, String value) {
        if (!SETTABLE.contains(name)) {
            throw SnsErrors.invalid("AttributeName");
        }
        if (name.equals("DisplayName") && value.length() > 100) {
            throw SnsErrors.invalid("DisplayName Reason: must be at most 100 characters");
        }
        if (name.equals("Policy")) {
            SnsErrors.checkPolicy(topic, value);
        }
        return topic.withAttribute(name, value);
    }

    private static RuntimeException noResource() {
        return Errors.error(ResourceNotFoundException.builder(), "Sns", "ResourceNotFound", 404,
                "Resource does not exist");
    }

    /** What a topic's policy is until somebody sets one: the owner may do what can be done with a topic. */
    private String ownersPolicy(TopicState topic) {
        return ("{\"Version\":\"2008-10-17\",\"Id\":\"__default_policy_ID\",\"Statement\":[{\"Sid\":\"__default_statement_ID\","
                + "\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},\"Action\":[\"SNS:GetTopicAttributes\","
                + "\"SNS:SetTopicAttributes\",\"SNS:AddPermission\",\"SNS:RemovePermission\",\"SNS:DeleteTopic\","
                + "\"SNS:Subscribe\",\"SNS:ListSubscriptionsByTopic\",\"SNS:Publish\"],\"Resource\":\"%s\","
                + "\"Condition\":{\"StringEquals\":{\"AWS:SourceOwner\":\"%s\"}}}]}")
                .formatted(topic.arn(), here.accountId());
    }
}

package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.DOCUMENT;
import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.listOf;
import static footing.practice.cloudformation.Shape.required;

import java.util.List;
import software.amazon.awssdk.services.sns.SnsClient;

/** {@code AWS::SNS::TopicPolicy}: the whole policy of topics, which have one anyway. */
final class TopicPolicyType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(required("PolicyDocument", DOCUMENT),
            required("Topics", listOf(TEXT)));

    private static final Kind KIND = Kind.of("AWS::SNS::TopicPolicy", PROPERTIES).giving("Id");

    /** The policy that SNS gives a topic by itself: its own account may use it. */
    private static final String BY_DEFAULT = """
        {"Version":"2008-10-17","Id":"__default_policy_ID","Statement":[{"Sid":"__default_statement_ID",\
        "Effect":"Allow","Principal":{"AWS":"*"},"Action":["SNS:GetTopicAttributes","SNS:SetTopicAttributes",\
        "SNS:AddPermission","SNS:RemovePermission","SNS:DeleteTopic","SNS:Subscribe",\
        "SNS:ListSubscriptionsByTopic","SNS:Publish"],"Resource":"%s",\
        "Condition":{"StringEquals":{"AWS:SourceOwner":"%s"}}}]}""";

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        put(request);
        return request.name();
    }

    @Override
    public void configure(Request request) {
        request.before().ifPresent((before) -> {
            put(request);
            List<String> kept = request.properties().texts("Topics");
            before.texts("Topics")
                    .stream()
                    .filter((topic) -> !kept.contains(topic))
                    .forEach((topic) -> reset(request, topic));
        });
    }

    private static void put(Request request) {
        String policy = request.properties().document("PolicyDocument").orElseThrow();
        request.properties().texts("Topics").forEach((topic) -> set(request, topic, policy));
    }

    @Override
    public void delete(Request request) {
        request.properties().texts("Topics").forEach((topic) -> reset(request, topic));
    }

    private static void reset(Request request, String topic) {
        set(request, topic, BY_DEFAULT.formatted(topic, request.site().account()));
    }

    private static void set(Request request, String topic, String policy) {
        request.site()
                .client(SnsClient.class)
                .setTopicAttributes((call) -> call.topicArn(topic)
                        .attributeName("Policy")
                        .attributeValue(policy));
    }
}

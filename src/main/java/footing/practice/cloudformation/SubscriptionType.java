package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.DOCUMENT;
import static footing.practice.cloudformation.Shape.Plain.FLAG;
import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * {@code AWS::SNS::Subscription}. It is complete as soon as SNS has asked the endpoint to confirm: an unconfirmed
 * subscription is a complete resource.
 */
final class SubscriptionType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(required("TopicArn", TEXT).replacing(),
            required("Protocol", TEXT).replacing(), optional("Endpoint", TEXT).replacing(),
            optional("RawMessageDelivery", FLAG), optional("FilterPolicy", DOCUMENT),
            optional("FilterPolicyScope", TEXT));

    private static final Kind KIND = Kind.of("AWS::SNS::Subscription", PROPERTIES).giving("Arn");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        Properties asked = request.properties();
        return sns(request).subscribe((call) -> {
            call.topicArn(asked.needed("TopicArn")).protocol(asked.needed("Protocol")).returnSubscriptionArn(true);
            asked.text("Endpoint").ifPresent(call::endpoint);
            call.attributes(attributes(asked));
        }).subscriptionArn();
    }

    @Override
    public void configure(Request request) {
        if (request.before().isPresent()) {
            attributes(request.properties()).forEach((attribute, value) -> sns(request)
                    .setSubscriptionAttributes((call) -> call.subscriptionArn(request.physicalId())
                            .attributeName(attribute)
                            .attributeValue(value)));
        }
    }

    private static Map<String, String> attributes(Properties asked) {
        Map<String, String> attributes = new TreeMap<>();
        asked.flag("RawMessageDelivery").ifPresent((on) -> attributes.put("RawMessageDelivery", on.toString()));
        asked.document("FilterPolicy").ifPresent((policy) -> attributes.put("FilterPolicy", policy));
        asked.text("FilterPolicyScope").ifPresent((scope) -> attributes.put("FilterPolicyScope", scope));
        return attributes;
    }

    /** SNS lets nobody end what nobody has confirmed; it ends by itself, and CloudFormation leaves it to that. */
    @Override
    public void delete(Request request) {
        String pending = sns(request)
                .getSubscriptionAttributes((call) -> call.subscriptionArn(request.physicalId()))
                .attributes()
                .getOrDefault("PendingConfirmation", "false");
        if (pending.equals("true")) {
            return;
        }
        sns(request).unsubscribe((call) -> call.subscriptionArn(request.physicalId()));
    }

    private static SnsClient sns(Request request) {
        return request.site().client(SnsClient.class);
    }
}

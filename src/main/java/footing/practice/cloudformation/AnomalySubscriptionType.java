package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.listOf;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.Expression;
import software.amazon.awssdk.services.costexplorer.model.Subscriber;

/** {@code AWS::CE::AnomalySubscription}; its physical id is its ARN. */
final class AnomalySubscriptionType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(required("SubscriptionName", TEXT),
            required("Frequency", TEXT), required("MonitorArnList", listOf(TEXT)),
            required("Subscribers", listOf(fields(required("Address", TEXT), required("Type", TEXT)))),
            optional("ThresholdExpression", TEXT), optional("ResourceTags", AnomalyMonitorType.TAGS).replacing());

    private static final Kind KIND = Kind.of("AWS::CE::AnomalySubscription", PROPERTIES).giving("SubscriptionArn");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        Properties asked = request.properties();
        return costs(request).createAnomalySubscription((call) -> call.anomalySubscription((one) -> one
                .subscriptionName(asked.needed("SubscriptionName"))
                .frequency(asked.needed("Frequency"))
                .monitorArnList(asked.texts("MonitorArnList"))
                .subscribers(subscribers(asked))
                .thresholdExpression(threshold(asked)))).subscriptionArn();
    }

    @Override
    public void configure(Request request) {
        if (request.before().isPresent()) {
            Properties asked = request.properties();
            costs(request).updateAnomalySubscription((call) -> call.subscriptionArn(request.physicalId())
                    .subscriptionName(asked.needed("SubscriptionName"))
                    .frequency(asked.needed("Frequency"))
                    .monitorArnList(asked.texts("MonitorArnList"))
                    .subscribers(subscribers(asked))
                    .thresholdExpression(threshold(asked)));
        }
    }

    private static List<Subscriber> subscribers(Properties asked) {
        return asked.items("Subscribers")
                .stream()
                .map((one) -> Subscriber.builder().type(one.needed("Type")).address(one.needed("Address")).build())
                .toList();
    }

    /** A text of JSON, of which a single dimension is known here. */
    private static Expression threshold(Properties asked) {
        JsonNode dimension = Properties.parse(asked.text("ThresholdExpression").orElse("{}")).path("Dimensions");
        return Expression.builder()
                .dimensions((one) -> one.key(dimension.path("Key").asText())
                        .matchOptionsWithStrings(texts(dimension.path("MatchOptions")))
                        .values(texts(dimension.path("Values"))))
                .build();
    }

    private static List<String> texts(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false).map(JsonNode::asText).toList();
    }

    @Override
    public void delete(Request request) {
        costs(request).deleteAnomalySubscription((call) -> call.subscriptionArn(request.physicalId()));
    }

    private static CostExplorerClient costs(Request request) {
        return request.site().client(CostExplorerClient.class);
    }
}

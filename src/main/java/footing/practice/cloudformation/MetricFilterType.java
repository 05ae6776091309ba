package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.DECIMAL;
import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.listOf;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;

/** {@code AWS::Logs::MetricFilter}. */
final class MetricFilterType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(optional("FilterName", TEXT).replacing(),
            required("LogGroupName", TEXT).replacing(), required("FilterPattern", TEXT),
            required("MetricTransformations",
                    listOf(fields(required("MetricName", TEXT), required("MetricNamespace", TEXT),
                            required("MetricValue", TEXT), optional("DefaultValue", DECIMAL), optional("Unit", TEXT),
                            optional("Dimensions",
                                    listOf(fields(required("Key", TEXT), required("Value", TEXT))))))));

    private static final Kind KIND = Kind.of("AWS::Logs::MetricFilter", PROPERTIES);

    /** A filter of the same name in another log group is another filter. */
    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        String filter = request.named("FilterName");
        String group = request.properties().needed("LogGroupName");
        boolean there = logs(request)
                .describeMetricFilters((call) -> call.logGroupName(group).filterNamePrefix(filter))
                .metricFilters()
                .stream()
                .anyMatch((found) -> found.filterName().equals(filter));
        if (there) {
            throw HandlerRefusal.alreadyExists(KIND.name(), group + "|" + filter);
        }
        put(request, filter);
        return filter;
    }

    @Override
    public void configure(Request request) {
        if (request.before().isPresent()) {
            put(request, request.physicalId());
        }
    }

    private static void put(Request request, String filter) {
        Properties asked = request.properties();
        logs(request).putMetricFilter((call) -> call.logGroupName(asked.needed("LogGroupName"))
                .filterName(filter)
                .filterPattern(asked.needed("FilterPattern"))
                .metricTransformations(asked.items("MetricTransformations")
                        .stream()
                        .map(MetricFilterType::transformation)
                        .toList()));
    }

    private static MetricTransformation transformation(Properties given) {
        MetricTransformation.Builder builder = MetricTransformation.builder()
                .metricName(given.needed("MetricName"))
                .metricNamespace(given.needed("MetricNamespace"))
                .metricValue(given.needed("MetricValue"));
        given.decimal("DefaultValue").ifPresent(builder::defaultValue);
        given.text("Unit").ifPresent(builder::unit);
        Map<String, String> dimensions = given.items("Dimensions")
                .stream()
                .collect(Collectors.toMap((one) -> one.needed("Key"), (one) -> one.needed("Value")));
        return dimensions.isEmpty() ? builder.build() : builder.dimensions(dimensions).build();
    }

    @Override
    public void delete(Request request) {
        logs(request).deleteMetricFilter((call) -> call.logGroupName(request.properties().needed("LogGroupName"))
                .filterName(request.physicalId()));
    }

    private static CloudWatchLogsClient logs(Request request) {
        return request.site().client(CloudWatchLogsClient.class);
    }
}

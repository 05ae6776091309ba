package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.DECIMAL;
import static footing.practice.cloudformation.Shape.Plain.FLAG;
import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.Plain.WHOLE;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.listOf;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import footing.practice.service.Tags;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** {@code AWS::CloudWatch::Alarm}, on one metric. */
final class AlarmType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(optional("AlarmName", TEXT).replacing(),
            optional("AlarmDescription", TEXT), optional("ActionsEnabled", FLAG),
            optional("AlarmActions", listOf(TEXT)), optional("OKActions", listOf(TEXT)),
            optional("InsufficientDataActions", listOf(TEXT)), required("ComparisonOperator", TEXT),
            optional("DatapointsToAlarm", WHOLE),
            optional("Dimensions", listOf(fields(required("Name", TEXT), required("Value", TEXT)))),
            required("EvaluationPeriods", WHOLE), optional("MetricName", TEXT), optional("Namespace", TEXT),
            optional("Period", WHOLE), optional("Statistic", TEXT), optional("Threshold", DECIMAL),
            optional("TreatMissingData", TEXT), optional("Unit", TEXT), optional("Tags", Shape.tags()));

    private static final Kind KIND = Kind.of("AWS::CloudWatch::Alarm", PROPERTIES)
            .giving("Arn")
            .namedBy("AlarmName")
            .tagged(Tagging.SYSTEM);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        String alarm = request.named("AlarmName");
        if (!cloudWatch(request).describeAlarms((call) -> call.alarmNames(alarm)).metricAlarms().isEmpty()) {
            throw HandlerRefusal.alreadyExists(KIND.name(), alarm);
        }
        put(request, alarm);
        return alarm;
    }

    @Override
    public void configure(Request request) {
        if (request.before().isPresent()) {
            put(request, request.physicalId());
            // An alarm that is there takes no tags by being put again.
            request.retag((keys) -> cloudWatch(request)
                    .untagResource((call) -> call.resourceARN(arn(request)).tagKeys(keys)),
                    (tags) -> cloudWatch(request).tagResource((call) -> call.resourceARN(arn(request))
                            .tags(Tags.list(tags, AlarmType::tag))));
        }
    }

    private static void put(Request request, String alarm) {
        Properties asked = request.properties();
        PutMetricAlarmRequest.Builder put = PutMetricAlarmRequest.builder()
                .alarmName(alarm)
                .comparisonOperator(asked.needed("ComparisonOperator"))
                .actionsEnabled(asked.flag("ActionsEnabled").orElse(true))
                .alarmActions(asked.texts("AlarmActions"))
                .okActions(asked.texts("OKActions"))
                .insufficientDataActions(asked.texts("InsufficientDataActions"))
                .dimensions(asked.items("Dimensions").stream().map(AlarmType::dimension).toList())
                .tags(Tags.list(request.tags(), AlarmType::tag));
        asked.text("AlarmDescription").ifPresent(put::alarmDescription);
        asked.whole("EvaluationPeriods").ifPresent(put::evaluationPeriods);
        asked.whole("DatapointsToAlarm").ifPresent(put::datapointsToAlarm);
        asked.text("MetricName").ifPresent(put::metricName);
        asked.text("Namespace").ifPresent(put::namespace);
        asked.whole("Period").ifPresent(put::period);
        asked.text("Statistic").ifPresent(put::statistic);
        asked.decimal("Threshold").ifPresent(put::threshold);
        asked.text("TreatMissingData").ifPresent(put::treatMissingData);
        asked.text("Unit").ifPresent(put::unit);
        cloudWatch(request).putMetricAlarm(put.build());
    }

    private static Dimension dimension(Properties given) {
        return Dimension.builder().name(given.needed("Name")).value(given.needed("Value")).build();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Override
    public void delete(Request request) {
        cloudWatch(request).deleteAlarms((call) -> call.alarmNames(request.physicalId()));
    }

    @Override
    public SortedMap<String, String> attributeValues(Request request) {
        return new TreeMap<>(Map.of("Arn", arn(request)));
    }

    private static String arn(Request request) {
        return request.site().arn("cloudwatch", "alarm:" + request.physicalId());
    }

    private static CloudWatchClient cloudWatch(Request request) {
        return request.site().client(CloudWatchClient.class);
    }
}

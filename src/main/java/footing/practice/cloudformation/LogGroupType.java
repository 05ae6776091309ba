package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.Plain.WHOLE;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.optional;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupClass;

/** {@code AWS::Logs::LogGroup}. */
final class LogGroupType implements ResourceType {

    private static final String CLASS = "LogGroupClass";

    private static final Shape.Fields PROPERTIES = fields(optional("LogGroupName", TEXT).replacing(),
            optional("RetentionInDays", WHOLE), optional("KmsKeyId", TEXT), optional(CLASS, TEXT),
            optional("Tags", Shape.tags()));

    private static final Kind KIND = Kind.of("AWS::Logs::LogGroup", PROPERTIES)
            .giving("Arn")
            .namedBy("LogGroupName")
            .tagged(Tagging.SYSTEM);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        String name = request.named("LogGroupName");
        logs(request).createLogGroup((call) -> {
            call.logGroupName(name).tags(request.tags());
            request.properties().text("KmsKeyId").ifPresent(call::kmsKeyId);
            request.properties().text(CLASS).ifPresent(call::logGroupClass);
        });
        return name;
    }

    @Override
    public void configure(Request request) {
        String name = request.physicalId();
        request.before()
                .filter((before) -> !before.text(CLASS).equals(request.properties().text(CLASS)))
                .ifPresent((before) -> checkClass(request));
        request.properties()
                .whole("RetentionInDays")
                .ifPresent((days) -> logs(request)
                        .putRetentionPolicy((call) -> call.logGroupName(name).retentionInDays(days)));
        if (request.dropped("RetentionInDays")) {
            logs(request).deleteRetentionPolicy((call) -> call.logGroupName(name));
        }
        if (request.before().isPresent()) {
            request.retag(
                    (keys) -> logs(request).untagResource((call) -> call.resourceArn(arn(request)).tagKeys(keys)),
                    (tags) -> logs(request).tagResource((call) -> call.resourceArn(arn(request)).tags(tags)));
        }
    }

    /** A group keeps its class; the way back from a change of it changes nothing. */
    private static void checkClass(Request request) {
        String asked = request.properties().text(CLASS).orElse(LogGroupClass.STANDARD.toString());
        boolean other = logs(request).describeLogGroups((call) -> call.logGroupNamePrefix(request.physicalId()))
                .logGroups()
                .stream()
                .anyMatch((group) -> group.logGroupName().equals(request.physicalId())
                        && !group.logGroupClassAsString().equals(asked));
        if (other) {
            throw new HandlerRefusal("NotUpdatable", "Invalid request provided: LogGroupClass cannot be updated");
        }
    }

    @Override
    public void delete(Request request) {
        logs(request).deleteLogGroup((call) -> call.logGroupName(request.physicalId()));
    }

    /** The ARN ends with {@code :*}, as CloudTrail wants it. */
    @Override
    public SortedMap<String, String> attributeValues(Request request) {
        return new TreeMap<>(Map.of("Arn", arn(request) + ":*"));
    }

    private static String arn(Request request) {
        return request.site().arn("logs", "log-group:" + request.physicalId());
    }

    private static CloudWatchLogsClient logs(Request request) {
        return request.site().client(CloudWatchLogsClient.class);
    }
}

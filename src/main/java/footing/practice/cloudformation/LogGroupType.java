package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.Plain.WHOLE;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.optional;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** {@code AWS::Logs::LogGroup}. */
final class LogGroupType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(optional("LogGroupName", TEXT).replacing(),
            optional("RetentionInDays", WHOLE), optional("KmsKeyId", TEXT), optional("LogGroupClass", TEXT),
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
            request.properties().text("LogGroupClass").ifPresent(call::logGroupClass);
        });
        return name;
    }

    @Override
    public void configure(Request request) {
        String name = request.physicalId();
        request.properties()
                .whole("RetentionInDays")
                .ifPresent((days) -> logs(request)
                        .putRetentionPolicy((call) -> call.logGroupName(name).retentionInDays(days)));
        if (request.dropped("RetentionInDays")) {
            logs(request).deleteRetentionPolicy((call) -> call.logGroupName(name));
        }
        if (request.before().isPresent()) {
            logs(request).tagResource((call) -> call.resourceArn(arn(request)).tags(request.tags()));
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

package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.FLAG;
import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.listOf;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import footing.practice.service.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.Tag;

/** {@code AWS::CloudTrail::Trail}. */
final class TrailType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(optional("TrailName", TEXT).replacing(),
            required("S3BucketName", TEXT), optional("S3KeyPrefix", TEXT), required("IsLogging", FLAG),
            optional("IsMultiRegionTrail", FLAG), optional("IncludeGlobalServiceEvents", FLAG),
            optional("EnableLogFileValidation", FLAG), optional("CloudWatchLogsLogGroupArn", TEXT),
            optional("CloudWatchLogsRoleArn", TEXT), optional("SnsTopicName", TEXT), optional("KMSKeyId", TEXT),
            optional("EventSelectors",
                    listOf(fields(optional("ReadWriteType", TEXT), optional("IncludeManagementEvents", FLAG),
                            optional("ExcludeManagementEventSources", listOf(TEXT))))),
            optional("Tags", Shape.tags()));

    private static final Kind KIND = Kind.of("AWS::CloudTrail::Trail", PROPERTIES)
            .giving("Arn", "SnsTopicArn")
            .namedBy("TrailName")
            .tagged(Tagging.SYSTEM);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        Properties asked = request.properties();
        String name = request.named("TrailName");
        cloudTrail(request).createTrail((call) -> {
            call.name(name)
                    .s3BucketName(asked.needed("S3BucketName"))
                    .isMultiRegionTrail(asked.flag("IsMultiRegionTrail").orElse(false))
                    .includeGlobalServiceEvents(globalEvents(asked))
                    .enableLogFileValidation(asked.flag("EnableLogFileValidation").orElse(false))
                    .tagsList(tags(request.tags()));
            asked.text("S3KeyPrefix").ifPresent(call::s3KeyPrefix);
            asked.text("SnsTopicName").ifPresent(call::snsTopicName);
            asked.text("CloudWatchLogsLogGroupArn").ifPresent(call::cloudWatchLogsLogGroupArn);
            asked.text("CloudWatchLogsRoleArn").ifPresent(call::cloudWatchLogsRoleArn);
            asked.text("KMSKeyId").ifPresent(call::kmsKeyId);
        });
        return name;
    }

    @Override
    public void configure(Request request) {
        CloudTrailClient cloudTrail = cloudTrail(request);
        Properties asked = request.properties();
        String trail = request.physicalId();
        if (request.before().isPresent()) {
            update(request, cloudTrail);
        }
        List<EventSelector> selectors = asked.items("EventSelectors").stream().map(TrailType::selector).toList();
        if (!selectors.isEmpty()) {
            cloudTrail.putEventSelectors((call) -> call.trailName(trail).eventSelectors(selectors));
        } else if (request.dropped("EventSelectors")) {
            cloudTrail.putEventSelectors((call) -> call.trailName(trail)
                    .eventSelectors(selector(Properties.NONE)));
        }
        if (asked.flag("IsLogging").orElse(false)) {
            cloudTrail.startLogging((call) -> call.name(trail));
        } else if (request.before().isPresent()) {
            cloudTrail.stopLogging((call) -> call.name(trail));
        }
    }

    private static void update(Request request, CloudTrailClient cloudTrail) {
        Properties asked = request.properties();
        cloudTrail.updateTrail((call) -> {
            call.name(request.physicalId())
                    .s3BucketName(asked.needed("S3BucketName"))
                    .isMultiRegionTrail(asked.flag("IsMultiRegionTrail").orElse(false))
                    .includeGlobalServiceEvents(globalEvents(asked))
                    .enableLogFileValidation(asked.flag("EnableLogFileValidation").orElse(false));
            // What the template no longer has is taken off the trail by an empty text.
            for (String property : List.of("S3KeyPrefix", "SnsTopicName", "CloudWatchLogsLogGroupArn",
                    "CloudWatchLogsRoleArn", "KMSKeyId")) {
                asked.text(property)
                        .or(() -> request.dropped(property) ? Optional.of("") : Optional.empty())
                        .ifPresent((value) -> {
                            switch (property) {
                                case "S3KeyPrefix" -> call.s3KeyPrefix(value);
                                case "SnsTopicName" -> call.snsTopicName(value);
                                case "CloudWatchLogsLogGroupArn" -> call.cloudWatchLogsLogGroupArn(value);
                                case "CloudWatchLogsRoleArn" -> call.cloudWatchLogsRoleArn(value);
                                default -> call.kmsKeyId(value);
                            }
                        });
            }
        });
        String arn = arn(request);
        request.retag((keys) -> cloudTrail.removeTags((call) -> call.resourceId(arn)
                .tagsList(keys.stream().map((key) -> Tag.builder().key(key).build()).toList())),
                (tags) -> cloudTrail.addTags((call) -> call.resourceId(arn).tagsList(tags(tags))));
    }

    /** A trail of all Regions records global events unless told otherwise. */
    private static boolean globalEvents(Properties asked) {
        return asked.flag("IncludeGlobalServiceEvents").orElse(true);
    }

    private static EventSelector selector(Properties given) {
        return EventSelector.builder()
                .readWriteType(given.text("ReadWriteType").orElse("All"))
                .includeManagementEvents(given.flag("IncludeManagementEvents").orElse(true))
                .excludeManagementEventSources(given.texts("ExcludeManagementEventSources"))
                .build();
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return Tags.list(tags, (key, value) -> Tag.builder().key(key).value(value).build());
    }

    @Override
    public void delete(Request request) {
        cloudTrail(request).deleteTrail((call) -> call.name(request.physicalId()));
    }

    @Override
    public SortedMap<String, String> attributeValues(Request request) {
        SortedMap<String, String> values = new TreeMap<>(Map.of("Arn", arn(request), "SnsTopicArn", ""));
        request.properties()
                .text("SnsTopicName")
                .ifPresent((topic) -> values.put("SnsTopicArn",
                        topic.startsWith("arn:") ? topic : request.site().arn("sns", topic)));
        return values;
    }

    private static String arn(Request request) {
        return request.site().arn("cloudtrail", "trail/" + request.physicalId());
    }

    private static CloudTrailClient cloudTrail(Request request) {
        return request.site().client(CloudTrailClient.class);
    }
}

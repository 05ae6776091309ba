package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.optional;

import footing.practice.service.Tags;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Tag;

/** {@code AWS::SNS::Topic}. */
final class TopicType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(optional("TopicName", TEXT).replacing(),
            optional("DisplayName", TEXT), optional("KmsMasterKeyId", TEXT), optional("SignatureVersion", TEXT),
            optional("TracingConfig", TEXT), optional("Tags", Shape.tags()));

    private static final Kind KIND = Kind.of("AWS::SNS::Topic", PROPERTIES)
            .giving("TopicArn", "TopicName")
            .namedBy("TopicName")
            .tagged(Tagging.SYSTEM);

    /** The attributes that are properties too, by the same names. */
    private static final List<String> ATTRIBUTES = List.of("DisplayName", "KmsMasterKeyId", "SignatureVersion",
            "TracingConfig");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        SnsClient sns = request.site().client(SnsClient.class);
        String name = request.named("TopicName");
        String arn = request.site().arn("sns", name);
        if (exists(sns, arn)) {
            throw HandlerRefusal.alreadyExists(KIND.name(), arn);
        }
        return sns.createTopic((call) -> call.name(name).tags(tags(request.tags()))).topicArn();
    }

    /** Creating a topic that is there already succeeds, so that it has to be asked first. */
    private static boolean exists(SnsClient sns, String arn) {
        try {
            sns.getTopicAttributes((call) -> call.topicArn(arn));
            return true;
        } catch (NotFoundException free) {
            return false;
        }
    }

    @Override
    public void configure(Request request) {
        SnsClient sns = request.site().client(SnsClient.class);
        for (String attribute : ATTRIBUTES) {
            request.properties().text(attribute).ifPresent((value) -> set(sns, request, attribute, value));
            if (request.dropped(attribute)) {
                set(sns, request, attribute, attribute.equals("TracingConfig") ? "PassThrough" : "");
            }
        }
        if (request.before().isPresent()) {
            String arn = request.physicalId();
            request.retag((keys) -> sns.untagResource((call) -> call.resourceArn(arn).tagKeys(keys)),
                    (tags) -> sns.tagResource((call) -> call.resourceArn(arn).tags(tags(tags))));
        }
    }

    private static void set(SnsClient sns, Request request, String attribute, String value) {
        sns.setTopicAttributes((call) -> call.topicArn(request.physicalId())
                .attributeName(attribute)
                .attributeValue(value));
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return Tags.list(tags, (key, value) -> Tag.builder().key(key).value(value).build());
    }

    @Override
    public void delete(Request request) {
        request.site().client(SnsClient.class).deleteTopic((call) -> call.topicArn(request.physicalId()));
    }

    @Override
    public SortedMap<String, String> attributeValues(Request request) {
        String arn = request.physicalId();
        return new TreeMap<>(Map.of("TopicArn", arn, "TopicName", arn.substring(arn.lastIndexOf(':') + 1)));
    }
}

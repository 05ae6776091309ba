package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ConfigurationRecorderStatus;
import software.amazon.awssdk.services.config.model.DeliveryChannel;

/** {@code AWS::Config::DeliveryChannel}. It waits for the recorder, and goes after it. */
final class DeliveryChannelType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(optional("Name", TEXT).replacing(),
            required("S3BucketName", TEXT), optional("S3KeyPrefix", TEXT), optional("S3KmsKeyArn", TEXT),
            optional("SnsTopicARN", TEXT),
            optional("ConfigSnapshotDeliveryProperties", fields(optional("DeliveryFrequency", TEXT))));

    @Override
    public String name() {
        return "AWS::Config::DeliveryChannel";
    }

    @Override
    public Shape.Fields properties() {
        return PROPERTIES;
    }

    @Override
    public Set<String> attributes() {
        return Set.of();
    }

    @Override
    public Optional<String> nameProperty() {
        return Optional.of("Name");
    }

    @Override
    public Tagging tagging() {
        return Tagging.NONE;
    }

    @Override
    public String make(Request request) {
        ConfigClient config = config(request);
        String channel = request.named("Name");
        if (config.describeDeliveryChannels()
                .deliveryChannels()
                .stream()
                .anyMatch((one) -> one.name().equals(channel))) {
            throw HandlerRefusal.alreadyExists(name(), channel);
        }
        if (config.describeConfigurationRecorders().configurationRecorders().isEmpty()) {
            throw new NotYet("the configuration recorder");
        }
        put(request, channel);
        return channel;
    }

    @Override
    public void configure(Request request) {
        if (request.before().isPresent()) {
            put(request, request.physicalId());
        }
    }

    private static void put(Request request, String name) {
        Properties asked = request.properties();
        DeliveryChannel.Builder channel = DeliveryChannel.builder()
                .name(name)
                .s3BucketName(asked.needed("S3BucketName"));
        asked.text("S3KeyPrefix").ifPresent(channel::s3KeyPrefix);
        asked.text("S3KmsKeyArn").ifPresent(channel::s3KmsKeyArn);
        asked.text("SnsTopicARN").ifPresent(channel::snsTopicARN);
        asked.part("ConfigSnapshotDeliveryProperties")
                .flatMap((snapshot) -> snapshot.text("DeliveryFrequency"))
                .ifPresent((often) -> channel
                        .configSnapshotDeliveryProperties((into) -> into.deliveryFrequency(often)));
        config(request).putDeliveryChannel((call) -> call.deliveryChannel(channel.build()));
    }

    @Override
    public void delete(Request request) {
        ConfigClient config = config(request);
        List<ConfigurationRecorderStatus> recorders = config.describeConfigurationRecorderStatus()
                .configurationRecordersStatus();
        if (recorders.stream().anyMatch((recorder) -> Boolean.TRUE.equals(recorder.recording()))) {
            throw new NotYet("the configuration recorder, which is running,");
        }
        config.deleteDeliveryChannel((call) -> call.deliveryChannelName(request.physicalId()));
    }

    @Override
    public SortedMap<String, String> attributeValues(Request request) {
        return Collections.emptySortedMap();
    }

    private static ConfigClient config(Request request) {
        return request.site().client(ConfigClient.class);
    }
}

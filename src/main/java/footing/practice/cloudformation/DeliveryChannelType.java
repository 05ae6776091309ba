package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.DeliveryChannel;
import software.amazon.awssdk.services.config.model.LastDeliveryChannelDeleteFailedException;
import software.amazon.awssdk.services.config.model.NoAvailableConfigurationRecorderException;

/** {@code AWS::Config::DeliveryChannel}. It waits for the recorder, and goes after it. */
final class DeliveryChannelType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(optional("Name", TEXT).replacing(),
            required("S3BucketName", TEXT), optional("S3KeyPrefix", TEXT), optional("S3KmsKeyArn", TEXT),
            optional("SnsTopicARN", TEXT),
            optional("ConfigSnapshotDeliveryProperties", fields(optional("DeliveryFrequency", TEXT))));

    private static final Kind KIND = Kind.of("AWS::Config::DeliveryChannel", PROPERTIES).namedBy("Name");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        ConfigClient config = config(request);
        String channel = request.named("Name");
        if (config.describeDeliveryChannels()
                .deliveryChannels()
                .stream()
                .anyMatch((one) -> one.name().equals(channel))) {
            throw HandlerRefusal.alreadyExists(KIND.name(), channel);
        }
        try {
            put(request, channel);
            return channel;
        } catch (NoAvailableConfigurationRecorderException none) {
            throw new NotYet("the configuration recorder", none);
        }
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
        try {
            config(request).deleteDeliveryChannel((call) -> call.deliveryChannelName(request.physicalId()));
        } catch (LastDeliveryChannelDeleteFailedException running) {
            throw new NotYet("the configuration recorder to stop", running);
        }
    }

    private static ConfigClient config(Request request) {
        return request.site().client(ConfigClient.class);
    }
}

package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.FLAG;
import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.listOf;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.NoAvailableDeliveryChannelException;
import software.amazon.awssdk.services.config.model.RecordingGroup;
import software.amazon.awssdk.services.config.model.RecordingModeOverride;

/**
 * {@code AWS::Config::ConfigurationRecorder}. It is made first, then it waits for a delivery channel, and then it is
 * started.
 */
final class ConfigRecorderType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(optional("Name", TEXT).replacing(),
            required("RoleARN", TEXT),
            optional("RecordingGroup",
                    fields(optional("AllSupported", FLAG), optional("IncludeGlobalResourceTypes", FLAG),
                            optional("ResourceTypes", listOf(TEXT)),
                            optional("ExclusionByResourceTypes", fields(required("ResourceTypes", listOf(TEXT)))),
                            optional("RecordingStrategy", fields(required("UseOnly", TEXT))))),
            optional("RecordingMode",
                    fields(required("RecordingFrequency", TEXT),
                            optional("RecordingModeOverrides",
                                    listOf(fields(optional("Description", TEXT),
                                            required("RecordingFrequency", TEXT),
                                            required("ResourceTypes", listOf(TEXT))))))));

    private static final Kind KIND = Kind.of("AWS::Config::ConfigurationRecorder", PROPERTIES).namedBy("Name");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        String recorder = request.named("Name");
        boolean there = config(request).describeConfigurationRecorders()
                .configurationRecorders()
                .stream()
                .anyMatch((one) -> one.name().equals(recorder));
        if (there) {
            throw HandlerRefusal.alreadyExists(KIND.name(), recorder);
        }
        put(request, recorder);
        return recorder;
    }

    @Override
    public void configure(Request request) {
        ConfigClient config = config(request);
        if (request.before().isPresent()) {
            put(request, request.physicalId());
            return;
        }
        try {
            config.startConfigurationRecorder((call) -> call.configurationRecorderName(request.physicalId()));
        } catch (NoAvailableDeliveryChannelException none) {
            throw new NotYet("the delivery channel", none);
        }
    }

    private static void put(Request request, String recorder) {
        Properties asked = request.properties();
        ConfigurationRecorder.Builder put = ConfigurationRecorder.builder()
                .name(recorder)
                .roleARN(asked.needed("RoleARN"));
        asked.part("RecordingGroup").ifPresent((group) -> put.recordingGroup(group(group)));
        asked.part("RecordingMode")
                .ifPresent((mode) -> put.recordingMode((into) -> into
                        .recordingFrequency(mode.needed("RecordingFrequency"))
                        .recordingModeOverrides(mode.items("RecordingModeOverrides")
                                .stream()
                                .map(ConfigRecorderType::override)
                                .toList())));
        config(request).putConfigurationRecorder((call) -> call.configurationRecorder(put.build()));
    }

    private static RecordingModeOverride override(Properties given) {
        return RecordingModeOverride.builder()
                .description(given.text("Description").orElse(null))
                .recordingFrequency(given.needed("RecordingFrequency"))
                .resourceTypesWithStrings(given.texts("ResourceTypes"))
                .build();
    }

    private static RecordingGroup group(Properties given) {
        RecordingGroup.Builder group = RecordingGroup.builder();
        given.flag("AllSupported").ifPresent(group::allSupported);
        given.flag("IncludeGlobalResourceTypes").ifPresent(group::includeGlobalResourceTypes);
        group.resourceTypesWithStrings(given.texts("ResourceTypes"));
        given.part("ExclusionByResourceTypes")
                .ifPresent((left) -> group.exclusionByResourceTypes(
                        (into) -> into.resourceTypesWithStrings(left.texts("ResourceTypes"))));
        given.part("RecordingStrategy")
                .ifPresent((strategy) -> group.recordingStrategy((into) -> into.useOnly(strategy.needed("UseOnly"))));
        return group.build();
    }

    @Override
    public void delete(Request request) {
        ConfigClient config = config(request);
        config.stopConfigurationRecorder((call) -> call.configurationRecorderName(request.physicalId()));
        config.deleteConfigurationRecorder((call) -> call.configurationRecorderName(request.physicalId()));
    }

    private static ConfigClient config(Request request) {
        return request.site().client(ConfigClient.class);
    }
}

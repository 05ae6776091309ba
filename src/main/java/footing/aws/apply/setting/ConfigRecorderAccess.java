package footing.aws.apply.setting;

import footing.account.ConfigRecording.Scope;
import footing.aws.FromSdk;
import footing.plan.Setting.Recording;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.RecordingGroup;
import software.amazon.awssdk.services.config.model.RecordingStrategyType;

/** Whether and what a recorder records. Its name, its role and how often it records stay as they are. */
record ConfigRecorderAccess(ConfigClient config, String name) implements SettingAccess<Recording> {

    @Override
    public Recording read() {
        boolean recording = config
                .describeConfigurationRecorderStatus((request) -> request.configurationRecorderNames(name))
                .configurationRecordersStatus()
                .stream()
                .anyMatch((status) -> FromSdk.flag(status.recording()));
        return new Recording(recording, FromSdk.configScope(recorder().recordingGroup()));
    }

    @Override
    public void write(Recording before, Recording after) {
        writes(before, after).forEach((one) -> one.call().run());
    }

    @Override
    public List<Write<Recording>> writes(Recording before, Recording after) {
        List<Write<Recording>> writes = new ArrayList<>();
        if (!before.scope().equals(after.scope())) {
            ConfigurationRecorder now = recorder();
            writes.add(new Write<>(new Recording(before.recording(), after.scope()),
                    () -> config
                            .putConfigurationRecorder((request) -> request.configurationRecorder((recorder) -> recorder
                                    .name(name)
                                    .roleARN(now.roleARN())
                                    .recordingMode(now.recordingMode())
                                    .recordingGroup(group(after.scope()))))));
        }
        if (before.recording() != after.recording()) {
            writes.add(new Write<>(after, () -> record(after.recording())));
        }
        return writes;
    }

    private void record(boolean on) {
        if (on) {
            config.startConfigurationRecorder((request) -> request.configurationRecorderName(name));
        } else {
            config.stopConfigurationRecorder((request) -> request.configurationRecorderName(name));
        }
    }

    private ConfigurationRecorder recorder() {
        return config.describeConfigurationRecorders((request) -> request.configurationRecorderNames(name))
                .configurationRecorders()
                .getFirst();
    }

    private static RecordingGroup group(Scope scope) {
        RecordingGroup.Builder group = RecordingGroup.builder();
        return switch (scope.kind()) {
            case ALL -> group.allSupported(true)
                    .includeGlobalResourceTypes(scope.globalTypes())
                    .recordingStrategy((strategy) -> strategy
                            .useOnly(RecordingStrategyType.ALL_SUPPORTED_RESOURCE_TYPES))
                    .build();
            case ALL_BUT -> group.exclusionByResourceTypes((left) -> left.resourceTypesWithStrings(scope.types()))
                    .recordingStrategy((strategy) -> strategy
                            .useOnly(RecordingStrategyType.EXCLUSION_BY_RESOURCE_TYPES))
                    .build();
            case ONLY -> group.resourceTypesWithStrings(scope.types())
                    .recordingStrategy((strategy) -> strategy
                            .useOnly(RecordingStrategyType.INCLUSION_BY_RESOURCE_TYPES))
                    .build();
        };
    }
}

package footing.practice.service;

import footing.practice.ConfigState.RecorderState;
import footing.practice.PracticeAccount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.ConfigurationRecorderStatus;
import software.amazon.awssdk.services.config.model.DeleteConfigurationRecorderRequest;
import software.amazon.awssdk.services.config.model.DeleteConfigurationRecorderResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecorderStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecorderStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecordersRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecordersResponse;
import software.amazon.awssdk.services.config.model.PutConfigurationRecorderRequest;
import software.amazon.awssdk.services.config.model.PutConfigurationRecorderResponse;
import software.amazon.awssdk.services.config.model.RecorderStatus;
import software.amazon.awssdk.services.config.model.RecordingGroup;
import software.amazon.awssdk.services.config.model.RecordingScope;
import software.amazon.awssdk.services.config.model.RecordingStrategy;
import software.amazon.awssdk.services.config.model.RecordingStrategyType;
import software.amazon.awssdk.services.config.model.StartConfigurationRecorderRequest;
import software.amazon.awssdk.services.config.model.StartConfigurationRecorderResponse;
import software.amazon.awssdk.services.config.model.StopConfigurationRecorderRequest;
import software.amazon.awssdk.services.config.model.StopConfigurationRecorderResponse;

/** AWS Config's recorder, of which there is one to a Region. */
abstract class ConfigRecorders implements ConfigClient {

    private static final int LONGEST_NAME = 256;

    final Here here;

    ConfigRecorders(Here here) {
        this.here = here;
    }

    @Override
    public PutConfigurationRecorderResponse putConfigurationRecorder(PutConfigurationRecorderRequest request) {
        ConfigurationRecorder asked = request.configurationRecorder();
        String name = name(asked.name());
        RecordingGroup group = group(Optional.ofNullable(asked.recordingGroup()));
        change((account) -> {
            Optional<RecorderState> there = account.config().recorders().find(region());
            if (there.filter((one) -> !one.recorder().name().equals(name)).isPresent()) {
                throw ConfigErrors.secondRecorder(name);
            }
            if (account.iam().roleOf(asked.roleARN()).isEmpty()) {
                throw ConfigErrors.role(asked.roleARN());
            }
            ConfigurationRecorder recorder = asked.toBuilder()
                    .name(name)
                    .recordingGroup(group)
                    .recordingScope(RecordingScope.PAID)
                    .arn(there.map((one) -> one.recorder().arn())
                            .orElseGet(() -> here.arn("config", "configuration-recorder/" + name + "/"
                                    + Here.uuid(region() + name + here.now()).toString().substring(0, 8))))
                    .build();
            RecorderState now = there.map((one) -> one.withRecorder(recorder))
                    .orElseGet(() -> new RecorderState(recorder, false, Optional.empty(), Optional.empty()));
            return account.withConfig((config) -> config.withRecorders((all) -> all.with(region(), now)));
        });
        return PutConfigurationRecorderResponse.builder().build();
    }

    /** What is not told is as AWS has it by default; what excludes itself is refused. */
    private static RecordingGroup group(Optional<RecordingGroup> asked) {
        RecordingGroup group = asked.orElseGet(() -> RecordingGroup.builder().allSupported(true).build());
        boolean all = Boolean.TRUE.equals(group.allSupported());
        boolean only = !group.resourceTypes().isEmpty();
        boolean but = Optional.ofNullable(group.exclusionByResourceTypes())
                .filter((given) -> !given.resourceTypes().isEmpty())
                .isPresent();
        boolean global = Boolean.TRUE.equals(group.includeGlobalResourceTypes());
        if ((all ? 1 : 0) + (only ? 1 : 0) + (but ? 1 : 0) != 1 || (global && !all)) {
            throw ConfigErrors.recordingGroup();
        }
        RecordingStrategyType strategy = all
                ? RecordingStrategyType.ALL_SUPPORTED_RESOURCE_TYPES
                : only
                        ? RecordingStrategyType.INCLUSION_BY_RESOURCE_TYPES
                        : RecordingStrategyType.EXCLUSION_BY_RESOURCE_TYPES;
        boolean contradicts = Optional.ofNullable(group.recordingStrategy())
                .filter((given) -> given.useOnly() != strategy)
                .isPresent();
        if (contradicts) {
            throw ConfigErrors.recordingGroup();
        }
        return group.toBuilder()
                .allSupported(all)
                .includeGlobalResourceTypes(global)
                .recordingStrategy(RecordingStrategy.builder().useOnly(strategy).build())
                .build();
    }

    private static String name(@Nullable String asked) {
        String name = Optional.ofNullable(asked).orElse("default");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw ConfigErrors.recorderName();
        }
        return name;
    }

    @Override
    public StartConfigurationRecorderResponse startConfigurationRecorder(StartConfigurationRecorderRequest request) {
        changeRecorder(request.configurationRecorderName(), (account, old) -> {
            if (!account.config().channels().has(region())) {
                throw ConfigErrors.noChannel();
            }
            return old.recording()
                    ? old
                    : new RecorderState(old.recorder(), true, Optional.of(here.now()), old.stoppedAt());
        });
        return StartConfigurationRecorderResponse.builder().build();
    }

    @Override
    public StopConfigurationRecorderResponse stopConfigurationRecorder(StopConfigurationRecorderRequest request) {
        changeRecorder(request.configurationRecorderName(), (account, old) -> old.recording()
                ? new RecorderState(old.recorder(), false, old.startedAt(), Optional.of(here.now()))
                : old);
        return StopConfigurationRecorderResponse.builder().build();
    }

    @Override
    public DeleteConfigurationRecorderResponse deleteConfigurationRecorder(
            DeleteConfigurationRecorderRequest request) {
        change((account) -> {
            recorder(account, request.configurationRecorderName());
            return account.withConfig((config) -> config.withRecorders((all) -> all.without(region())));
        });
        return DeleteConfigurationRecorderResponse.builder().build();
    }

    @Override
    public DescribeConfigurationRecordersResponse describeConfigurationRecorders(
            DescribeConfigurationRecordersRequest request) {
        return DescribeConfigurationRecordersResponse.builder()
                .configurationRecorders(asked(request.configurationRecorderNames()).stream()
                        .map(RecorderState::recorder)
                        .toList())
                .build();
    }

    @Override
    public DescribeConfigurationRecorderStatusResponse describeConfigurationRecorderStatus(
            DescribeConfigurationRecorderStatusRequest request) {
        return DescribeConfigurationRecorderStatusResponse.builder()
                .configurationRecordersStatus(asked(request.configurationRecorderNames()).stream()
                        .map(this::status)
                        .toList())
                .build();
    }

    private ConfigurationRecorderStatus status(RecorderState state) {
        Optional<Instant> records = state.startedAt().map((at) -> at.plus(ConfigDeliveries.RECORDS_AFTER));
        boolean begun = state.recording() && records.filter((at) -> !at.isAfter(here.now())).isPresent();
        PracticeAccount account = here.account();
        Optional<String> refused = begun
                ? account.config()
                        .channels()
                        .find(region())
                        .flatMap((channel) -> ConfigDeliveries.refusal(account, state, channel.channel()))
                : Optional.empty();
        RecorderStatus last = refused.isPresent()
                ? RecorderStatus.FAILURE
                : begun || state.stoppedAt().isPresent() ? RecorderStatus.SUCCESS : RecorderStatus.PENDING;
        return ConfigurationRecorderStatus.builder()
                .name(state.recorder().name())
                .arn(state.recorder().arn())
                .recording(state.recording())
                .lastStartTime(state.startedAt().orElse(null))
                .lastStopTime(state.stoppedAt().orElse(null))
                .lastStatus(last)
                .lastStatusChangeTime((begun ? records : state.stoppedAt()).orElse(null))
                .lastErrorCode(refused.orElse(null))
                .lastErrorMessage(refused.map((code) -> "The bucket does not take what is recorded.").orElse(null))
                .build();
    }

    private List<RecorderState> asked(List<String> names) {
        PracticeAccount account = upToNow();
        return names.isEmpty()
                ? account.config().recorders().find(region()).stream().toList()
                : names.stream().map((name) -> recorder(account, name)).toList();
    }

    private RecorderState recorder(PracticeAccount account, @Nullable String name) {
        return account.config()
                .recorders()
                .find(region())
                .filter((one) -> one.recorder().name().equals(name))
                .orElseThrow(() -> ConfigErrors.noSuchRecorder(name));
    }

    private void changeRecorder(@Nullable String name,
            BiFunction<PracticeAccount, RecorderState, RecorderState> change) {
        change((account) -> {
            RecorderState now = change.apply(account, recorder(account, name));
            return account.withConfig((config) -> config.withRecorders((all) -> all.with(region(), now)));
        });
    }

    /** What is due by now happens before anything is changed. */
    final void change(UnaryOperator<PracticeAccount> change) {
        here.update((account) -> change.apply(ConfigDeliveries.upTo(account, region(), here.now())));
    }

    final PracticeAccount upToNow() {
        return here.update((account) -> ConfigDeliveries.upTo(account, region(), here.now()));
    }

    final String region() {
        return here.region().id();
    }
}

package footing.aws.survey;

import footing.account.ConfigRecording;
import footing.account.ConfigRecording.Channel;
import footing.account.ConfigRecording.Delivery;
import footing.account.ConfigRecording.Recorder;
import footing.account.ConfigRecording.Status;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.aws.FromSdk;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ConfigExportDeliveryInfo;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.ConfigurationRecorderStatus;
import software.amazon.awssdk.services.config.model.DeliveryChannel;
import software.amazon.awssdk.services.config.model.DeliveryChannelStatus;
import software.amazon.awssdk.services.config.model.DeliveryStatus;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecorderStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecordersRequest;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelsRequest;
import software.amazon.awssdk.services.config.model.RecorderStatus;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;

/**
 * AWS Config's recorder and channel in each Region: two calls where there is neither, two more for how they are doing.
 */
final class ConfigReader {

    static final List<Reader<?>> READERS = List.of(
            Reader.of(Fact.CONFIG_RECORDING,
                    (asking) -> Reading.seen(asking.inEachRegion(ConfigReader::recording)),
                    "config:DescribeConfigurationRecorders", "config:DescribeConfigurationRecorderStatus",
                    "config:DescribeDeliveryChannels", "config:DescribeDeliveryChannelStatus"),
            Reader.of(Fact.CONFIG_ROLE, ConfigReader::role, "iam:GetRole"));

    private ConfigReader() {
    }

    private static Reading<ConfigRecording> recording(Asking asking, Region region) {
        Asking.Meanwhile<Reading<Optional<Channel>>> channel = asking.start((other) -> channel(other, region));
        Reading<Optional<Recorder>> recorder = recorder(asking, region);
        return Reading.both(recorder, channel.get(), ConfigRecording::new);
    }

    private static Reading<Optional<Recorder>> recorder(Asking asking, Region region) {
        return asking
                .ask(Ask.of(ConfigClient.class, region, "DescribeConfigurationRecorders",
                        DescribeConfigurationRecordersRequest.builder().build(),
                        ConfigClient::describeConfigurationRecorders)
                        .seeing((response) -> seenRecorders(response.configurationRecorders())))
                .map((response) -> own(response.configurationRecorders()).findFirst()
                        .map((recorder) -> new Recorder(recorder.name(), FromSdk.text(recorder.roleARN()),
                                FromSdk.configScope(recorder.recordingGroup()), status(asking, region, recorder))));
    }

    /** Those that belong to a service of AWS record for that service alone. */
    private static Stream<ConfigurationRecorder> own(List<ConfigurationRecorder> all) {
        return all.stream().filter((recorder) -> FromSdk.some(recorder.servicePrincipal()).isEmpty());
    }

    private static Map<String, String> seenRecorders(List<ConfigurationRecorder> recorders) {
        Values values = Values.of().and("ConfigurationRecorders", recorders.size());
        for (ConfigurationRecorder recorder : own(recorders).toList()) {
            ConfigRecording.Scope scope = FromSdk.configScope(recorder.recordingGroup());
            values = values.and("name", recorder.name())
                    .and("roleARN", recorder.roleARN())
                    .and("recorded", scope.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                    .and("resourceTypes", scope.types().isEmpty() ? null : String.join(", ", scope.types()))
                    .and("global types", scope.recordsGlobalTypes());
        }
        return values.map();
    }

    private static Reading<Status> status(Asking asking, Region region, ConfigurationRecorder recorder) {
        return asking
                .ask(Ask.of(ConfigClient.class, region, "DescribeConfigurationRecorderStatus",
                        DescribeConfigurationRecorderStatusRequest.builder()
                                .configurationRecorderNames(recorder.name())
                                .build(),
                        ConfigClient::describeConfigurationRecorderStatus)
                        .seeing((response) -> seenStatus(response.configurationRecordersStatus())))
                .map((response) -> response.configurationRecordersStatus()
                        .stream()
                        .findFirst()
                        .map((told) -> new Status(FromSdk.flag(told.recording()),
                                Optional.ofNullable(told.lastStartTime()),
                                told.lastStatus() == RecorderStatus.FAILURE
                                        ? Optional.of(error(told.lastErrorCode(), told.lastErrorMessage()))
                                        : Optional.empty()))
                        .orElseGet(() -> new Status(false, Optional.empty(), Optional.empty())));
    }

    private static Map<String, String> seenStatus(List<ConfigurationRecorderStatus> states) {
        return states.stream()
                .findFirst()
                .map((told) -> Values.of()
                        .and("name", told.name())
                        .and("recording", told.recording())
                        .and("lastStatus", told.lastStatusAsString())
                        .and("lastErrorCode", told.lastErrorCode())
                        .and("lastStartTime", told.lastStartTime())
                        .map())
                .orElseGet(Map::of);
    }

    private static Reading<Optional<Channel>> channel(Asking asking, Region region) {
        return asking
                .ask(Ask.of(ConfigClient.class, region, "DescribeDeliveryChannels",
                        DescribeDeliveryChannelsRequest.builder().build(), ConfigClient::describeDeliveryChannels)
                        .seeing((response) -> seenChannels(response.deliveryChannels())))
                .map((response) -> response.deliveryChannels()
                        .stream()
                        .findFirst()
                        .map((channel) -> new Channel(channel.name(), FromSdk.text(channel.s3BucketName()),
                                delivery(asking, region, channel))));
    }

    private static Map<String, String> seenChannels(List<DeliveryChannel> channels) {
        Values values = Values.of().and("DeliveryChannels", channels.size());
        return channels.stream()
                .findFirst()
                .map((channel) -> values.and("name", channel.name()).and("s3BucketName", channel.s3BucketName()))
                .orElse(values)
                .map();
    }

    private static Reading<Delivery> delivery(Asking asking, Region region, DeliveryChannel channel) {
        return asking
                .ask(Ask.of(ConfigClient.class, region, "DescribeDeliveryChannelStatus",
                        DescribeDeliveryChannelStatusRequest.builder().deliveryChannelNames(channel.name()).build(),
                        ConfigClient::describeDeliveryChannelStatus)
                        .seeing((response) -> seenDelivery(response.deliveryChannelsStatus())))
                .map((response) -> response.deliveryChannelsStatus()
                        .stream()
                        .findFirst()
                        .map((told) -> new Delivery(latest(told), failure(told)))
                        .orElseGet(() -> new Delivery(Optional.empty(), Optional.empty())));
    }

    private static Map<String, String> seenDelivery(List<DeliveryChannelStatus> states) {
        return states.stream()
                .findFirst()
                .map((told) -> Values.of()
                        .and("name", told.name())
                        .and("latest delivery", latest(told).orElse(null))
                        .and("error", failure(told).orElse(null))
                        .map())
                .orElseGet(Map::of);
    }

    private static Stream<ConfigExportDeliveryInfo> exports(DeliveryChannelStatus told) {
        return Stream.of(Optional.ofNullable(told.configHistoryDeliveryInfo()),
                Optional.ofNullable(told.configSnapshotDeliveryInfo())).flatMap(Optional::stream);
    }

    private static Optional<Instant> latest(DeliveryChannelStatus told) {
        return exports(told).flatMap((export) -> Optional.ofNullable(export.lastSuccessfulTime()).stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<String> failure(DeliveryChannelStatus told) {
        return exports(told).filter((export) -> export.lastStatus() == DeliveryStatus.FAILURE)
                .findFirst()
                .map((export) -> error(export.lastErrorCode(), export.lastErrorMessage()));
    }

    private static String error(@org.jspecify.annotations.Nullable String code,
            @org.jspecify.annotations.Nullable String message) {
        return Stream.of(FromSdk.some(code), FromSdk.some(message))
                .flatMap(Optional::stream)
                .reduce((first, second) -> first + ": " + second)
                .orElse("no reason given");
    }

    private static Reading<Boolean> role(Asking asking) {
        return asking
                .askUnless(Ask.of(IamClient.class, asking.home(), "GetRole",
                        GetRoleRequest.builder().roleName(ConfigRecording.SERVICE_ROLE).build(), IamClient::getRole)
                        .seeing((response) -> Values.of().and("Arn", response.role().arn()).map()),
                        Absent.on("NoSuchEntity"))
                .map(Optional::isPresent);
    }
}

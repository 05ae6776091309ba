package footing.practice.service;

import footing.practice.ConfigState.ChannelState;
import footing.practice.ConfigState.RecorderState;
import footing.practice.PracticeAccount;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.config.model.ConfigExportDeliveryInfo;
import software.amazon.awssdk.services.config.model.DeleteDeliveryChannelRequest;
import software.amazon.awssdk.services.config.model.DeleteDeliveryChannelResponse;
import software.amazon.awssdk.services.config.model.DeliveryChannel;
import software.amazon.awssdk.services.config.model.DeliveryChannelStatus;
import software.amazon.awssdk.services.config.model.DeliveryStatus;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelsRequest;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelsResponse;
import software.amazon.awssdk.services.config.model.PutDeliveryChannelRequest;
import software.amazon.awssdk.services.config.model.PutDeliveryChannelResponse;

/** AWS Config's delivery channel, of which there is one to a Region; it needs a recorder. */
abstract class ConfigChannels extends ConfigRecorders {

    ConfigChannels(Here here) {
        super(here);
    }

    @Override
    public PutDeliveryChannelResponse putDeliveryChannel(PutDeliveryChannelRequest request) {
        DeliveryChannel asked = request.deliveryChannel();
        DeliveryChannel channel = asked.toBuilder().name(Optional.ofNullable(asked.name()).orElse("default")).build();
        change((account) -> {
            RecorderState recorder = account.config()
                    .recorders()
                    .find(region())
                    .orElseThrow(() -> ConfigErrors.noRecorder("put delivery channel"));
            Optional<ChannelState> there = account.config().channels().find(region());
            if (there.filter((one) -> !one.channel().name().equals(channel.name())).isPresent()) {
                throw ConfigErrors.secondChannel(channel.name());
            }
            ConfigDeliveries.refusal(account, recorder, channel).ifPresent((why) -> {
                throw why.equals("NoSuchBucket")
                        ? ConfigErrors.noBucket(channel.s3BucketName())
                        : ConfigErrors.cannotWrite(channel.s3BucketName(), channel.s3KeyPrefix());
            });
            ChannelState now = there.map((one) -> one.withChannel(channel))
                    .orElseGet(() -> new ChannelState(channel, Optional.empty(), Optional.empty()));
            return account.withConfig((config) -> config.withChannels((all) -> all.with(region(), now)));
        });
        return PutDeliveryChannelResponse.builder().build();
    }

    @Override
    public DeleteDeliveryChannelResponse deleteDeliveryChannel(DeleteDeliveryChannelRequest request) {
        change((account) -> {
            ChannelState channel = channel(account, request.deliveryChannelName());
            if (account.config().recorders().find(region()).filter(RecorderState::recording).isPresent()) {
                throw ConfigErrors.lastChannel(channel.channel().name());
            }
            return account.withConfig((config) -> config.withChannels((all) -> all.without(region())));
        });
        return DeleteDeliveryChannelResponse.builder().build();
    }

    @Override
    public DescribeDeliveryChannelsResponse describeDeliveryChannels(DescribeDeliveryChannelsRequest request) {
        return DescribeDeliveryChannelsResponse.builder()
                .deliveryChannels(askedChannels(request.deliveryChannelNames()).stream()
                        .map(ChannelState::channel)
                        .toList())
                .build();
    }

    @Override
    public DescribeDeliveryChannelStatusResponse describeDeliveryChannelStatus(
            DescribeDeliveryChannelStatusRequest request) {
        return DescribeDeliveryChannelStatusResponse.builder()
                .deliveryChannelsStatus(askedChannels(request.deliveryChannelNames()).stream()
                        .map(ConfigChannels::status)
                        .toList())
                .build();
    }

    private static DeliveryChannelStatus status(ChannelState state) {
        ConfigExportDeliveryInfo.Builder history = ConfigExportDeliveryInfo.builder();
        state.latest().ifPresent((at) -> history.lastStatus(DeliveryStatus.SUCCESS).lastSuccessfulTime(at));
        state.error()
                .ifPresent((code) -> history.lastStatus(DeliveryStatus.FAILURE)
                        .lastErrorCode(code)
                        .lastErrorMessage("The bucket does not take the files."));
        return DeliveryChannelStatus.builder()
                .name(state.channel().name())
                .configHistoryDeliveryInfo(history.build())
                .configSnapshotDeliveryInfo(ConfigExportDeliveryInfo.builder().build())
                .configStreamDeliveryInfo((stream) -> stream.lastStatus(DeliveryStatus.NOT_APPLICABLE))
                .build();
    }

    private List<ChannelState> askedChannels(List<String> names) {
        PracticeAccount account = upToNow();
        return names.isEmpty()
                ? account.config().channels().find(region()).stream().toList()
                : names.stream().map((name) -> channel(account, name)).toList();
    }

    private ChannelState channel(PracticeAccount account, @Nullable String name) {
        return account.config()
                .channels()
                .find(region())
                .filter((one) -> one.channel().name().equals(name))
                .orElseThrow(() -> ConfigErrors.noSuchChannel(name));
    }
}

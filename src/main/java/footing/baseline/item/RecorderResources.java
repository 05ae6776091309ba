package footing.baseline.item;

import footing.account.AccountState;
import footing.account.ConfigRecording;
import footing.account.ConfigRecording.Channel;
import footing.account.ConfigRecording.Recorder;
import footing.account.Fact;
import footing.account.Region;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Change.StackResource;
import footing.plan.Remedy;
import footing.plan.Setting;
import footing.plan.Stack;
import footing.plan.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the stacks hold so that AWS Config records in every chosen Region, and what an existing recorder needs. */
final class RecorderResources {

    static final String RECORDER = "ConfigRecorder";
    static final String CHANNEL = "DeliveryChannel";

    private static final String ROLE = "ConfigServiceRole";
    private static final String ROLE_TYPE = "AWS::IAM::ServiceLinkedRole";
    /** What AWS's own console calls both. */
    private static final String NAME = "default";

    private RecorderResources() {
    }

    /** What brings the recorders of all chosen Regions to where they should be. */
    static List<Change> changes(AccountState account, Choices choices) {
        List<Region> regions = ConfigStack.regions(account, choices);
        Optional<Region> global = RecorderPlan.globalRegion(account, choices, regions);
        List<Change> changes = new ArrayList<>();
        for (Region region : regions) {
            boolean here = global.equals(Optional.of(region));
            switch (RecorderPlan.of(account, choices, region)) {
                case RecorderPlan.InStack inStack -> changes.add(recorder(account, region, here));
                case RecorderPlan.Adopted(Recorder recorder) -> {
                    start(recorder, region, here).ifPresent(changes::add);
                    byHand(account, choices, region).ifPresent(changes::add);
                }
                case RecorderPlan.Elsewhere elsewhere -> {
                    continue;
                }
                case RecorderPlan.None none -> {
                    continue;
                }
            }
            channel(account, choices, region).ifPresent(changes::add);
        }
        boolean makes = changes.stream()
                .anyMatch((change) -> change instanceof StackResource resource
                        && resource.logicalId().equals(RECORDER));
        if (makes && isRoleOurs(account)) {
            changes.add(new StackResource(ItemId.CONFIG_RECORDER, Stack.SECURITY, ROLE, ROLE_TYPE,
                    Value.fields("AWSServiceName", Value.text("config.amazonaws.com")), true, Set.of()));
        }
        return changes;
    }

    /** The role is the same in every Region and can be made once only; whoever has it has it. */
    private static boolean isRoleOurs(AccountState account) {
        return account.madeByFooting(ROLE_TYPE, ConfigRecording.SERVICE_ROLE)
                || account.read(Fact.CONFIG_ROLE).found().filter((there) -> !there).isPresent();
    }

    private static StackResource recorder(AccountState account, Region region, boolean globalTypes) {
        Value role = Value.text(account.arn("iam", "",
                "role/aws-service-role/config.amazonaws.com/" + ConfigRecording.SERVICE_ROLE));
        return ConfigStack.resource(ItemId.CONFIG_RECORDER, region, RECORDER, "AWS::Config::ConfigurationRecorder",
                Value.fields("Name", Value.text(NAME))
                        .with("RoleARN", role)
                        .with("RecordingGroup",
                                Value.fields("AllSupported", Value.flag(true))
                                        .with("IncludeGlobalResourceTypes", Value.flag(globalTypes))),
                Set.of());
    }

    /** The channel, where the Region has none, or has the one that Footing made. It and the recorder wait alike. */
    private static Optional<Change> channel(AccountState account, Choices choices, Region region) {
        boolean ours = ConfigStack.holds(account, region, CHANNEL);
        boolean missing = RecorderPlan.recording(account, region)
                .found()
                .filter((recording) -> recording.channel().isEmpty())
                .isPresent();
        return (ours || missing)
                && RecorderPlan.bucket(account, choices) instanceof RecorderPlan.Bucket.Named(String bucket)
                        ? Optional.of(ConfigStack.resource(ItemId.CONFIG_RECORDER, region, CHANNEL,
                                "AWS::Config::DeliveryChannel",
                                Value.fields("Name", Value.text(NAME)).with("S3BucketName", Value.text(bucket)),
                                Set.of()))
                        : Optional.empty();
    }

    /** A channel that cannot deliver to another bucket than the log bucket is mended there, by hand. */
    private static Optional<Change> byHand(AccountState account, Choices choices, Region region) {
        boolean logBucket = RecorderPlan.bucket(account, choices) instanceof RecorderPlan.Bucket.Named(String bucket)
                && channel(account, region).filter((channel) -> channel.bucket().equals(bucket)).isPresent();
        return fails(account, region) && !logBucket
                ? Optional.of(Console.step(ItemId.CONFIG_RECORDER, "config-bucket", Console.config(account, region)))
                : Optional.empty();
    }

    private static Optional<Channel> channel(AccountState account, Region region) {
        return RecorderPlan.recording(account, region).found().flatMap(ConfigRecording::channel);
    }

    private static boolean fails(AccountState account, Region region) {
        return channel(account, region).flatMap((channel) -> channel.delivery().found())
                .flatMap(ConfigRecording.Delivery::error)
                .isPresent();
    }

    /** The smallest change: it is started, and records what it left out. */
    private static Optional<Change> start(Recorder recorder, Region region, boolean globalTypes) {
        ConfigRecording.Scope wide = RecorderPlan.widened(recorder.scope(), globalTypes);
        return recorder.status()
                .found()
                .filter((status) -> !status.recording() || !wide.equals(recorder.scope()))
                .map((status) -> new Change.DirectSetting<>(ItemId.CONFIG_RECORDER,
                        new Setting.ConfigRecorderSetting(recorder.name(), region),
                        new Setting.Recording(status.recording(), recorder.scope()),
                        new Setting.Recording(true, wide),
                        Change.When.AFTER_STACKS));
    }

    /** Where nothing can be made: why not. */
    static Remedy.Reason hindrance(AccountState account, Choices choices) {
        return ConfigStack.regions(account, choices)
                .stream()
                .map((region) -> RecorderPlan.of(account, choices, region))
                .flatMap((plan) -> switch (plan) {
                    case RecorderPlan.None(Remedy.Reason reason) -> Stream.of(reason);
                    case RecorderPlan.Elsewhere elsewhere -> Stream.of(Remedy.Reason.OWNED_ELSEWHERE);
                    case RecorderPlan.InStack inStack -> Stream.<Remedy.Reason>empty();
                    case RecorderPlan.Adopted adopted -> Stream.<Remedy.Reason>empty();
                })
                .min(Comparator.comparing((reason) -> reason != Remedy.Reason.FORBIDDEN))
                .orElse(Remedy.Reason.NOT_SEEN);
    }
}

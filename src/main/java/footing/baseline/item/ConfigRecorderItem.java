package footing.baseline.item;

import footing.account.AccountState;
import footing.account.ConfigRecording;
import footing.account.ConfigRecording.Channel;
import footing.account.ConfigRecording.Delivery;
import footing.account.ConfigRecording.Recorder;
import footing.account.Evidence;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Trail;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.baseline.Verdict.Ruling;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Remedy;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * AWS Config records in every Region, IAM's types in one of them, and delivers. Source: {@code
 * config:DescribeConfigurationRecorders}, {@code DescribeDeliveryChannels} and their states.
 */
final class ConfigRecorderItem extends Described {

    /** What is worth most to be said comes first. */
    enum Result implements Outcome {
        NONE(Status.NOT_MET),
        /** A landing zone has recorders elsewhere, and lets nobody else make one. */
        NOT_GOVERNED(Status.NOT_MET),
        STOPPED(Status.NOT_MET),
        NO_CHANNEL(Status.NOT_MET),
        FAILS(Status.NOT_MET),
        TYPES_MISSING(Status.NOT_MET),
        GLOBAL_NOWHERE(Status.NOT_MET),
        WEAK_ELSEWHERE(Status.NOT_MET),
        NOTHING_DELIVERED(Status.PENDING),
        /** Fine, and paid for more often than it need be. */
        RECORDING_GLOBAL_AGAIN(Status.MET),
        RECORDING_WITHOUT_SOME(Status.MET),
        RECORDING_BY_OTHER_ROLE(Status.MET),
        RECORDING(Status.MET);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }

        /** What a landing zone owns or forbids is mended where it is looked after. */
        @Override
        public boolean isByHand() {
            return this == NOT_GOVERNED || this == WEAK_ELSEWHERE;
        }
    }

    private static final String BUCKET = "bucket";

    ConfigRecorderItem() {
        super(ItemId.CONFIG_RECORDER, Section.LOGGING, Fix.FOOTING, Set.of(Fact.CONFIG_RECORDING, Fact.REGIONS),
                Result.values(),
                Controls.cis("3.3", "3.3", "3.3", "4.3", "4.3")
                        .securityHub("Config.1")
                        .nist("CM-3, CM-6(1), CM-8, CM-8(2)")
                        .soc2("CC2.1, CC3.1, CC3.4, CC8.1")
                        .iso("A.5.16, A.5.22"));
    }

    @Override
    public Verdict judge(AccountState account) {
        return Verdict.ofRegions(this, account, account.read(Fact.CONFIG_RECORDING).map((recordings) -> {
            Optional<Region> global = RecorderPlan.globalRegion(recordings, account.home());
            boolean nowhere = global.isEmpty()
                    && recordings.regionsWhere(ConfigRecorderItem::isUncertain).isEmpty();
            Result none = RecorderPlan.isGoverned(recordings) ? Result.NOT_GOVERNED : Result.NONE;
            return recordings.flatMap((region, recording) -> recording.recorder()
                    .map((recorder) -> ruling(recorder, recording.channel(),
                            nowhere && region.equals(account.home()),
                            global.filter((first) -> !first.equals(region)).isPresent()))
                    .orElseGet(() -> Reading.seen(Ruling.of(none))));
        }));
    }

    /** What could not be looked at may hold what is sought; what is off, or not offered, holds nothing. */
    private static boolean isUncertain(Reading<ConfigRecording> reading) {
        return reading instanceof Reading.Denied<ConfigRecording> || reading instanceof Reading.Failed<ConfigRecording>;
    }

    /**
     * @param globalNowhere whether it is this Region's recorder that should record IAM's types, and none does
     * @param globalElsewhere whether another Region's recorder is the one for IAM's types
     */
    private static Reading<Ruling> ruling(Recorder recorder, Optional<Channel> channel, boolean globalNowhere,
            boolean globalElsewhere) {
        Map<String, String> values = new HashMap<>(
                Map.of("recorder", recorder.name(), BUCKET, channel.map(Channel::bucket).orElse("")));
        if (recorder.status().found().filter((status) -> !status.recording()).isPresent()) {
            return against(Result.STOPPED, recorder, channel, values);
        }
        if (channel.isEmpty()) {
            return against(Result.NO_CHANNEL, recorder, channel, values);
        }
        Optional<String> error = recorder.status()
                .found()
                .flatMap(ConfigRecording.Status::error)
                .or(() -> channel.get().delivery().found().flatMap(Delivery::error));
        if (error.isPresent()) {
            values.put("error", error.get());
            return against(Result.FAILS, recorder, channel, values);
        }
        if (!RecorderPlan.isWide(recorder.scope())) {
            values.put("types", String.join(", ", recorder.scope().types()));
            values.put("kind", recorder.scope().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            return against(Result.TYPES_MISSING, recorder, channel, values);
        }
        if (globalNowhere) {
            return against(Result.GLOBAL_NOWHERE, recorder, channel, values);
        }
        return Reading.both(recorder.status(), channel.get().delivery(),
                (status, delivery) -> Ruling.of(inFavour(recorder, status, delivery, globalElsewhere), inWords(
                        recorder, values)));
    }

    /** What a landing zone owns can be mended only where it is looked after. */
    private static Reading<Ruling> against(Result result, Recorder recorder, Optional<Channel> channel,
            Map<String, String> values) {
        Evidence evidence = recorder.status()
                .evidenceOrNone()
                .and(channel.map((there) -> there.delivery().evidenceOrNone()).orElse(Evidence.NONE));
        if (!Trail.isOfLandingZone(recorder.name())) {
            return Reading.seen(Ruling.of(result, values), evidence);
        }
        return Reading.seen(Ruling.of(Result.WEAK_ELSEWHERE,
                Map.of("recorder", recorder.name(), "gap", result.key())), evidence);
    }

    private static Result inFavour(Recorder recorder, ConfigRecording.Status status, Delivery delivery,
            boolean globalElsewhere) {
        boolean delivered = delivery.latest()
                .filter((at) -> status.startedAt().filter(at::isBefore).isEmpty())
                .isPresent();
        if (!delivered) {
            return Result.NOTHING_DELIVERED;
        }
        if (globalElsewhere && recorder.scope().recordsGlobalTypes()) {
            return Result.RECORDING_GLOBAL_AGAIN;
        }
        if (!recorder.scope().leftOut().isEmpty()) {
            return Result.RECORDING_WITHOUT_SOME;
        }
        return recorder.hasServiceRole() ? Result.RECORDING : Result.RECORDING_BY_OTHER_ROLE;
    }

    private static Map<String, String> inWords(Recorder recorder, Map<String, String> values) {
        Map<String, String> more = new HashMap<>(values);
        more.put("types", String.join(", ", recorder.scope().leftOut()));
        more.put("role", recorder.roleArn().replaceFirst("^.*/", ""));
        return more;
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        List<Change> changes = RecorderResources.changes(account, choices);
        if (!changes.isEmpty()) {
            return new Remedy.Changes(changes);
        }
        return Remedy.nothing(unchanged(account, RecorderResources.hindrance(account, choices)));
    }
}

package footing.baseline.item;

import footing.account.AccountState;
import footing.account.ConfigRecording;
import footing.account.ConfigRecording.Recorder;
import footing.account.ConfigRecording.Scope;
import footing.account.Fact;
import footing.account.LogBucket;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.account.Trail;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Remedy;
import java.util.Collections;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which recorder a Region is to rely on: decided once, for the recorder and for the rules that need one. */
sealed interface RecorderPlan {

    /** Footing's own, made or to be made: there is one to a Region at most. */
    record InStack() implements RecorderPlan {
    }

    /** The account's own, which Footing did not make: it is never replaced. */
    record Adopted(Recorder recorder) implements RecorderPlan {
    }

    /** A landing zone's, which nobody else may change. */
    record Elsewhere() implements RecorderPlan {
    }

    /** There is none that Footing could use or make. */
    record None(Remedy.Reason reason) implements RecorderPlan {
    }

    /** Types that rules, and whoever looks into an incident, cannot do without. */
    Set<String> NEEDED = Set.of("AWS::CloudTrail::Trail", "AWS::EC2::Instance", "AWS::EC2::NetworkAcl",
            "AWS::EC2::NetworkInterface", "AWS::EC2::SecurityGroup", "AWS::EC2::VPC", "AWS::KMS::Key",
            "AWS::Lambda::Function", "AWS::S3::AccountPublicAccessBlock", "AWS::S3::Bucket");

    /** Whoever leaves out more than these leaves out more than what is loud and changes all the time. */
    int MOST_LEFT_OUT = 10;

    static RecorderPlan of(AccountState account, Choices choices, Region region) {
        if (ConfigStack.holds(account, region, RecorderResources.RECORDER)) {
            return new InStack();
        }
        Reading<ConfigRecording> reading = recording(account, region);
        if (!(reading instanceof Reading.Seen<ConfigRecording>(ConfigRecording recording, var evidence))) {
            return new None(Remedy.Reason.NOT_SEEN);
        }
        if (recording.recorder().isPresent()) {
            Recorder recorder = recording.recorder().get();
            return Trail.isOfLandingZone(recorder.name()) ? new Elsewhere() : new Adopted(recorder);
        }
        if (choices.leaves(ItemId.CONFIG_RECORDER)) {
            return new None(Remedy.Reason.LEFT);
        }
        if (account.read(Fact.CONFIG_RECORDING).found().filter(RecorderPlan::isGoverned).isPresent()) {
            return new None(Remedy.Reason.FORBIDDEN);
        }
        if (!(account.read(Fact.CONFIG_ROLE) instanceof Reading.Seen<?>)) {
            // The role can be made once only, so nobody may make it who cannot see whether it is there.
            return new None(Remedy.Reason.NOT_SEEN);
        }
        return switch (bucket(account, choices)) {
            case Bucket.Named named -> new InStack();
            case Bucket.Lacking(Remedy.Reason reason) -> new None(reason);
        };
    }

    /**
     * Whether a landing zone looks after recorders here. Its mandatory controls then let nobody else make one, in
     * whatever Region.
     */
    static boolean isGoverned(Regional<ConfigRecording> recordings) {
        return recordings.found()
                .values()
                .stream()
                .flatMap((recording) -> recording.recorder().stream())
                .anyMatch((recorder) -> Trail.isOfLandingZone(recorder.name()));
    }

    static Reading<ConfigRecording> recording(AccountState account, Region region) {
        return account.read(Fact.CONFIG_RECORDING).flatMap((recordings) -> recordings.in(region));
    }

    /** Where a new channel delivers to. */
    sealed interface Bucket {

        record Named(String name) implements Bucket {
        }

        record Lacking(Remedy.Reason reason) implements Bucket {
        }
    }

    /** The log bucket, where Config may write to it, or will when the plan is carried out. */
    static Bucket bucket(AccountState account, Choices choices) {
        return switch (LogStore.of(account, choices)) {
            case LogStore.InStack inStack -> new Bucket.Named(inStack.bucket());
            case LogStore.Adopted(LogBucket bucket, LogBucketPolicy policy) ->
                choices.leaves(ItemId.LOG_BUCKET) && !isOpen(bucket, policy)
                        ? new Bucket.Lacking(Remedy.Reason.NEEDS_ANOTHER)
                        : new Bucket.Named(bucket.name());
            case LogStore.Elsewhere elsewhere -> new Bucket.Lacking(choices.leaves(ItemId.LOG_BUCKET)
                    ? Remedy.Reason.NEEDS_ANOTHER
                    : Remedy.Reason.OWNED_ELSEWHERE);
            case LogStore.Taken taken -> new Bucket.Lacking(Remedy.Reason.NAME_TAKEN);
            case LogStore.Unclear unclear -> new Bucket.Lacking(Remedy.Reason.NOT_SEEN);
        };
    }

    private static boolean isOpen(LogBucket bucket, LogBucketPolicy policy) {
        return bucket.policy()
                .found()
                .flatMap((text) -> text.flatMap(PolicyDocument::parse))
                .filter((document) -> !policy.gaps(document).contains("config"))
                .isPresent();
    }

    /** The Region whose recorder is the one for IAM's types, as things are: the home Region before another. */
    static Optional<Region> globalRegion(Regional<ConfigRecording> recordings, Region home) {
        SortedMap<Region, ConfigRecording> recording = recordings.found();
        recording.values()
                .removeIf((one) -> one.recorder().filter((own) -> own.scope().recordsGlobalTypes()).isEmpty());
        return recording.containsKey(home) ? Optional.of(home) : recording.keySet().stream().findFirst();
    }

    /** The Region whose recorder is to be the one: where one that Footing did not make has them, it stays so. */
    static Optional<Region> globalRegion(AccountState account, Choices choices, Collection<Region> chosen) {
        Optional<Region> there = account.read(Fact.CONFIG_RECORDING)
                .found()
                .flatMap((recordings) -> globalRegion(foreign(recordings, account), account.home()));
        return there.or(() -> chosen.stream().filter((region) -> switch (of(account, choices, region)) {
            case InStack inStack -> true;
            case Adopted adopted -> true;
            case Elsewhere elsewhere -> false;
            case None none -> false;
        }).findFirst());
    }

    private static Regional<ConfigRecording> foreign(Regional<ConfigRecording> recordings, AccountState account) {
        return Regional.of(recordings.readings()
                .keySet()
                .stream()
                .filter((region) -> !ConfigStack.holds(account, region, RecorderResources.RECORDER))
                .toList(), recordings::in);
    }

    /** Whether so little is left out that it is as good as all. */
    static boolean isWide(Scope scope) {
        return switch (scope.kind()) {
            case ALL -> true;
            case ALL_BUT ->
                scope.leftOut().size() <= MOST_LEFT_OUT && Collections.disjoint(scope.leftOut(), NEEDED);
            case ONLY -> false;
        };
    }

    /** The same, and no more than it takes to record all, and IAM's types where they are wanted. */
    static Scope widened(Scope scope, boolean globalTypes) {
        if (!isWide(scope)) {
            return Scope.all(globalTypes || scope.recordsGlobalTypes());
        }
        if (!globalTypes || scope.recordsGlobalTypes()) {
            return scope;
        }
        SortedSet<String> left = new TreeSet<>(scope.types());
        left.removeAll(ConfigRecording.GLOBAL_TYPES);
        return left.isEmpty() ? Scope.all(true) : new Scope(Scope.Kind.ALL_BUT, false, left);
    }
}

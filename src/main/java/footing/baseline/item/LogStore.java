package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.LogBucket;
import footing.account.Reading;
import footing.account.Trail;
import footing.choices.Choices;
import footing.choices.Conventions;
import footing.choices.ItemId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the trail's log files go: decided once, for the bucket and for the trail that names it. */
sealed interface LogStore {

    /**
     * A bucket of Footing's stack.
     *
     * @param policy what its policy is to say
     * @param now what its policy must say for the trail that delivers there now
     * @param made what was seen of it, where it is there already
     */
    record InStack(String bucket, LogBucketPolicy policy, LogBucketPolicy now, Optional<LogBucket> made)
            implements
            LogStore {

        /** Whether the bucket is there and its policy, left as it is, keeps the trail that is meant from writing. */
        boolean refuses() {
            return made.flatMap((bucket) -> bucket.policy().found().flatMap((text) -> text))
                    .flatMap(PolicyDocument::parse)
                    .filter((document) -> policy.gaps(document).contains("cloudtrail"))
                    .isPresent();
        }
    }

    /** A bucket of this account that Footing did not make. */
    record Adopted(LogBucket bucket, LogBucketPolicy policy) implements LogStore {
    }

    /** A bucket that is somebody else's to change, or that a person keeps out of this. */
    record Elsewhere(String bucket) implements LogStore {
    }

    /** The chosen name is somebody else's: logs that were sent there would be theirs to read. */
    record Taken() implements LogStore {
    }

    record Unclear() implements LogStore {
    }

    static LogStore of(AccountState account, Choices choices) {
        return switch (TrailPlan.of(account)) {
            case TrailPlan.Covered(Coverage coverage) -> ofTrail(coverage.trail(), account);
            case TrailPlan.Strengthen(Coverage coverage) -> ofTrail(coverage.trail(), account);
            case TrailPlan.Make make -> ofOurs(account, choices);
            case TrailPlan.Unclear unclear -> new Unclear();
        };
    }

    /** What the bucket of a trail must say. */
    static LogBucketPolicy policy(Trail trail, AccountState account) {
        String prefix = trail.keyPrefix().filter((key) -> !key.isEmpty()).map((key) -> key + "/").orElse("");
        LogBucketPolicy policy = LogBucketPolicy.of(account, trail.bucket(), prefix, trail.arn());
        return trail.organizationTrail() ? policy.ofOrganization() : policy;
    }

    /** Whether a trail's bucket is not ours to change, as far as the names tell. */
    static boolean isElsewhere(Trail trail, AccountState account) {
        return Trails.isElsewhere(trail, account) || Trail.isOfLandingZone(trail.bucket());
    }

    private static LogStore ofTrail(Trail trail, AccountState account) {
        if (isElsewhere(trail, account)) {
            return new Elsewhere(trail.bucket());
        }
        LogBucketPolicy policy = policy(trail, account);
        Optional<LogBucket> seen = seen(trail.bucket(), account);
        if (isOurs(trail.bucket(), account)) {
            return new InStack(trail.bucket(), policy, policy, seen);
        }
        if (seen.isEmpty() && account.read(Fact.LOG_BUCKETS) instanceof Reading.Seen<?>) {
            // The trail's bucket is gone: made again under its name, before somebody else takes it and gets the logs.
            return new InStack(trail.bucket(), policy, policy, Optional.empty());
        }
        return seen.<LogStore>map((bucket) -> new Adopted(bucket, policy)).orElseGet(Unclear::new);
    }

    private static LogStore ofOurs(AccountState account, Choices choices) {
        String name = Made.bucket(account, choices);
        String trail = TrailResources.arn(account, Made.trail(account, choices));
        LogBucketPolicy policy = LogBucketPolicy.of(account, name, "", trail);
        Optional<LogBucket> seen = seen(name, account);
        if (isOurs(name, account)) {
            // Whatever trail wrote there may go on: the old one and the new one overlap while the stack is changed.
            List<String> others = Stream.concat(written(seen, policy).stream(), current(account).stream()).toList();
            LogBucketPolicy now = LogBucketPolicy.of(account, name, "", current(account).orElse(trail)).with(others);
            return new InStack(name, policy.with(others), now, seen);
        }
        if (choices.leaves(ItemId.LOG_BUCKET)) {
            return new Elsewhere(name);
        }
        if (Conventions.isTaken(name, account)) {
            return new Taken();
        }
        if (seen.isEmpty()) {
            return new InStack(name, policy, policy, Optional.empty());
        }
        // Anybody could have guessed the name: it is used only where AWS lists the bucket as one of the account's own.
        return account.read(Fact.BUCKET_NAMES) instanceof Reading.Seen<?>
                ? new Adopted(seen.get(), policy)
                : new Unclear();
    }

    private static List<String> written(Optional<LogBucket> bucket, LogBucketPolicy policy) {
        return bucket.flatMap((seen) -> seen.policy().found().flatMap((text) -> text))
                .flatMap(PolicyDocument::parse)
                .map(policy::trailsIn)
                .orElse(List.of());
    }

    /** The trail that the stack holds now. */
    private static Optional<String> current(AccountState account) {
        return Made.physicalId(account, TrailResources.TRAIL).map((name) -> TrailResources.arn(account, name));
    }

    private static boolean isOurs(String bucket, AccountState account) {
        return account.madeByFooting("AWS::S3::Bucket", bucket);
    }

    private static Optional<LogBucket> seen(String name, AccountState account) {
        return Optional.ofNullable(account.read(Fact.LOG_BUCKETS).found().orElse(Map.of()).get(name));
    }
}

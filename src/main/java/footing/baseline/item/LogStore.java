package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.LogBucket;
import footing.account.Trail;
import footing.choices.Choices;
import footing.choices.ItemId;
import java.util.Map;
import java.util.Optional;

/** Where the trail's log files go: decided once, for the bucket and for the trail that names it. */
sealed interface LogStore {

    /**
     * A bucket of Footing's stack.
     *
     * @param made what was seen of it, where it is there already
     */
    record InStack(String bucket, LogBucketPolicy policy, Optional<LogBucket> made) implements LogStore {
    }

    /** A bucket of this account that Footing did not make. */
    record Adopted(LogBucket bucket, LogBucketPolicy policy) implements LogStore {
    }

    /** A bucket that is somebody else's to change, or that a person keeps out of this. */
    record Elsewhere(String bucket) implements LogStore {
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
        return LogBucketPolicy.of(account, trail.bucket(), prefix, trail.arn());
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
            return new InStack(trail.bucket(), policy, seen);
        }
        return seen.<LogStore>map((bucket) -> new Adopted(bucket, policy)).orElseGet(Unclear::new);
    }

    private static LogStore ofOurs(AccountState account, Choices choices) {
        String name = choices.logStorage().bucket();
        LogBucketPolicy policy = LogBucketPolicy.of(account, name, "", TrailResources.arn(account, choices));
        Optional<LogBucket> seen = seen(name, account);
        if (isOurs(name, account)) {
            return new InStack(name, policy, seen);
        }
        if (choices.leaves(ItemId.LOG_BUCKET)) {
            return new Elsewhere(name);
        }
        return seen.<LogStore>map((bucket) -> new Adopted(bucket, policy))
                .orElseGet(() -> new InStack(name, policy, Optional.empty()));
    }

    private static boolean isOurs(String bucket, AccountState account) {
        return account.madeByFooting("AWS::S3::Bucket", bucket);
    }

    private static Optional<LogBucket> seen(String name, AccountState account) {
        return Optional.ofNullable(account.read(Fact.LOG_BUCKETS).found().orElse(Map.of()).get(name));
    }
}

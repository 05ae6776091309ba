package footing.practice.service;

import footing.practice.BucketState;
import footing.practice.BucketState.StoredObject;
import footing.practice.LogGroupState;
import footing.practice.PracticeAccount;
import footing.practice.TrailState;
import footing.practice.TrailState.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/**
 * CloudTrail's deliveries, which happen by the clock and by nothing else: a log file every five minutes after the trail
 * began to log, a digest file every hour, events in the log group with every log file. A clock that stands still
 * delivers nothing. A bucket or log group that no longer takes them is told in the trail's status.
 */
final class Deliveries {

    static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration DIGEST_EVERY = Duration.ofHours(1);
    private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'")
            .withZone(ZoneOffset.UTC);
    private static final long FILE_SIZE = 1482;

    private Deliveries() {
    }

    /** The account after all that has been delivered until now. */
    static PracticeAccount upTo(PracticeAccount account, Instant now) {
        PracticeAccount after = account;
        for (TrailState state : account.trails().all()) {
            if (state.logging().on()) {
                after = deliver(after, state, now);
            }
        }
        return after;
    }

    private static PracticeAccount deliver(PracticeAccount account, TrailState state, Instant now) {
        Optional<Instant> due = last(state, EVERY, now);
        if (due.isEmpty() || (due.equals(state.delivery().latest()) && state.delivery().error().isEmpty())) {
            return account;
        }
        Delivery old = state.delivery();
        Optional<String> refused = refusal(account, state.trail());
        Optional<String> logsRefused = TrailChecks.logsRefusal(account, state.trail());
        boolean toLogs = state.trail().cloudWatchLogsLogGroupArn() != null;
        Optional<Instant> digest = Boolean.TRUE.equals(state.trail().logFileValidationEnabled())
                ? last(state, DIGEST_EVERY, now)
                : Optional.empty();
        Delivery delivery = new Delivery(refused.isEmpty() ? due : old.latest(), refused,
                refused.isEmpty() ? digest.or(old::latestDigest) : old.latestDigest(),
                toLogs && logsRefused.isEmpty() ? due : old.latestToLogs(), logsRefused);
        PracticeAccount after = account.withTrails(
                (trails) -> trails.with(state.trail().trailARN(), state.withDelivery(delivery)));
        if (refused.isEmpty()) {
            after = withFile(after, state.trail(), due.get());
        }
        return toLogs && logsRefused.isEmpty() ? withStream(after, state.trail()) : after;
    }

    private static Optional<Instant> last(TrailState state, Duration every, Instant now) {
        return state.logging()
                .startedAt()
                .map((start) -> start.plus(every.multipliedBy(Duration.between(start, now).dividedBy(every))))
                .filter((at) -> at.isAfter(state.logging().startedAt().orElseThrow()));
    }

    private static Optional<String> refusal(PracticeAccount account, Trail trail) {
        Optional<BucketState> bucket = account.buckets().find(trail.s3BucketName());
        return TrailChecks.isElsewhere(account, trail)
                ? Optional.empty()
                : bucket.isEmpty()
                        ? Optional.of("NoSuchBucket")
                        : TrailChecks.letsIn(account, bucket.get(), trail)
                                ? Optional.empty()
                                : Optional.of("AccessDenied");
    }

    /** One file stands for all that were delivered at once. */
    private static PracticeAccount withFile(PracticeAccount account, Trail trail, Instant at) {
        String region = trail.homeRegion();
        String hash = Here.uuid(trail.trailARN() + at).toString().replace("-", "").substring(0, 16);
        String key = "%sAWSLogs/%s/CloudTrail/%s/%s/%s_CloudTrail_%s_%s_%s.json.gz".formatted(
                Optional.ofNullable(trail.s3KeyPrefix()).map((prefix) -> prefix + "/").orElse(""), account.id(),
                region, FOLDER.format(at), account.id(), region, STAMP.format(at), hash);
        StoredObject file = new StoredObject(FILE_SIZE, "\"" + hash.repeat(2) + "\"", at);
        return account.withBuckets((buckets) -> buckets.find(trail.s3BucketName())
                .map((bucket) -> buckets.with(bucket.name(),
                        bucket.withObjects((objects) -> objects.with(key, file))))
                .orElse(buckets));
    }

    private static PracticeAccount withStream(PracticeAccount account, Trail trail) {
        String stream = TrailChecks.streamName(account, trail);
        String arn = TrailChecks.groupArn(trail.cloudWatchLogsLogGroupArn());
        return account.withLogGroups((groups) -> groups.find(arn)
                .map((LogGroupState group) -> groups.with(arn, group.withStream(stream)))
                .orElse(groups));
    }
}

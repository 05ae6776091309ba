package footing.practice.service;

import footing.practice.BucketState;
import footing.practice.BucketState.StoredObject;
import footing.practice.ConfigState.ChannelState;
import footing.practice.ConfigState.RecorderState;
import footing.practice.ConfigState.RuleState;
import footing.practice.PracticeAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.config.model.DeliveryChannel;

/**
 * What AWS Config does by the clock and by nothing else: a recorder that was started delivers what it recorded every six
 * hours, and a rule comes to a result a while after it was made, where something is recorded. A clock that stands still
 * does nothing. A bucket that no longer takes files is told in the channel's status.
 */
final class ConfigDeliveries {

    static final Duration EVERY = Duration.ofHours(6);
    static final Duration RECORDS_AFTER = Duration.ofMinutes(2);
    static final Duration EVALUATES_AFTER = Duration.ofMinutes(5);
    private static final String CONFIG = "config.amazonaws.com";
    private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyy/M/d").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);
    private static final long FILE_SIZE = 9318;

    private ConfigDeliveries() {
    }

    /** The account after all that this Region's Config has done until now. */
    static PracticeAccount upTo(PracticeAccount account, String region, Instant now) {
        return evaluated(delivered(account, region, now), region, now);
    }

    private static PracticeAccount delivered(PracticeAccount account, String region, Instant now) {
        Optional<RecorderState> recorder = account.config().recorders().find(region);
        Optional<ChannelState> channel = account.config().channels().find(region);
        Optional<Instant> due = recorder.filter(RecorderState::recording)
                .flatMap(RecorderState::startedAt)
                .flatMap((start) -> last(start, now));
        boolean done = channel.isEmpty() || due.isEmpty()
                || (due.equals(channel.get().latest()) && channel.get().error().isEmpty());
        if (done) {
            return account;
        }
        ChannelState old = channel.get();
        Optional<String> refused = refusal(account, recorder.get(), old.channel());
        ChannelState next = new ChannelState(old.channel(), refused.isEmpty() ? due : old.latest(), refused);
        PracticeAccount after = account
                .withConfig((config) -> config.withChannels((channels) -> channels.with(region, next)));
        return refused.isEmpty() ? withFile(after, old.channel(), region, due.get()) : after;
    }

    private static Optional<Instant> last(Instant start, Instant now) {
        return Optional.of(start.plus(EVERY.multipliedBy(Duration.between(start, now).dividedBy(EVERY))))
                .filter((at) -> at.isAfter(start));
    }

    private static PracticeAccount withFile(PracticeAccount account, DeliveryChannel channel, String region,
            Instant at) {
        String hash = Here.uuid(region + channel.name() + at).toString().replace("-", "").substring(0, 16);
        String key = "%sAWSLogs/%s/Config/%s/%s/ConfigHistory/%s_Config_%s_ConfigHistory_%s_%s.json.gz".formatted(
                Optional.ofNullable(channel.s3KeyPrefix()).map((prefix) -> prefix + "/").orElse(""), account.id(),
                region, FOLDER.format(at), account.id(), region, STAMP.format(at), hash);
        StoredObject file = new StoredObject(FILE_SIZE, "\"" + hash.repeat(2) + "\"", at);
        return account.withBuckets((buckets) -> buckets.find(channel.s3BucketName())
                .map((bucket) -> buckets.with(bucket.name(),
                        bucket.withObjects((objects) -> objects.with(key, file))))
                .orElse(buckets));
    }

    private static PracticeAccount evaluated(PracticeAccount account, String region, Instant now) {
        Optional<Instant> recordedFrom = account.config()
                .recorders()
                .find(region)
                .filter(RecorderState::recording)
                .flatMap(RecorderState::startedAt);
        if (recordedFrom.isEmpty()) {
            return account;
        }
        PracticeAccount after = account;
        for (RuleState rule : account.config().rules().all()) {
            Instant ready = later(rule.madeAt(), recordedFrom.get()).plus(EVALUATES_AFTER);
            boolean due = rule.region().equals(region) && !ready.isAfter(now)
                    && rule.evaluatedAt().filter((at) -> !at.isBefore(rule.madeAt())).isEmpty();
            if (due) {
                after = after.withConfig((config) -> config.withRules(
                        (rules) -> rules.with(rule.rule().configRuleArn(), rule.evaluated(ready))));
            }
        }
        return after;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Why nothing reaches the channel's bucket, by AWS's code; empty where it does. */
    static Optional<String> refusal(PracticeAccount account, RecorderState recorder, DeliveryChannel channel) {
        if (account.bounds().foreignBuckets().contains(channel.s3BucketName())) {
            return Optional.empty(); // whoever owns it, as a log archive does, lets the accounts in that belong to it
        }
        Optional<BucketState> bucket = account.buckets().find(channel.s3BucketName());
        if (bucket.isEmpty()) {
            return Optional.of("NoSuchBucket");
        }
        return letsIn(account, bucket.get(), channel.s3KeyPrefix())
                || writes(account, recorder.recorder().roleARN(), bucket.get(), channel.s3KeyPrefix())
                        ? Optional.empty()
                        : Optional.of("AccessDenied");
    }

    /** Whether the bucket's policy lets Config itself look at the ACL and write. */
    private static boolean letsIn(PracticeAccount account, BucketState bucket, @Nullable String prefix) {
        if (bucket.policy().isEmpty()) {
            return false;
        }
        Policy policy = Policy.parse(bucket.policy().get());
        Map<String, String> asking = Map.of("aws:sourceaccount", account.id(), "aws:securetransport", "true");
        Map<String, String> writing = new HashMap<>(asking);
        writing.put("s3:x-amz-acl", "bucket-owner-full-control");
        return policy.allows(new Policy.Access(CONFIG, "s3:GetBucketAcl", bucket.arn(), asking))
                && policy.allows(new Policy.Access(CONFIG, "s3:PutObject", file(account, bucket, prefix), writing));
    }

    /** Whether the recorder's role may write there by its own policies, as one may that somebody made for it. */
    private static boolean writes(PracticeAccount account, String roleArn, BucketState bucket,
            @Nullable String prefix) {
        Policy.Access writing = new Policy.Access(CONFIG, "s3:PutObject", file(account, bucket, prefix),
                Map.of("s3:x-amz-acl", "bucket-owner-full-control"));
        return account.iam().roleOf(roleArn).filter((role) -> RoleRules.may(role, writing)).isPresent();
    }

    private static String file(PracticeAccount account, BucketState bucket, @Nullable String prefix) {
        return bucket.arn() + "/" + Optional.ofNullable(prefix).map((given) -> given + "/").orElse("") + "AWSLogs/"
                + account.id() + "/Config/ConfigWritabilityCheckFile";
    }
}

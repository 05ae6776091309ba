package footing.practice.service;

import footing.practice.BucketState;
import footing.practice.IamState.RoleState;
import footing.practice.PracticeAccount;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/** Whether CloudTrail may write to where a trail is to deliver: judged by the policies that really stand there. */
final class TrailChecks {

    private static final String CLOUDTRAIL = "cloudtrail.amazonaws.com";

    private TrailChecks() {
    }

    /** Whether the bucket's policy lets CloudTrail look at its ACL and write log files for this trail. */
    static boolean letsIn(PracticeAccount account, BucketState bucket, Trail trail) {
        if (bucket.policy().isEmpty()) {
            return false;
        }
        Policy policy = Policy.parse(bucket.policy().get());
        String prefix = Optional.ofNullable(trail.s3KeyPrefix()).map((given) -> given + "/").orElse("");
        String file = bucket.arn() + "/" + prefix + "AWSLogs/" + account.id() + "/CloudTrail/file";
        Map<String, String> asking = Map.of("aws:sourcearn", trail.trailARN(), "aws:sourceaccount", account.id(),
                "aws:securetransport", "true");
        Map<String, String> writing = new java.util.HashMap<>(asking);
        writing.put("s3:x-amz-acl", "bucket-owner-full-control");
        return policy.allows(new Policy.Access(CLOUDTRAIL, "s3:GetBucketAcl", bucket.arn(), asking))
                && policy.allows(new Policy.Access(CLOUDTRAIL, "s3:PutObject", file, writing));
    }

    /** Whether CloudTrail may take on the role and write with it to the log group. */
    static boolean writesLogs(PracticeAccount account, Trail trail) {
        Optional<RoleState> role = account.iam().roleOf(trail.cloudWatchLogsRoleArn());
        String stream = groupArn(trail.cloudWatchLogsLogGroupArn()) + ":log-stream:" + streamName(account, trail);
        return role.filter((each) -> isTrusted(each))
                .filter((each) -> may(each, "logs:CreateLogStream", stream) && may(each, "logs:PutLogEvents", stream))
                .isPresent();
    }

    /** Why events do not reach the log group; empty where they do, or where the trail has none. */
    static Optional<String> logsRefusal(PracticeAccount account, Trail trail) {
        if (trail.cloudWatchLogsLogGroupArn() == null || isElsewhere(account, trail)) {
            return Optional.empty();
        }
        return !account.logGroups().has(groupArn(trail.cloudWatchLogsLogGroupArn()))
                ? Optional.of("ResourceNotFoundException")
                : writesLogs(account, trail) ? Optional.empty() : Optional.of("AccessDeniedException");
    }

    /** Whether the trail is another account's, as an organization's is, which has its bucket and log group there. */
    static boolean isElsewhere(PracticeAccount account, Trail trail) {
        return !trail.trailARN().contains(":" + account.id() + ":");
    }

    static String streamName(PracticeAccount account, Trail trail) {
        return account.id() + "_CloudTrail_" + trail.homeRegion();
    }

    /** The log group's ARN as the account keeps it, without the trailing {@code :*}. */
    static String groupArn(@Nullable String given) {
        return Optional.ofNullable(given).orElse("").replaceFirst(":\\*$", "");
    }

    /** CloudTrail names neither trail nor account when it takes on the role: a trust that asks for them lets nobody in. */
    private static boolean isTrusted(RoleState role) {
        return RoleRules.isTrusted(role, CLOUDTRAIL, Map.of());
    }

    private static boolean may(RoleState role, String action, String resource) {
        return RoleRules.may(role, new Policy.Access(CLOUDTRAIL, action, resource, Map.of()));
    }
}

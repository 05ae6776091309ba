package footing.practice.service;

import footing.practice.BucketState;
import footing.practice.PracticeAccount;
import footing.practice.TopicState;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudtrail.model.InsufficientS3BucketPolicyException;
import software.amazon.awssdk.services.cloudtrail.model.InsufficientSnsTopicPolicyException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidCloudWatchLogsLogGroupArnException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidCloudWatchLogsRoleArnException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidS3PrefixException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidSnsTopicNameException;
import software.amazon.awssdk.services.cloudtrail.model.KmsKeyNotFoundException;
import software.amazon.awssdk.services.cloudtrail.model.OrganizationsNotInUseException;
import software.amazon.awssdk.services.cloudtrail.model.S3BucketDoesNotExistException;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/** What CloudTrail checks before it takes a trail: that all it is to write to is there and lets it in. */
final class TrailRules {

    private static final int LONGEST_PREFIX = 200;

    private TrailRules() {
    }

    static void check(Here here, PracticeAccount account, Trail trail) {
        if (Boolean.TRUE.equals(trail.isMultiRegionTrail())
                && !Boolean.TRUE.equals(trail.includeGlobalServiceEvents())) {
            throw TrailErrors.error(InvalidParameterCombinationException.builder(),
                    "Multi-Region trail must include global service events.");
        }
        if (Boolean.TRUE.equals(trail.isOrganizationTrail())) {
            throw TrailErrors.error(OrganizationsNotInUseException.builder(),
                    "Your account is not a member of an organization.");
        }
        if (trail.kmsKeyId() != null) {
            throw TrailErrors.error(KmsKeyNotFoundException.builder(),
                    "The KMS key %s does not exist.".formatted(trail.kmsKeyId()));
        }
        checkBucket(account, trail);
        checkTopic(account, trail);
        checkLogs(here, account, trail);
    }

    private static void checkBucket(PracticeAccount account, Trail trail) {
        if (trail.s3KeyPrefix() != null && trail.s3KeyPrefix().length() > LONGEST_PREFIX) {
            throw TrailErrors.error(InvalidS3PrefixException.builder(),
                    "S3 prefix cannot be longer than 200 characters.");
        }
        String name = Optional.ofNullable(trail.s3BucketName()).orElse("");
        BucketState bucket = account.buckets()
                .find(name)
                .orElseThrow(() -> TrailErrors.error(S3BucketDoesNotExistException.builder(),
                        "S3 bucket %s does not exist!".formatted(name)));
        if (!TrailChecks.letsIn(account, bucket, trail)) {
            throw TrailErrors.error(InsufficientS3BucketPolicyException.builder(),
                    "Incorrect S3 bucket policy is detected for bucket: " + name);
        }
    }

    private static void checkTopic(PracticeAccount account, Trail trail) {
        if (trail.snsTopicARN() == null) {
            return;
        }
        TopicState topic = account.topics()
                .find(trail.snsTopicARN())
                .orElseThrow(() -> TrailErrors.error(InvalidSnsTopicNameException.builder(),
                        "SNS Topic does not exist or the topic policy is incorrect!"));
        Policy.Access publish = new Policy.Access("cloudtrail.amazonaws.com", "SNS:Publish", topic.arn(),
                Map.of("aws:sourcearn", trail.trailARN(), "aws:sourceaccount", account.id()));
        if (!Optional.ofNullable(topic.attributes().get("Policy"))
                .map(Policy::parse)
                .filter((policy) -> policy.allows(publish))
                .isPresent()) {
            throw TrailErrors.error(InsufficientSnsTopicPolicyException.builder(),
                    "SNS Topic does not exist or the topic policy is incorrect!");
        }
    }

    private static void checkLogs(Here here, PracticeAccount account, Trail trail) {
        boolean group = trail.cloudWatchLogsLogGroupArn() != null;
        boolean role = trail.cloudWatchLogsRoleArn() != null;
        if (!group && !role) {
            return;
        }
        if (!group) {
            throw badGroup("You must specify a log group as well as a role ARN.");
        }
        if (!role) {
            throw badRole("You must specify a role ARN as well as a log group.");
        }
        String arn = trail.cloudWatchLogsLogGroupArn();
        if (!arn.startsWith(here.arn("logs", "log-group:")) || !arn.endsWith(":*")) {
            throw badGroup("CloudTrail cannot validate the specified log group ARN.");
        }
        if (!account.logGroups().has(TrailChecks.groupArn(arn))) {
            throw badGroup("The specified log group does not exist.");
        }
        if (!TrailChecks.writesLogs(account, trail)) {
            throw badRole("Access denied. Check the permissions for your role.");
        }
    }

    private static RuntimeException badGroup(String message) {
        return TrailErrors.error(InvalidCloudWatchLogsLogGroupArnException.builder(), message);
    }

    private static RuntimeException badRole(String message) {
        return TrailErrors.error(InvalidCloudWatchLogsRoleArnException.builder(), message);
    }
}

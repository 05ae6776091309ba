package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Trail;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.choices.LogStorage;
import footing.plan.Change.StackResource;
import footing.plan.Stack;
import footing.plan.Value;
import footing.plan.Value.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the stack holds so that CloudTrail records and its logs are kept. */
final class TrailResources {

    static final String BUCKET = "LogBucket";
    static final String BUCKET_POLICY = "LogBucketPolicy";
    static final String LOG_GROUP = "TrailLogGroup";
    static final String LOG_ROLE = "TrailLogRole";
    static final String TRAIL = "Trail";
    static final String ROLE_NAME = "footing-trail-to-logs";

    private static final int DAYS_OF_OLD_VERSIONS = 365;
    private static final int DAYS_OF_BROKEN_UPLOADS = 7;

    private TrailResources() {
    }

    /** The ARN of a trail that Footing makes. */
    static String arn(AccountState account, String trail) {
        return account.arn("cloudtrail", account.home().id(), "trail/" + trail);
    }

    static StackResource trail(AccountState account, Choices choices, Optional<Coverage> made) {
        boolean bucketInStack = LogStore.of(account, choices) instanceof LogStore.InStack;
        Value bucket = bucketInStack ? new Value.Ref(BUCKET) : Value.text(Made.bucket(account, choices));
        boolean validated = !choices.leaves(ItemId.TRAIL_VALIDATION)
                || made.map(Coverage::trail).filter(Trail::validation).isPresent();
        Fields trail = Value.fields("TrailName", Value.text(choices.logStorage().trail()))
                .with("S3BucketName", bucket)
                .with("IsLogging", Value.flag(true))
                .with("IsMultiRegionTrail", Value.flag(true))
                .with("IncludeGlobalServiceEvents", Value.flag(true))
                .with("EnableLogFileValidation", Value.flag(validated))
                .with("EventSelectors",
                        Value.items(Value.fields("IncludeManagementEvents", Value.flag(true))
                                .with("ReadWriteType", Value.text("All"))));
        Optional<Value> group = switch (LogDelivery.of(account, choices)) {
            case LogDelivery.InStack inStack -> Optional.of(new Value.GetAtt(LOG_GROUP, "Arn"));
            case LogDelivery.Adopted adopted -> Optional.of(Value.text(adopted.arn() + ":*"));
            case LogDelivery.None none -> Optional.empty();
        };
        if (group.isPresent()) {
            trail = trail.with("CloudWatchLogsLogGroupArn", group.get())
                    .with("CloudWatchLogsRoleArn", new Value.GetAtt(LOG_ROLE, "Arn"));
        }
        // CloudTrail tries the bucket when the trail is made; the policy has to be there first.
        return resource(ItemId.TRAIL, TRAIL, "AWS::CloudTrail::Trail", trail, false,
                bucketInStack ? Set.of(BUCKET_POLICY) : Set.of());
    }

    static StackResource bucket(String name, LogStorage storage) {
        Fields properties = closedBucket(name).with("LifecycleConfiguration",
                Value.fields("Rules", Value.items(lifecycle(storage))));
        return resource(ItemId.LOG_BUCKET, BUCKET, "AWS::S3::Bucket", properties, true, Set.of());
    }

    /** What every bucket that Footing makes is: closed to the public, encrypted, and of old versions too. */
    static Fields closedBucket(String name) {
        return Value.fields("BucketName", Value.text(name))
                .with("PublicAccessBlockConfiguration",
                        Value.fields("BlockPublicAcls", Value.flag(true))
                                .with("IgnorePublicAcls", Value.flag(true))
                                .with("BlockPublicPolicy", Value.flag(true))
                                .with("RestrictPublicBuckets", Value.flag(true)))
                .with("OwnershipControls",
                        Value.fields("Rules",
                                Value.items(Value.fields("ObjectOwnership", Value.text("BucketOwnerEnforced")))))
                .with("BucketEncryption",
                        Value.fields("ServerSideEncryptionConfiguration",
                                Value.items(Value.fields("ServerSideEncryptionByDefault",
                                        Value.fields("SSEAlgorithm", Value.text("AES256"))))))
                .with("VersioningConfiguration", Value.fields("Status", Value.text("Enabled")));
    }

    private static Fields lifecycle(LogStorage storage) {
        Fields rule = Value.fields("Id", Value.text("footing-logs"))
                .with("Status", Value.text("Enabled"))
                .with("Transitions",
                        Value.items(Value.fields("StorageClass", Value.text("GLACIER_IR"))
                                .with("TransitionInDays", Value.number(storage.archiveAfterDays()))));
        if (storage.expireAfterDays().isPresent()) {
            rule = rule.with("ExpirationInDays", Value.number(storage.expireAfterDays().get()));
        }
        return rule
                .with("NoncurrentVersionExpiration",
                        Value.fields("NoncurrentDays", Value.number(DAYS_OF_OLD_VERSIONS)))
                .with("AbortIncompleteMultipartUpload",
                        Value.fields("DaysAfterInitiation", Value.number(DAYS_OF_BROKEN_UPLOADS)));
    }

    /** Stays with its bucket: the logs in a bucket that is kept are to be read over TLS alone, as before. */
    static StackResource bucketPolicy(LogBucketPolicy policy) {
        return resource(ItemId.LOG_BUCKET, BUCKET_POLICY, "AWS::S3::BucketPolicy",
                Value.fields("Bucket", new Value.Ref(BUCKET)).with("PolicyDocument", policy.document()), true,
                Set.of());
    }

    static StackResource logGroup(LogStorage storage) {
        return resource(ItemId.TRAIL_TO_LOGS, LOG_GROUP, "AWS::Logs::LogGroup",
                Value.fields("LogGroupName", Value.text(storage.logGroup()))
                        .with("RetentionInDays", Value.number(storage.logGroupDays())),
                true, Set.of());
    }

    /**
     * The role with which CloudTrail writes its own streams, and nothing else. Its trust has no condition on the trail:
     * CloudTrail supports neither {@code aws:SourceArn} nor {@code aws:SourceAccount} there.
     *
     * @param group the log group's name
     */
    static StackResource logRole(AccountState account, String group) {
        String streams = account.arn("logs", account.home().id(),
                "log-group:" + group + ":log-stream:" + account.identity().account() + "_CloudTrail_"
                        + account.home().id() + "*");
        Fields write = Statements.document(Value.fields("Effect", Value.text("Allow"))
                .with("Action", Value.texts(List.of("logs:CreateLogStream", "logs:PutLogEvents")))
                .with("Resource", Value.text(streams)));
        return resource(ItemId.TRAIL_TO_LOGS, LOG_ROLE, "AWS::IAM::Role",
                Value.fields("RoleName", Value.text(ROLE_NAME))
                        .with("AssumeRolePolicyDocument", Statements.trust("cloudtrail.amazonaws.com"))
                        .with("Policies",
                                Value.items(Value.fields("PolicyName", Value.text("write-trail"))
                                        .with("PolicyDocument", write))),
                false, Set.of());
    }

    private static StackResource resource(ItemId item, String id, String type, Fields properties, boolean keep,
            Set<String> after) {
        return new StackResource(item, Stack.SECURITY, id, type, properties, keep, after);
    }
}

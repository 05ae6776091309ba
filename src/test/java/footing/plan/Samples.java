package footing.plan;

import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.account.Fact;
import footing.account.Identity;
import footing.account.Partition;
import footing.account.Reading;
import footing.account.Region;
import footing.choices.ItemId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An account and the resources of a small security stack. */
public final class Samples {

    public static final Region HOME = new Region("eu-central-1");
    public static final String ACCOUNT = "123456789012";

    private Samples() {
    }

    public static AccountState account(DeployedStack... stacks) {
        AccountState account = blind().with(Fact.SECURITY_STACK, Reading.seen(Optional.empty()))
                .with(Fact.BILLING_STACK, Reading.seen(Optional.empty()));
        for (DeployedStack stack : stacks) {
            account = account.with(switch (Stack.of(stack).kind()) {
                case SECURITY -> Fact.SECURITY_STACK;
                case BILLING -> Fact.BILLING_STACK;
                case CONFIG -> throw new IllegalArgumentException("one of many Regions");
            }, Reading.seen(Optional.of(stack)));
        }
        return account;
    }

    /** An account of which nothing was read. */
    public static AccountState blind() {
        return new AccountState(
                new Identity(ACCOUNT, "arn:aws:iam::123456789012:user/admin", Optional.empty(), Partition.AWS), HOME,
                List.of(HOME), Instant.parse("2026-03-01T10:00:00Z"), Map.of());
    }

    public static DeployedStack stack(String status, String template) {
        return new DeployedStack(Stack.SECURITY.stackName(), HOME, status, template, List.of());
    }

    public static Change.StackResource topic() {
        return resource(ItemId.SECURITY_NOTIFICATIONS, "SecurityTopic", "AWS::SNS::Topic",
                Value.fields("TopicName", Value.text("footing-security")), false);
    }

    public static Change.StackResource subscription(String list) {
        return resource(ItemId.SECURITY_NOTIFICATIONS, "SecuritySubscription", "AWS::SNS::Subscription",
                Value.fields("TopicArn", new Value.Ref("SecurityTopic"))
                        .with("Protocol", Value.text("email"))
                        .with("Endpoint", Value.text(list)),
                false);
    }

    public static Change.StackResource bucket() {
        return resource(ItemId.LOG_BUCKET, "LogBucket", "AWS::S3::Bucket",
                Value.fields("BucketName", Value.text("footing-logs-123456789012-eu-central-1"))
                        .with("VersioningConfiguration", Value.fields("Status", Value.text("Enabled"))),
                true);
    }

    public static Change.StackResource bucketPolicy() {
        Value statement = Value.fields("Effect", Value.text("Deny"))
                .with("Principal", Value.text("*"))
                .with("Action", Value.text("s3:*"))
                .with("Resource", Value.items(new Value.GetAtt("LogBucket", "Arn"),
                        new Value.Sub("${LogBucket.Arn}/*")))
                .with("Condition",
                        Value.fields("Bool", Value.fields("aws:SecureTransport", Value.text("false"))));
        return resource(ItemId.LOG_BUCKET, "LogBucketPolicy", "AWS::S3::BucketPolicy",
                Value.fields("Bucket", new Value.Ref("LogBucket"))
                        .with("PolicyDocument",
                                Value.fields("Version", Value.text("2012-10-17"))
                                        .with("Statement", Value.items(statement))),
                false);
    }

    public static Change.StackResource trail() {
        return new Change.StackResource(ItemId.TRAIL, Stack.SECURITY, "Trail", "AWS::CloudTrail::Trail",
                Value.fields("TrailName", Value.text("footing"))
                        .with("S3BucketName", new Value.Ref("LogBucket"))
                        .with("IsLogging", Value.flag(true))
                        .with("IsMultiRegionTrail", Value.flag(true))
                        .with("IncludeGlobalServiceEvents", Value.flag(true))
                        .with("EnableLogFileValidation", Value.flag(true)),
                false, Set.of("LogBucketPolicy"));
    }

    public static Change.StackResource alarm(String name) {
        return resource(ItemId.ACTIVITY_ALARMS, "Alarm" + name, "AWS::CloudWatch::Alarm",
                Value.fields("AlarmName", Value.text("footing-" + name))
                        .with("Namespace", Value.text("Footing/Activity"))
                        .with("MetricName", Value.text(name))
                        .with("Statistic", Value.text("Sum"))
                        .with("Period", Value.number(300))
                        .with("EvaluationPeriods", Value.number(1))
                        .with("Threshold", Value.number(1))
                        .with("ComparisonOperator", Value.text("GreaterThanOrEqualToThreshold"))
                        .with("AlarmActions", Value.items(new Value.Ref("SecurityTopic"))),
                false);
    }

    public static Change.StackResource resource(ItemId item, String logicalId, String type, Value.Fields properties,
            boolean keep) {
        return new Change.StackResource(item, Stack.SECURITY, logicalId, type, properties, keep, Set.of());
    }

    /** What every item of the small stack asks for. */
    public static Map<ItemId, Remedy> remedies() {
        return Map.of(ItemId.SECURITY_NOTIFICATIONS, Remedy.of(topic(), subscription("aws-security@example.com")),
                ItemId.LOG_BUCKET, Remedy.of(bucketPolicy(), bucket()),
                ItemId.TRAIL, Remedy.of(trail()),
                ItemId.ACTIVITY_ALARMS, Remedy.of(alarm("B"), alarm("A")));
    }

    public static List<Change.StackResource> resources() {
        return List.of(topic(), subscription("aws-security@example.com"), bucket(), bucketPolicy(), trail(),
                alarm("A"), alarm("B"));
    }

    public static Change.DirectSetting<Boolean> validation(boolean before, boolean after, Change.When when) {
        return new Change.DirectSetting<>(ItemId.TRAIL_VALIDATION,
                new Setting.TrailValidationSetting("arn:aws:cloudtrail:eu-central-1:123456789012:trail/old", HOME),
                before, after, when);
    }
}

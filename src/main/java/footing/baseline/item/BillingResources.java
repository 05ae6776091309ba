package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Region;
import footing.choices.BudgetChoice;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.choices.LogicalIds;
import footing.plan.Change.StackResource;
import footing.plan.ResourceBody;
import footing.plan.Stack;
import footing.plan.Value;
import footing.plan.Value.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the billing stack holds: the topic that budgets notify, the budgets, and a bucket of its own for the usage
 * report. The report does not go to the log bucket: who reads the bill need not read the logs, and a bucket in the
 * stack's own Region needs no second stack to let the export in.
 */
final class BillingResources {

    static final String TOPIC = "BillingTopic";
    static final String BUCKET = "ReportBucket";

    static final String TOPIC_POLICY = "BillingTopicPolicy";
    private static final String BUCKET_POLICY = "ReportBucketPolicy";
    private static final String EXPORT_NAME = "footing-cost-and-usage";
    private static final int DAYS_OF_OLD_VERSIONS = 90;
    private static final int DAYS_OF_PARTS = 7;
    private static final Value TOPIC_ARN = new Value.Ref(TOPIC);

    private BillingResources() {
    }

    /** Whether Footing's stack holds any resource of a type. */
    static boolean isOurs(String type, AccountState account) {
        return Stack.BILLING.deployed(account)
                .found()
                .flatMap((stack) -> stack)
                .filter((stack) -> stack.resources().stream().anyMatch((resource) -> resource.type().equals(type)))
                .isPresent();
    }

    static String topicArn(AccountState account, Choices choices) {
        return account.arn("sns", account.identity().partition().billingRegion().id(), choices.billing().topicName());
    }

    static StackResource topic(Choices choices) {
        return resource(ItemId.BILLING_NOTIFICATIONS, TOPIC, "AWS::SNS::Topic",
                Value.fields("TopicName", Value.text(choices.billing().topicName())), false, Set.of());
    }

    /** Whether the plan writes the policy of the topic that the stack makes. */
    static boolean writesTopicPolicy(Choices choices) {
        return choices.billing().list().isPresent() && !choices.leaves(ItemId.BILLING_NOTIFICATIONS);
    }

    /**
     * Budgets of this account may publish, and the account itself; where it is told of costs that are higher than
     * expected, AWS may too. All over TLS only.
     */
    static StackResource topicPolicy(AccountState account, Choices choices) {
        Fields ofAccount = Value
                .fields("StringEquals",
                        Value.fields("aws:SourceAccount", Value.text(account.identity().account())))
                .with("ArnLike", Value.fields("aws:SourceArn", Value.text(account.arn("budgets", "", "*"))));
        Fields budgets = Statements
                .allow("FootingBudgets", Statements.service(BudgetAccess.BUDGETS),
                        List.of("sns:Publish"), TOPIC_ARN)
                .with("Condition", ofAccount);
        List<Value> statements = new ArrayList<>(List.of(budgets));
        if (AnomalyResources.areMade(account, choices)) {
            statements.add(AnomalyResources.statement(account, TOPIC_ARN));
        }
        statements.add(Statements.topicOwner(account, TOPIC_ARN));
        statements.add(Statements.tlsOnly("sns:Publish", TOPIC_ARN));
        return resource(ItemId.BILLING_NOTIFICATIONS, TOPIC_POLICY, "AWS::SNS::TopicPolicy",
                Value.fields("Topics", Value.items(TOPIC_ARN))
                        .with("PolicyDocument", Statements.document(statements.toArray(Value[]::new))),
                false, Set.of());
    }

    static StackResource subscription(Value topicArn, String list) {
        return resource(ItemId.BILLING_NOTIFICATIONS, "BillingSubscription", "AWS::SNS::Subscription",
                Value.fields("TopicArn", topicArn)
                        .with("Protocol", Value.text("email"))
                        .with("Endpoint", Value.text(list)),
                false, Set.of());
    }

    /** A changed limit changes the budget; changed notifications, which AWS cannot change, give it another name. */
    static StackResource budget(String name, BudgetChoice choice,
            BillingTopicPlan.Target topic) {
        Fields budget = Value
                .fields("BudgetName", Value.text(choice.accountName(name, topic.name())))
                .with("BudgetType", Value.text("COST"))
                .with("TimeUnit", Value.text(choice.period().name()))
                .with("BudgetLimit",
                        Value.fields("Amount", Value.number(choice.limit()))
                                .with("Unit", Value.text(choice.currency())));
        Fields properties = Value.fields("Budget", budget)
                .with("NotificationsWithSubscribers",
                        Value.items(notice("ACTUAL", choice.actualPercent(), topic.arn()),
                                notice("FORECASTED", choice.forecastPercent(), topic.arn())))
                .with("ResourceTags",
                        Value.items(Value.fields("Key", Value.text(ResourceBody.ITEM))
                                .with("Value", Value.text(ItemId.BUDGET.id()))));
        // Budgets tries the topic when the budget is made; the policy has to be there first.
        return resource(ItemId.BUDGET, "Budget" + LogicalIds.of(name), "AWS::Budgets::Budget", properties, false,
                topic.inStack() ? Set.of(TOPIC_POLICY) : Set.of());
    }

    private static Fields notice(String basis, int percent, Value topic) {
        return Value
                .fields("Notification",
                        Value.fields("NotificationType", Value.text(basis))
                                .with("ComparisonOperator", Value.text("GREATER_THAN"))
                                .with("Threshold", Value.number(percent))
                                .with("ThresholdType", Value.text("PERCENTAGE")))
                .with("Subscribers",
                        Value.items(Value.fields("SubscriptionType", Value.text("SNS")).with("Address", topic)));
    }

    static StackResource bucket(String name) {
        Fields rule = Value.fields("Id", Value.text("footing-old-versions"))
                .with("Status", Value.text("Enabled"))
                .with("NoncurrentVersionExpiration",
                        Value.fields("NoncurrentDays", Value.number(DAYS_OF_OLD_VERSIONS)))
                .with("AbortIncompleteMultipartUpload",
                        Value.fields("DaysAfterInitiation", Value.number(DAYS_OF_PARTS)));
        return resource(ItemId.USAGE_REPORT, BUCKET, "AWS::S3::Bucket",
                TrailResources.closedBucket(name)
                        .with("LifecycleConfiguration",
                                Value.fields("Rules", Value.items(rule))),
                true, Set.of());
    }

    /** From AWS's document "Setting up an Amazon S3 bucket for data exports". It stays with the bucket that it is of. */
    static StackResource bucketPolicy(AccountState account, String bucket) {
        String arn = "arn:" + account.identity().partition().id() + ":s3:::" + bucket;
        Fields condition = Value
                .fields("StringEquals",
                        Value.fields("aws:SourceAccount", Value.text(account.identity().account())))
                .with("ArnLike", Value.fields("aws:SourceArn",
                        Value.texts(List.of(account.arn("bcm-data-exports", region(account).id(), "export/*"),
                                account.arn("cur", region(account).id(), "definition/*")))));
        Fields write = Value.fields("Sid", Value.text("FootingDataExports"))
                .with("Effect", Value.text("Allow"))
                .with("Principal",
                        Value.fields("Service",
                                Value.texts(List.of(ReportBucket.EXPORTS,
                                        "billingreports.amazonaws.com"))))
                .with("Action", Value.texts(List.of("s3:GetBucketPolicy", "s3:PutObject")))
                .with("Resource", Value.texts(List.of(arn, arn + "/*")))
                .with("Condition", condition);
        return resource(ItemId.USAGE_REPORT, BUCKET_POLICY, "AWS::S3::BucketPolicy",
                Value.fields("Bucket", new Value.Ref(BUCKET))
                        .with("PolicyDocument",
                                Statements.document(write, Statements.bucketTlsOnly(arn))),
                true, Set.of());
    }

    /** The ARN of the export that Footing makes, before AWS adds to it. */
    static String exportArn(AccountState account) {
        return account.arn("bcm-data-exports", region(account).id(), "export/" + EXPORT_NAME);
    }

    /** @param inStack the bucket's name in the template, where the stack makes it */
    static StackResource export(AccountState account, Optional<String> inStack, String bucket) {
        Fields s3 = Value
                .fields("S3Bucket", inStack.<Value>map(Value.Ref::new).orElseGet(() -> Value.text(bucket)))
                .with("S3Prefix", Value.text("cost-and-usage"))
                .with("S3Region", Value.text(region(account).id()))
                .with("S3OutputConfigurations",
                        Value.fields("OutputType", Value.text("CUSTOM"))
                                .with("Format", Value.text("PARQUET"))
                                .with("Compression", Value.text("PARQUET"))
                                .with("Overwrite", Value.text("OVERWRITE_REPORT")));
        Fields export = Value.fields("Name", Value.text(EXPORT_NAME))
                .with("Description", Value.text("Cost and usage, day by day and by resource"))
                .with("DataQuery",
                        Value.fields("QueryStatement", Value.text(UsageQuery.STATEMENT))
                                .with("TableConfigurations",
                                        Value.fields(UsageQuery.TABLE,
                                                Value.fields("TIME_GRANULARITY", Value.text("DAILY"))
                                                        .with("INCLUDE_RESOURCES", Value.text("TRUE"))
                                                        .with("INCLUDE_SPLIT_COST_ALLOCATION_DATA",
                                                                Value.text("FALSE"))
                                                        .with("INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY",
                                                                Value.text("FALSE")))))
                .with("DestinationConfigurations", Value.fields("S3Destination", s3))
                .with("RefreshCadence", Value.fields("Frequency", Value.text("SYNCHRONOUS")));
        return resource(ItemId.USAGE_REPORT, "UsageExport", "AWS::BCMDataExports::Export",
                Value.fields("Export", export), false, inStack.isPresent() ? Set.of(BUCKET_POLICY) : Set.of());
    }

    private static Region region(AccountState account) {
        return account.identity().partition().billingRegion();
    }

    private static StackResource resource(ItemId item, String id, String type, Fields properties,
            boolean keep, Set<String> after) {
        return new StackResource(item, Stack.BILLING, id, type, properties, keep, after);
    }
}

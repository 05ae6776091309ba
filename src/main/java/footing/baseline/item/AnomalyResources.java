package footing.baseline.item;

import footing.account.AccountState;
import footing.account.AnomalyDetection;
import footing.account.Fact;
import footing.account.Topic;
import footing.choices.BeyondChoices;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Change.StackResource;
import footing.plan.Remedy;
import footing.plan.ResourceBody;
import footing.plan.Setting;
import footing.plan.Stack;
import footing.plan.Value;
import footing.plan.Value.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the billing stack holds so that the billing topic hears of costs that are higher than expected. AWS takes one
 * monitor of all services in an account, so that one of somebody else's is never joined by another.
 */
final class AnomalyResources {

    private static final String SERVICE = TopicAccess.Publisher.COST_ALERTS.service();
    private static final String MONITOR = "CostAnomalyMonitor";
    private static final String MONITOR_TYPE = "AWS::CE::AnomalyMonitor";
    private static final String SUBSCRIPTION_TYPE = "AWS::CE::AnomalySubscription";

    private AnomalyResources() {
    }

    /** Whether the stack holds, or is to hold, a subscription of Footing's: nobody else's does what is wanted. */
    static boolean areMade(AccountState account, Choices choices) {
        boolean ours = BillingResources.isOurs(SUBSCRIPTION_TYPE, account);
        if (choices.leaves(ItemId.COST_ANOMALIES)) {
            return ours;
        }
        return choices.beyond().wants(ItemId.COST_ANOMALIES) && (ours || isLacking(account));
    }

    private static boolean isLacking(AccountState account) {
        return switch (new CostAnomalies().judge(account).status()) {
            case NOT_MET, NEEDS_ATTESTATION -> true;
            case MET, ATTESTED, PENDING, UNKNOWN, NOT_APPLICABLE -> false;
        };
    }

    static Remedy remedy(AccountState account, Choices choices) {
        BillingTopicPlan plan = BillingTopicPlan.of(account, choices);
        Optional<BillingTopicPlan.Target> topic = plan.target(account, choices);
        if (topic.isEmpty()) {
            return Remedy.nothing(Remedy.Reason.NOT_DECIDED);
        }
        if (topic.get().inStack() && !BillingResources.writesTopicPolicy(choices)) {
            // The topic's policy stays as it is, and does not let AWS tell of anomalies.
            return Remedy.nothing(Remedy.Reason.NEEDS_ANOTHER);
        }
        List<Change> changes = new ArrayList<>();
        if (plan instanceof BillingTopicPlan.Adopted(Topic adopted)) {
            policy(account, choices, adopted).ifPresent(changes::add);
        }
        Optional<AnomalyDetection.Monitor> other = account.read(Fact.ANOMALY_DETECTION)
                .found()
                .flatMap(AnomalyDetection::ofEverything)
                .filter((monitor) -> !account.madeByFooting(MONITOR_TYPE, monitor.arn()));
        if (other.isEmpty()) {
            changes.add(monitor());
        }
        changes.add(subscription(other.<Value>map((monitor) -> Value.text(monitor.arn()))
                .orElseGet(() -> new Value.Ref(MONITOR)), topic.get(), choices.beyond().anomalyUsd()));
        return new Remedy.Changes(changes);
    }

    /** The statement that lets AWS tell a topic of anomalies. */
    static Fields statement(AccountState account, Value topic) {
        return Statements.allow("FootingCostAnomalies", Statements.service(SERVICE), List.of("sns:Publish"), topic)
                .with("Condition", Value.fields("StringEquals",
                        Value.fields("aws:SourceAccount", Value.text(account.identity().account()))));
    }

    /** An adopted topic that does not let AWS in: its policy gets one more statement, or a person adds it. */
    private static Optional<Change> policy(AccountState account, Choices choices, Topic adopted) {
        Optional<Topic.Access> access = adopted.access().found();
        Optional<TopicAccess> now = access
                .map((one) -> TopicAccess.of(adopted, one, TopicAccess.Publisher.COST_ALERTS));
        if (now.filter((one) -> one == TopicAccess.OPEN || one == TopicAccess.UNCLEAR).isPresent()) {
            return Optional.empty();
        }
        // A setting has one hand that writes it: where security uses the topic too, a person does.
        boolean shared = TopicPlan.of(account, choices) instanceof TopicPlan.Adopted(Topic security)
                && security.arn().equals(adopted.arn());
        return access.filter((one) -> !shared && now.filter(TopicAccess.REFUSED::equals).isPresent())
                .map(Topic.Access::policy)
                .flatMap((policy) -> PolicyDocument.parse(policy)
                        .<Change>map((document) -> new Change.DirectSetting<>(ItemId.COST_ANOMALIES,
                                new Setting.TopicPolicySetting(adopted.arn(), adopted.region()), policy,
                                document.with(List.of(statement(account, Value.text(adopted.arn())))),
                                Change.When.BEFORE_STACKS)))
                .or(() -> Optional.of(Console.step(ItemId.COST_ANOMALIES, "cost-anomalies",
                        Console.topic(account, adopted.region(), adopted.arn()))));
    }

    private static StackResource monitor() {
        return resource(MONITOR, MONITOR_TYPE, Value.fields("MonitorName", Value.text("footing-services"))
                .with("MonitorType", Value.text("DIMENSIONAL"))
                .with("MonitorDimension", Value.text("SERVICE"))
                .with("ResourceTags", tags()), Set.of());
    }

    /** A topic is told at once; AWS sends what it gathers by day or week to addresses only. */
    private static StackResource subscription(Value monitor, BillingTopicPlan.Target topic, int usd) {
        Fields topicOf = Value.fields("Type", Value.text("SNS")).with("Address", topic.arn());
        return resource(BeyondChoices.SUBSCRIPTION, SUBSCRIPTION_TYPE,
                Value.fields("SubscriptionName", Value.text("footing-cost-anomalies"))
                        .with("Frequency", Value.text("IMMEDIATE"))
                        .with("MonitorArnList", Value.items(monitor))
                        .with("Subscribers", Value.items(topicOf))
                        .with("ThresholdExpression", Value.text(("{\"Dimensions\":{\"Key\":"
                                + "\"ANOMALY_TOTAL_IMPACT_ABSOLUTE\",\"MatchOptions\":[\"GREATER_THAN_OR_EQUAL\"],"
                                + "\"Values\":[\"%d\"]}}").formatted(usd)))
                        .with("ResourceTags", tags()),
                topic.inStack() ? Set.of(BillingResources.TOPIC_POLICY) : Set.of());
    }

    private static Value tags() {
        return Value.items(Value.fields("Key", Value.text(ResourceBody.ITEM))
                .with("Value", Value.text(ItemId.COST_ANOMALIES.id())));
    }

    private static StackResource resource(String id, String type, Fields properties, Set<String> after) {
        return new StackResource(ItemId.COST_ANOMALIES, Stack.BILLING, id, type, properties, false, after);
    }
}

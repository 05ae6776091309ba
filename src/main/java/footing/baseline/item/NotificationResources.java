package footing.baseline.item;

import footing.account.AccountState;
import footing.account.ComplianceEvent;
import footing.account.ConfigRule.Managed;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Topic;
import footing.baseline.Status;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Change.StackResource;
import footing.plan.Setting;
import footing.plan.Stack;
import footing.plan.Value;
import footing.plan.Value.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the stacks hold so that the security topic hears of what rules find, in whatever Region they find it. */
final class NotificationResources {

    static final String RULE = "ComplianceEvents";

    private static final String RULE_NAME = "footing-config-findings";
    private static final String ROLE = "ComplianceForwardRole";
    /** Roles are of no Region: each home Region has its own, so that another one can follow it. */
    private static final String ROLE_NAME = "footing-config-to-";

    private final AccountState account;
    private final Choices choices;
    /** The security topic. */
    private final String topic;

    private NotificationResources(AccountState account, Choices choices, String topic) {
        this.account = account;
        this.choices = choices;
        this.topic = topic;
    }

    /** Empty where nobody has decided which topic is to hear. */
    static Optional<List<Change>> changes(AccountState account, Choices choices) {
        return switch (TopicPlan.of(account, choices)) {
            case TopicPlan.InStack inStack -> Optional.of(new NotificationResources(account, choices, account.arn("sns",
                    account.home().id(), choices.notifications().topicName())).changes(Optional.empty()));
            case TopicPlan.Adopted(Topic topic) ->
                Optional.of(new NotificationResources(account, choices, topic.arn()).changes(Optional.of(topic)));
            case TopicPlan.Undecided undecided -> Optional.empty();
        };
    }

    /**
     * Whether an event rule of Footing's tells the topic, will when the plan is carried out, or may be there unseen.
     * EventBridge can be let in for all accounts only, so it is let in only where that is needed.
     */
    static boolean needsTopic(AccountState account, Choices choices) {
        Stack home = Stack.config(account.home());
        if (!home.isSeen(account)) {
            return true;
        }
        if (choices.leaves(ItemId.CONFIG_NOTIFICATIONS)) {
            return ConfigStack.holds(account, account.home(), RULE);
        }
        return changes(account, choices).stream()
                .flatMap(List::stream)
                .anyMatch((change) -> change instanceof StackResource resource && resource.stack().equals(home)
                        && resource.logicalId().equals(RULE));
    }

    private List<Change> changes(Optional<Topic> adopted) {
        SortedMap<Region, SortedSet<String>> forwarded = new TreeMap<>();
        SortedSet<String> told = new TreeSet<>();
        boolean needed = false;
        for (Region region : ConfigStack.regions(account, choices)) {
            for (Map.Entry<String, Managed> rule : RuleResources.names(account, choices, region).entrySet()) {
                boolean far = !region.equals(account.home());
                if (far && isUnheard(region, rule, true, Set.of(topic))) {
                    forwarded.computeIfAbsent(region, (one) -> new TreeSet<>()).add(rule.getKey());
                }
                boolean arrives = !far || forwarded.getOrDefault(region, new TreeSet<>()).contains(rule.getKey());
                if (arrives && isUnheard(region, rule, !far, Set.of(topic))) {
                    told.add(rule.getKey());
                }
                // Where findings reach people by another way, this topic need not be opened to every account's rules.
                needed = needed || isUnheard(region, rule, !far || !arrives, Set.of());
            }
        }
        List<Change> changes = new ArrayList<>();
        if (needed) {
            adopted.flatMap(this::policy).ifPresent(changes::add);
        }
        forwarded.forEach((region, names) -> changes.add(forward(region, names)));
        if (!forwarded.isEmpty()) {
            changes.add(role());
        }
        if (!told.isEmpty()) {
            changes.add(tell(told));
        }
        return changes;
    }

    /**
     * Whether a rule's findings get nowhere but by what Footing makes. Where nobody could look, what Footing made there
     * stays.
     *
     * @param first whether the finding is still on the bus of its own Region, or already on the home Region's
     * @param open the topics that are taken to let EventBridge in
     */
    private boolean isUnheard(Region region, Map.Entry<String, Managed> rule, boolean first, Set<String> open) {
        Region bus = first ? region : account.home();
        return new ComplianceWay.Walk(account,
                ComplianceEvent.of(account.identity().account(), region, rule.getValue(), rule.getKey()),
                open, Set.of(RULE_NAME)).from(bus, first)
                .found()
                .map((way) -> way.end().status() == Status.NOT_MET)
                .orElseGet(() -> ConfigStack.holds(account, bus, RULE));
    }

    private StackResource tell(SortedSet<String> rules) {
        return rule(account.home(), rules,
                Value.fields("Id", Value.text("security-topic"))
                        .with("Arn", Value.text(topic))
                        .with("InputTransformer", inWords()));
    }

    /** One line that a person can read, in place of the event itself. */
    private static Fields inWords() {
        return Value.fields("InputPathsMap",
                Value.fields("account", Value.text("$.detail.awsAccountId"))
                        .with("region", Value.text("$.detail.awsRegion"))
                        .with("resource", Value.text("$.detail.resourceId"))
                        .with("rule", Value.text("$.detail.configRuleName"))
                        .with("type", Value.text("$.detail.resourceType")))
                .with("InputTemplate",
                        Value.text("\"AWS Config: the rule <rule> found that <type> <resource> does not comply,"
                                + " in <region> of account <account>.\""));
    }

    private StackResource forward(Region region, SortedSet<String> rules) {
        return rule(region, rules, Value.fields("Id", Value.text("home-region"))
                .with("Arn", Value.text(bus()))
                .with("RoleArn", Value.text(account.arn("iam", "", "role/" + ROLE_NAME + account.home().id()))));
    }

    private String bus() {
        return account.arn("events", account.home().id(), "event-bus/default");
    }

    private static StackResource rule(Region region, SortedSet<String> rules, Fields target) {
        Fields pattern = Value.fields("source", Value.texts(List.of("aws.config")))
                .with("detail-type", Value.texts(List.of("Config Rules Compliance Change")))
                .with("detail",
                        Value.fields("messageType", Value.texts(List.of("ComplianceChangeNotification")))
                                .with("configRuleName", Value.texts(List.copyOf(rules)))
                                .with("newEvaluationResult",
                                        Value.fields("complianceType", Value.texts(List.of("NON_COMPLIANT")))));
        return ConfigStack.resource(ItemId.CONFIG_NOTIFICATIONS, region, RULE, "AWS::Events::Rule",
                Value.fields("Name", Value.text(RULE_NAME))
                        .with("EventPattern", pattern)
                        .with("State", Value.text("ENABLED"))
                        .with("Targets", Value.items(target)),
                Set.of());
    }

    /** With it EventBridge may put events on the home Region's bus, and do nothing else. */
    private StackResource role() {
        Fields put = Value.fields("Effect", Value.text("Allow"))
                .with("Action", Value.text("events:PutEvents"))
                .with("Resource", Value.text(bus()));
        return new StackResource(ItemId.CONFIG_NOTIFICATIONS, Stack.SECURITY, ROLE, "AWS::IAM::Role",
                Value.fields("RoleName", Value.text(ROLE_NAME + account.home().id()))
                        .with("AssumeRolePolicyDocument", Statements.trust(Statements.EVENTS))
                        .with("Policies",
                                Value.items(Value.fields("PolicyName", Value.text("to-home-region"))
                                        .with("PolicyDocument", Statements.document(put)))),
                false, Set.of());
    }

    /** An adopted topic that does not let EventBridge in: its policy gets one more statement, or a person adds it. */
    private Optional<Change> policy(Topic adopted) {
        Optional<Topic.Access> access = adopted.access().found().or(() -> told(adopted.arn()));
        Optional<TopicAccess> now = access
                .map((one) -> TopicAccess.of(adopted, one, TopicAccess.Publisher.EVENTS));
        if (now.filter((one) -> one == TopicAccess.OPEN || one == TopicAccess.UNCLEAR).isPresent()) {
            return Optional.empty();
        }
        // A statement more would change nothing where the key is in the way.
        return access.filter((one) -> now.filter(TopicAccess.REFUSED::equals).isPresent())
                .map(Topic.Access::policy)
                .flatMap((policy) -> PolicyDocument.parse(policy)
                        .<Change>map((document) -> new Change.DirectSetting<>(ItemId.CONFIG_NOTIFICATIONS,
                                new Setting.TopicPolicySetting(adopted.arn(), adopted.region()), policy,
                                document.with(List.of(Statements.events(Value.text(adopted.arn())))),
                                Change.When.BEFORE_STACKS)))
                .or(() -> Optional.of(Console.step(ItemId.CONFIG_NOTIFICATIONS, "topic-policy",
                        Console.topic(account, adopted.region(), adopted.arn()))));
    }

    /** Who may publish to a topic that is named neither for security nor by an alarm, where an event rule tells it. */
    private Optional<Topic.Access> told(String topicArn) {
        return account.read(Fact.EVENT_TOPICS)
                .found()
                .flatMap((topics) -> Optional.ofNullable(topics.get(topicArn)))
                .flatMap(Reading::found)
                .flatMap((topic) -> topic)
                .flatMap((topic) -> topic.access().found());
    }
}

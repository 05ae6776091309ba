package footing.choices;

import footing.account.AccountState;
import footing.account.DeployedStack;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * What people decided before, as far as the stacks that came of it still tell. What a template does not tell, or what
 * is no template of Footing's any more, says nothing here.
 */
final class EarlierChoices {

    private static final String BUCKET = "LogBucket";
    private static final String TRAIL = "Trail";
    private static final String LOG_GROUP = "TrailLogGroup";
    private static final String SUBSCRIPTION = "SecuritySubscription";
    private static final String NOTICE = "NotificationsWithSubscribers.%d.Notification.Threshold";
    private static final String RULE = "LifecycleConfiguration.Rules.0.";

    private final List<DeployedStack> stacks;
    /** The properties of every resource, by its logical id. */
    private final Map<String, Optional<Node>> resources = new HashMap<>();

    private EarlierChoices(List<DeployedStack> stacks) {
        this.stacks = stacks;
        stacks.forEach((stack) -> root(stack.template()).flatMap((root) -> child(root, "Resources"))
                .ifPresent((all) -> fields(all)
                        .forEach((id, body) -> resources.put(id, child(body, "Properties")))));
    }

    static EarlierChoices of(AccountState account) {
        return new EarlierChoices(account.stacks().toList());
    }

    /** The name of the bucket: Footing's own, or the one that Footing's trail was made to write to. */
    Optional<String> bucket() {
        return physicalId(BUCKET).or(() -> text(TRAIL, "S3BucketName"));
    }

    Optional<String> trail() {
        // CloudFormation calls a trail by its name; an ARN would say the same.
        return physicalId(TRAIL).map((id) -> id.substring(id.lastIndexOf('/') + 1));
    }

    Optional<String> logGroup() {
        return physicalId(LOG_GROUP);
    }

    Optional<Integer> logGroupDays() {
        return number(LOG_GROUP, "RetentionInDays");
    }

    Optional<Integer> archiveAfterDays() {
        return number(BUCKET, RULE + "Transitions.0.TransitionInDays");
    }

    Optional<Integer> expireAfterDays() {
        return number(BUCKET, RULE + "ExpirationInDays");
    }

    Optional<String> securityList() {
        return text(SUBSCRIPTION, "Endpoint");
    }

    /**
     * The activities that raise an alarm of Footing's. Empty where nobody has decided: nothing was made for any of
     * them, and no list was chosen that an alarm could go to.
     */
    Optional<Set<Activity>> alarms() {
        Set<Activity> made = EnumSet.noneOf(Activity.class);
        Arrays.stream(Activity.values())
                .filter((activity) -> resources.containsKey("Alarm" + LogicalIds.of(activity.id())))
                .forEach(made::add);
        return made.isEmpty() && !resources.containsKey(SUBSCRIPTION) ? Optional.empty() : Optional.of(made);
    }

    /** The groups that Footing's stack holds, with what they hold; empty where there is no stack. */
    Optional<Groups> groups() {
        SortedMap<String, List<String>> made = new TreeMap<>();
        resources.keySet()
                .stream()
                .filter((id) -> id.startsWith("Group"))
                .forEach((id) -> text(id, "GroupName")
                        .ifPresent((name) -> made.put(name, properties(id)
                                .flatMap((group) -> child(group, "ManagedPolicyArns"))
                                .map(EarlierChoices::policies)
                                .orElse(List.of()))));
        return resources.isEmpty() ? Optional.empty() : Optional.of(new Groups(made));
    }

    static List<String> policies(Node arns) {
        return arns instanceof SequenceNode items
                ? items.getValue()
                        .stream()
                        .filter(ScalarNode.class::isInstance)
                        .map((arn) -> ((ScalarNode) arn).getValue())
                        .map((arn) -> arn.substring(arn.indexOf(":policy/") < 0 ? 0 : arn.indexOf(":policy/") + 8))
                        .toList()
                : List.of();
    }

    /** The items of which Footing's own trail shows that they were left: it was made without them. */
    Set<ItemId> left() {
        Set<ItemId> left = EnumSet.noneOf(ItemId.class);
        if (!resources.containsKey(TRAIL)) {
            return left;
        }
        if (properties(TRAIL).flatMap((trail) -> child(trail, "CloudWatchLogsLogGroupArn")).isEmpty()) {
            left.add(ItemId.TRAIL_TO_LOGS);
        }
        if (text(TRAIL, "EnableLogFileValidation").filter("false"::equals).isPresent()) {
            left.add(ItemId.TRAIL_VALIDATION);
        }
        return left;
    }

    /** The logical ids of what the stacks hold. */
    Set<String> ids() {
        return resources.keySet();
    }

    Optional<String> billingList() {
        return text("BillingSubscription", "Endpoint");
    }

    Optional<String> reportBucket() {
        return physicalId("ReportBucket");
    }

    /** The budgets that Footing made, by the names that people gave them. */
    SortedMap<String, BudgetChoice> budgets() {
        SortedMap<String, BudgetChoice> budgets = new TreeMap<>();
        for (String id : resources.keySet()) {
            Optional<String> name = text(id, "Budget.BudgetName").flatMap(BudgetChoice::nameOf);
            Optional<Integer> limit = number(id, "Budget.BudgetLimit.Amount");
            if (name.isPresent() && limit.isPresent()) {
                budgets.put(name.get(), new BudgetChoice(limit.get(),
                        text(id, "Budget.BudgetLimit.Unit").orElse(BudgetChoice.CURRENCY),
                        text(id, "Budget.TimeUnit").map((unit) -> unit.toLowerCase(Locale.ROOT))
                                .flatMap(BudgetChoice.Period::of)
                                .orElse(BudgetChoice.Period.MONTHLY),
                        number(id, NOTICE.formatted(0)).orElse(BudgetChoice.ACTUAL_PERCENT),
                        number(id, NOTICE.formatted(1)).orElse(BudgetChoice.FORECAST_PERCENT)));
            }
        }
        return budgets;
    }

    private Optional<String> physicalId(String logicalId) {
        return stacks.stream()
                .flatMap((stack) -> stack.resources().stream())
                .filter((resource) -> resource.logicalId().equals(logicalId) && !resource.physicalId().isEmpty())
                .map(DeployedStack.Resource::physicalId)
                .findFirst();
    }

    private Optional<Integer> number(String resource, String path) {
        return text(resource, path).filter((text) -> text.matches("[0-9]{1,10}")).flatMap(EarlierChoices::parse);
    }

    private static Optional<Integer> parse(String digits) {
        try {
            return Optional.of(Integer.valueOf(digits));
        } catch (NumberFormatException tooLarge) {
            // Footing writes no such number: whoever did has not said anything to Footing.
            return Optional.empty();
        }
    }

    /** A text that stands in the template itself; a reference to something else is none. */
    Optional<String> text(String resource, String path) {
        Optional<Node> node = properties(resource);
        for (String step : path.split("\\.", -1)) {
            node = node.flatMap((there) -> child(there, step));
        }
        return node.filter((there) -> there instanceof ScalarNode && there.getTag().getValue().startsWith(Tag.PREFIX))
                .map((there) -> ((ScalarNode) there).getValue());
    }

    Optional<Node> properties(String resource) {
        return resources.getOrDefault(resource, Optional.empty());
    }

    private static Optional<Node> root(String template) {
        try {
            return new Compose(LoadSettings.builder().build()).composeString(template);
        } catch (YamlEngineException notYaml) {
            return Optional.empty();
        }
    }

    static Optional<Node> child(Node node, String step) {
        if (node instanceof SequenceNode items && step.matches("[0-9]")) {
            return items.getValue().stream().skip(Integer.parseInt(step)).findFirst();
        }
        return Optional.ofNullable(fields(node).get(step));
    }

    static Map<String, Node> fields(Node node) {
        return node instanceof MappingNode mapping
                ? mapping.getValue()
                        .stream()
                        .filter((tuple) -> tuple.getKeyNode() instanceof ScalarNode)
                        .collect(Collectors.toMap((tuple) -> ((ScalarNode) tuple.getKeyNode()).getValue(),
                                NodeTuple::getValueNode, (first, second) -> first))
                : Map.of();
    }
}

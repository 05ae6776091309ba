package footing.baseline.item;

import footing.account.AccountState;
import footing.account.ConfigRule;
import footing.account.ConfigRule.Managed;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.choices.LogicalIds;
import footing.plan.Change;
import footing.plan.Change.StackResource;
import footing.plan.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rules that the stacks hold: those that a Region has not got already, under whatever name. */
final class RuleResources {

    /** The ports that AWS's own documents name for the rule: FTP, Remote Desktop, MySQL, and a port of old worms. */
    private static final List<String> PORTS = List.of("20", "21", "3389", "3306", "4333");

    private RuleResources() {
    }

    static List<Change> changes(AccountState account, Choices choices) {
        List<Change> changes = new ArrayList<>();
        for (Region region : ConfigStack.regions(account, choices)) {
            made(account, choices, region)
                    .forEach((managed) -> changes.add(resource(managed, account, choices, region)));
        }
        return changes;
    }

    /** The rules that Footing made or would make in a Region: of those that nobody else made as they should be. */
    static List<Managed> made(AccountState account, Choices choices, Region region) {
        Optional<List<ConfigRule>> there = rules(account, region).found();
        boolean possible = !choices.leaves(ItemId.CONFIG_RULES) && there.isPresent()
                && switch (RecorderPlan.of(account, choices, region)) {
                    case RecorderPlan.InStack inStack -> true;
                    case RecorderPlan.Adopted adopted -> true;
                    case RecorderPlan.Elsewhere elsewhere -> true;
                    // Without a recorder Config takes no rules.
                    case RecorderPlan.None none -> false;
                };
        return Arrays.stream(Managed.values())
                .filter((managed) -> ConfigStack.holds(account, region, logicalId(managed))
                        || (possible && !isThere(managed, there.orElse(List.of()))))
                .toList();
    }

    static Reading<List<ConfigRule>> rules(AccountState account, Region region) {
        return account.read(Fact.CONFIG_RULES).flatMap((rules) -> rules.in(region));
    }

    private static boolean isThere(Managed managed, List<ConfigRule> rules) {
        return RulePlan.of(managed, rules)
                .filter((rule) -> !rule.narrowed() && !RulePlan.leavesPortsOpen(rule)
                        && rule.evaluation().found().flatMap(ConfigRule.Evaluation::error).isEmpty())
                .isPresent();
    }

    /** The names of the rules of a Region whose findings somebody should hear of, with what each of them is. */
    static SortedMap<String, Managed> names(AccountState account, Choices choices, Region region) {
        SortedMap<String, Managed> names = new TreeMap<>();
        rules(account, region).found().orElse(List.of()).forEach((rule) -> names.put(rule.name(), rule.managed()));
        made(account, choices, region).forEach((managed) -> names.put(name(managed), managed));
        return names;
    }

    private static String name(Managed managed) {
        return "footing-" + managed.id();
    }

    /** {@code CloudTrailEnabledRule}. */
    private static String logicalId(Managed managed) {
        return LogicalIds.of(managed.id()) + "Rule";
    }

    private static StackResource resource(Managed managed, AccountState account, Choices choices, Region region) {
        Value.Fields rule = Value.fields("ConfigRuleName", Value.text(name(managed)))
                .with("Source",
                        Value.fields("Owner", Value.text("AWS"))
                                .with("SourceIdentifier", Value.text(managed.name())));
        boolean recorder = RecorderPlan.of(account, choices, region) instanceof RecorderPlan.InStack;
        return ConfigStack.resource(ItemId.CONFIG_RULES, region, logicalId(managed), "AWS::Config::ConfigRule",
                switch (managed) {
                    case CLOUD_TRAIL_ENABLED -> trailBucket(account, choices)
                            .map((bucket) -> rule.with("InputParameters",
                                    Value.fields("s3BucketName", Value.text(bucket))))
                            .orElse(rule);
                    case INCOMING_SSH_DISABLED -> rule;
                    case RESTRICTED_INCOMING_TRAFFIC -> rule.with("InputParameters", ports());
                }, recorder ? Set.of(RecorderResources.RECORDER) : Set.of());
    }

    /** The bucket that a trail has to deliver to, where it is the account's own. */
    private static Optional<String> trailBucket(AccountState account, Choices choices) {
        return switch (LogStore.of(account, choices)) {
            case LogStore.InStack inStack -> Optional.of(inStack.bucket());
            case LogStore.Adopted adopted -> Optional.of(adopted.bucket().name());
            case LogStore.Elsewhere elsewhere -> Optional.empty();
            case LogStore.Taken taken -> Optional.empty();
            case LogStore.Unclear unclear -> Optional.empty();
        };
    }

    private static Value.Fields ports() {
        Value.Fields ports = Value.none();
        for (int i = 0; i < PORTS.size(); i++) {
            ports = ports.with("blockedPort" + (i + 1), Value.text(PORTS.get(i)));
        }
        return ports;
    }
}

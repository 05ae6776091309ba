package footing.baseline.item;

import footing.account.AccountState;
import footing.account.ConfigRule;
import footing.account.ConfigRule.Evaluation;
import footing.account.ConfigRule.Managed;
import footing.account.Evidence;
import footing.account.Fact;
import footing.account.Reading;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.baseline.Verdict.Ruling;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Remedy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Three rules of AWS Config watch in every Region: a trail is logging, and no security group lets SSH or other ports in
 * from everywhere. A rule counts by what it is, whatever it is called. Source: {@code config:DescribeConfigRules},
 * {@code DescribeConfigRuleEvaluationStatus}.
 */
final class ConfigRulesItem extends Described {

    enum Result implements Outcome {
        NONE(Status.NOT_MET),
        MISSING(Status.NOT_MET),
        /** It looks at some resources only. */
        NARROWED(Status.NOT_MET),
        PORT_OPEN(Status.NOT_MET),
        FAILS(Status.NOT_MET),
        NOT_EVALUATED(Status.PENDING),
        EVALUATED(Status.MET);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }
    }

    private static final String RULE = "rule";

    ConfigRulesItem() {
        super(ItemId.CONFIG_RULES, Section.LOGGING, Fix.FOOTING, Set.of(Fact.CONFIG_RULES, Fact.REGIONS),
                Result.values(),
                Controls.cis("5.2, 5.3", "5.3, 5.4", "5.3, 5.4", "6.3, 6.4", "6.3, 6.4")
                        .securityHub("EC2.13, EC2.14")
                        .nist("AC-17, SC-7")
                        .soc2("CC6.6, CC7.2")
                        .iso("A.8.20, A.8.21, A.8.22"));
    }

    @Override
    public Verdict judge(AccountState account) {
        return Verdict.ofRegions(this, account,
                account.read(Fact.CONFIG_RULES).map((rules) -> rules.flatMap((region, all) -> ruling(all))));
    }

    private static Reading<Ruling> ruling(List<ConfigRule> rules) {
        if (rules.isEmpty()) {
            return Reading.seen(Ruling.of(Result.NONE));
        }
        String missing = Arrays.stream(Managed.values())
                .filter((managed) -> RulePlan.of(managed, rules).isEmpty())
                .map(Managed::id)
                .collect(Collectors.joining(","));
        if (!missing.isEmpty()) {
            return Reading.seen(Ruling.of(Result.MISSING, Map.of("missing", missing)));
        }
        List<Reading<Ruling>> rulings = Arrays.stream(Managed.values())
                .map((managed) -> ruling(RulePlan.of(managed, rules).orElseThrow()))
                .toList();
        return worst(rulings);
    }

    private static Reading<Ruling> ruling(ConfigRule rule) {
        Map<String, String> named = Map.of(RULE, rule.name());
        if (rule.narrowed()) {
            return Reading.seen(Ruling.of(Result.NARROWED, named));
        }
        if (RulePlan.leavesPortsOpen(rule)) {
            return Reading.seen(Ruling.of(Result.PORT_OPEN, named));
        }
        return rule.evaluation().map((Evaluation evaluation) -> {
            if (evaluation.error().isPresent()) {
                return Ruling.of(Result.FAILS, Map.of(RULE, rule.name(), "error", evaluation.error().get()));
            }
            return Ruling.of(evaluation.latest().isPresent() ? Result.EVALUATED : Result.NOT_EVALUATED, named);
        });
    }

    /** What is not met counts whatever could not be seen beside it; then what could not be seen; then what waits. */
    private static Reading<Ruling> worst(List<Reading<Ruling>> rulings) {
        List<Ruling> seen = rulings.stream().flatMap((ruling) -> ruling.found().stream()).toList();
        Evidence evidence = rulings.stream().map(Reading::evidenceOrNone).reduce(Evidence.NONE, Evidence::and);
        Optional<Ruling> against = first(seen, Status.NOT_MET);
        if (against.isPresent()) {
            return Reading.seen(against.get(), evidence);
        }
        return Reading.all(rulings)
                .map((all) -> first(all, Status.PENDING)
                        .map((waits) -> Ruling.of(waits.outcome(), Map.of("rules", names(all, waits.outcome()))))
                        .orElseGet(() -> Ruling.of(Result.EVALUATED, Map.of("rules",
                                names(all, Result.EVALUATED)))));
    }

    private static Optional<Ruling> first(List<Ruling> rulings, Status status) {
        return rulings.stream().filter((ruling) -> ruling.outcome().status() == status).findFirst();
    }

    private static String names(List<Ruling> rulings, Outcome outcome) {
        List<String> names = new ArrayList<>();
        rulings.stream()
                .filter((ruling) -> ruling.outcome().equals(outcome))
                .forEach((ruling) -> Optional.ofNullable(ruling.values().get(RULE)).ifPresent(names::add));
        return String.join(", ", names);
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        List<Change> changes = RuleResources.changes(account, choices);
        if (!changes.isEmpty()) {
            return new Remedy.Changes(changes);
        }
        return Remedy.nothing(unchanged(account, Remedy.Reason.NEEDS_ANOTHER));
    }
}

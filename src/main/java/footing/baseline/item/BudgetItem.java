package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Budget;
import footing.account.Fact;
import footing.account.Money;
import footing.account.Reading;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.baseline.Verdict.Ruling;
import footing.choices.BudgetChoice;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A budget of money tells somebody when AWS expects that its limit will be passed. Source: {@code
 * budgets:DescribeBudgets}, {@code DescribeBudgetNotificationsForAccount}, {@code DescribeSubscribersForNotification};
 * topics by {@code sns:ListTopics}, {@code ListSubscriptions}, {@code GetSubscriptionAttributes}.
 */
final class BudgetItem extends Described {

    /** The best first. */
    enum Result implements Outcome {
        FORECAST_AND_ACTUAL(Status.MET),
        /** New accounts have no forecast for weeks, and hear of nothing until then. */
        FORECAST_ONLY(Status.MET),
        UNCONFIRMED(Status.PENDING),
        LOOKS_PERSONAL(Status.NEEDS_ATTESTATION),
        FILTERED(Status.NEEDS_ATTESTATION),
        TOPIC_ELSEWHERE(Status.NEEDS_ATTESTATION),
        TOPIC_UNCLEAR(Status.NEEDS_ATTESTATION),
        NO_LIST(Status.NOT_MET),
        TOPIC_CLOSED(Status.NOT_MET),
        NOBODY(Status.NOT_MET),
        /** The forecast tells only once it is far beyond the limit. */
        TOO_HIGH(Status.NOT_MET),
        /** The rest of the account can cost whatever it likes. */
        PART_ONLY(Status.NOT_MET),
        NO_FORECAST(Status.NOT_MET),
        NO_COST(Status.NOT_MET),
        NONE(Status.NOT_MET);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }

        @Override
        public boolean waitsForPerson() {
            return this == UNCONFIRMED;
        }
    }

    BudgetItem() {
        super(ItemId.BUDGET, Section.BILLING, Fix.FOOTING, Set.of(Fact.BUDGETS, Fact.BILLING_TOPICS, Fact.TOPICS),
                Result.values(), Controls.none());
    }

    @Override
    public Verdict judge(AccountState account) {
        return Verdict.of(this, account.read(Fact.BUDGETS).flatMap((budgets) -> ruling(budgets, account)));
    }

    private static Reading<Ruling> ruling(List<Budget> budgets, AccountState account) {
        List<Budget> ofCost = budgets.stream().filter((budget) -> budget.countsCost(account.surveyedAt())).toList();
        if (ofCost.isEmpty()) {
            return Reading.seen(budgets.isEmpty()
                    ? Ruling.of(Result.NONE)
                    : Ruling.of(Result.NO_COST, Map.of("budgets", names(budgets))));
        }
        boolean actual = ofCost.stream()
                .filter(Budget::everything)
                .anyMatch((budget) -> budget.notices()
                        .stream()
                        .anyMatch((notice) -> notice.isActual() && notice.above() && budget.warnsInTime(notice)));
        List<Reading<Ruling>> rulings = ofCost.stream()
                .flatMap((budget) -> budget.notices()
                        .stream()
                        .filter((notice) -> notice.isForecast() && notice.above())
                        .map((notice) -> ruling(budget, notice, account, actual)))
                .toList();
        return Best.of(Result.values(), rulings, Ruling.of(Result.NO_FORECAST, Map.of("budgets", names(ofCost))));
    }

    private static Reading<Ruling> ruling(Budget budget, Budget.Notice notice, AccountState account, boolean actual) {
        if (budget.everything() && budget.warnsInTime(notice)) {
            return BudgetChain.of(notice, account).map((chain) -> ruling(budget, chain, actual));
        }
        return Reading.seen(Ruling.of(budget.everything() ? Result.TOO_HIGH : Result.PART_ONLY,
                Map.of("budget", budget.name(), "limit", limit(budget), "threshold",
                        notice.threshold().toPlainString() + (notice.percent() ? " %" : ""))));
    }

    private static String limit(Budget budget) {
        return budget.limit().map(Money::toString).orElse("?");
    }

    private static Ruling ruling(Budget budget, BudgetChain chain, boolean actual) {
        return Ruling.of(switch (chain.end()) {
            case HEARD -> actual ? Result.FORECAST_AND_ACTUAL : Result.FORECAST_ONLY;
            case UNCONFIRMED -> Result.UNCONFIRMED;
            case PERSONAL -> Result.LOOKS_PERSONAL;
            case FILTERED -> Result.FILTERED;
            case ELSEWHERE -> Result.TOPIC_ELSEWHERE;
            case UNCLEAR -> Result.TOPIC_UNCLEAR;
            case CLOSED -> Result.TOPIC_CLOSED;
            case NO_LIST -> Result.NO_LIST;
            case NOBODY -> Result.NOBODY;
        }, Map.of("budget", budget.name(), "limit", limit(budget), "who", chain.who()));
    }

    private static String names(List<Budget> budgets) {
        return budgets.stream().map(Budget::name).collect(Collectors.joining(", "));
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        boolean ours = BillingResources.isOurs("AWS::Budgets::Budget", account);
        Status status = judge(account).status();
        if (!ours && status == Status.MET) {
            return Remedy.nothing(Remedy.Reason.ADOPTED);
        }
        if (!ours && status == Status.PENDING) {
            return Remedy.nothing(Remedy.Reason.WAITING);
        }
        Optional<BillingTopicPlan.Target> topic = BillingTopicPlan.of(account, choices).target(account, choices);
        if (topic.isEmpty() || choices.billing().budgets().isEmpty()) {
            return Remedy.nothing(Remedy.Reason.NOT_DECIDED);
        }
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<String, BudgetChoice> budget : choices.billing().budgets().entrySet()) {
            changes.add(BillingResources.budget(budget.getKey(), budget.getValue(), topic.get()));
        }
        return new Remedy.Changes(changes);
    }
}

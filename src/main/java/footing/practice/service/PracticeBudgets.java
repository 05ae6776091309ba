package footing.practice.service;

import footing.practice.BillingState.BudgetState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.CreateBudgetRequest;
import software.amazon.awssdk.services.budgets.model.CreateBudgetResponse;
import software.amazon.awssdk.services.budgets.model.DeleteBudgetRequest;
import software.amazon.awssdk.services.budgets.model.DeleteBudgetResponse;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetRequest;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetResponse;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsRequest;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsResponse;
import software.amazon.awssdk.services.budgets.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.budgets.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.budgets.model.NotificationState;
import software.amazon.awssdk.services.budgets.model.NotificationWithSubscribers;
import software.amazon.awssdk.services.budgets.model.ResourceTag;
import software.amazon.awssdk.services.budgets.model.TagResourceRequest;
import software.amazon.awssdk.services.budgets.model.TagResourceResponse;
import software.amazon.awssdk.services.budgets.model.ThresholdType;
import software.amazon.awssdk.services.budgets.model.TimePeriod;
import software.amazon.awssdk.services.budgets.model.UntagResourceRequest;
import software.amazon.awssdk.services.budgets.model.UntagResourceResponse;
import software.amazon.awssdk.services.budgets.model.UpdateBudgetRequest;
import software.amazon.awssdk.services.budgets.model.UpdateBudgetResponse;

/** AWS Budgets: the budgets themselves. What is refused is in {@link BudgetRules}. */
public final class PracticeBudgets extends BudgetNotifications {

    private static final Instant NEVER = Instant.parse("2087-06-15T00:00:00Z");

    public PracticeBudgets(Here here) {
        super(here);
    }

    @Override
    public CreateBudgetResponse createBudget(CreateBudgetRequest request) {
        own(request.accountId());
        Budget budget = begun(BudgetRules.budget(request.budget()));
        here.update((account) -> {
            if (account.billing().budgets().has(budget.budgetName())) {
                throw BudgetRules.duplicate(budget.budgetName());
            }
            List<NotificationWithSubscribers> notifications = BudgetRules
                    .notifications(request.notificationsWithSubscribers(), account, here)
                    .stream()
                    .map(PracticeBudgets::whole)
                    .toList();
            BudgetState made = new BudgetState(budget, notifications,
                    Tags.of(request.resourceTags(), ResourceTag::key, ResourceTag::value));
            return account.withBilling(
                    (billing) -> billing.withBudgets((all) -> all.with(budget.budgetName(), made)));
        });
        return CreateBudgetResponse.builder().build();
    }

    /** AWS counts from the beginning of the month, and for ever, where the request does not say. */
    private Budget begun(Budget asked) {
        Optional<TimePeriod> period = Optional.ofNullable(asked.timePeriod());
        Instant start = here.now()
                .atZone(java.time.ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfMonth(1)
                .atStartOfDay(java.time.ZoneOffset.UTC)
                .toInstant();
        return asked.toBuilder()
                .timePeriod((whole) -> whole
                        .start(period.flatMap((given) -> Optional.ofNullable(given.start())).orElse(start))
                        .end(period.flatMap((given) -> Optional.ofNullable(given.end())).orElse(NEVER)))
                .lastUpdatedTime(here.now())
                .build();
    }

    private static NotificationWithSubscribers whole(NotificationWithSubscribers asked) {
        return asked.toBuilder()
                .notification((notification) -> notification.notificationType(asked.notification().notificationType())
                        .comparisonOperator(asked.notification().comparisonOperator())
                        .threshold(asked.notification().threshold())
                        .thresholdType(Optional.ofNullable(asked.notification().thresholdType())
                                .orElse(ThresholdType.PERCENTAGE))
                        .notificationState(NotificationState.OK))
                .build();
    }

    /** Everything but the notifications, which have operations of their own. */
    @Override
    public UpdateBudgetResponse updateBudget(UpdateBudgetRequest request) {
        own(request.accountId());
        Budget budget = begun(BudgetRules.budget(request.newBudget()));
        change(budget.budgetName(), (old) -> new BudgetState(budget, old.notifications(), old.tags()));
        return UpdateBudgetResponse.builder().build();
    }

    @Override
    public DeleteBudgetResponse deleteBudget(DeleteBudgetRequest request) {
        own(request.accountId());
        String name = find(request.budgetName()).budget().budgetName();
        here.update((account) -> account
                .withBilling((billing) -> billing.withBudgets((all) -> all.without(name))));
        return DeleteBudgetResponse.builder().build();
    }

    @Override
    public DescribeBudgetResponse describeBudget(DescribeBudgetRequest request) {
        own(request.accountId());
        return DescribeBudgetResponse.builder().budget(find(request.budgetName()).budget()).build();
    }

    @Override
    public DescribeBudgetsResponse describeBudgets(DescribeBudgetsRequest request) {
        own(request.accountId());
        Page<Budget> page = page(budgets().all().stream().map(BudgetState::budget).toList(), request.nextToken(),
                request.maxResults());
        return DescribeBudgetsResponse.builder().budgets(page.items()).nextToken(page.next()).build();
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        change(name(request.resourceARN()), (old) -> new BudgetState(old.budget(), old.notifications(), Tags
                .with(old.tags(), Tags.of(request.resourceTags(), ResourceTag::key, ResourceTag::value))));
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        change(name(request.resourceARN()), (old) -> new BudgetState(old.budget(), old.notifications(),
                Tags.without(old.tags(), request.resourceTagKeys())));
        return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        return ListTagsForResourceResponse.builder()
                .resourceTags(Tags.list(find(name(request.resourceARN())).tags(),
                        (key, value) -> ResourceTag.builder().key(key).value(value).build()))
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // holds nothing
    }

    private void change(@Nullable String name, UnaryOperator<BudgetState> change) {
        String given = String.valueOf(name);
        here.update((account) -> account.withBilling((billing) -> billing
                .withBudgets((all) -> all.changed(given, change, () -> BudgetRules.noBudget(given)))));
    }

    private static String name(@Nullable String arn) {
        return String.valueOf(arn).replaceFirst("^.*:budget/", "");
    }

}

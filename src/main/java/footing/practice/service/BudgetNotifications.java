package footing.practice.service;

import footing.practice.BillingState.BudgetState;
import footing.practice.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.BudgetNotificationsForAccount;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetNotificationsForAccountRequest;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetNotificationsForAccountResponse;
import software.amazon.awssdk.services.budgets.model.DescribeNotificationsForBudgetRequest;
import software.amazon.awssdk.services.budgets.model.DescribeNotificationsForBudgetResponse;
import software.amazon.awssdk.services.budgets.model.DescribeSubscribersForNotificationRequest;
import software.amazon.awssdk.services.budgets.model.DescribeSubscribersForNotificationResponse;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.NotificationWithSubscribers;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.budgets.model.ThresholdType;

/** Whom AWS Budgets tells: what it shows of the notifications of budgets. */
abstract class BudgetNotifications implements BudgetsClient {

    private static final int PAGE = 100;

    final Here here;

    BudgetNotifications(Here here) {
        this.here = here;
    }

    @Override
    public DescribeBudgetNotificationsForAccountResponse describeBudgetNotificationsForAccount(
            DescribeBudgetNotificationsForAccountRequest request) {
        own(request.accountId());
        Page<BudgetNotificationsForAccount> page = page(budgets().all()
                .stream()
                .map((state) -> BudgetNotificationsForAccount.builder()
                        .budgetName(state.budget().budgetName())
                        .notifications(notifications(state))
                        .build())
                .toList(), request.nextToken(), request.maxResults());
        return DescribeBudgetNotificationsForAccountResponse.builder()
                .budgetNotificationsForAccount(page.items())
                .nextToken(page.next())
                .build();
    }

    @Override
    public DescribeNotificationsForBudgetResponse describeNotificationsForBudget(
            DescribeNotificationsForBudgetRequest request) {
        own(request.accountId());
        Page<Notification> page = page(notifications(find(request.budgetName())), request.nextToken(),
                request.maxResults());
        return DescribeNotificationsForBudgetResponse.builder()
                .notifications(page.items())
                .nextToken(page.next())
                .build();
    }

    @Override
    public DescribeSubscribersForNotificationResponse describeSubscribersForNotification(
            DescribeSubscribersForNotificationRequest request) {
        own(request.accountId());
        Notification asked = Optional.ofNullable(request.notification())
                .orElseThrow(() -> BudgetRules.invalid("Notification must not be null"));
        List<Subscriber> subscribers = find(request.budgetName()).notifications()
                .stream()
                .filter((each) -> isSame(each.notification(), asked))
                .findFirst()
                .orElseThrow(() -> BudgetRules.notFound("Unable to find notification"))
                .subscribers();
        Page<Subscriber> page = page(subscribers, request.nextToken(), request.maxResults());
        return DescribeSubscribersForNotificationResponse.builder()
                .subscribers(page.items())
                .nextToken(page.next())
                .build();
    }

    final Table<BudgetState> budgets() {
        return here.account().billing().budgets();
    }

    final BudgetState find(@Nullable String name) {
        return budgets().find(String.valueOf(name)).orElseThrow(() -> BudgetRules.noBudget(String.valueOf(name)));
    }

    final void own(@Nullable String accountId) {
        if (accountId == null || !accountId.equals(here.accountId())) {
            throw BudgetRules.notYours(String.valueOf(accountId));
        }
    }

    private static List<Notification> notifications(BudgetState state) {
        return state.notifications().stream().map(NotificationWithSubscribers::notification).toList();
    }

    private static boolean isSame(Notification one, Notification other) {
        return one.notificationType() == other.notificationType()
                && one.comparisonOperator() == other.comparisonOperator()
                && one.threshold().equals(other.threshold())
                && Optional.ofNullable(other.thresholdType()).orElse(ThresholdType.PERCENTAGE) == one.thresholdType();
    }

    static <T> Page<T> page(List<T> all, @Nullable String token, @Nullable Integer size) {
        return Page.of(all, token, Math.clamp(Optional.ofNullable(size).orElse(PAGE), 1, 1000),
                BudgetRules::badToken);
    }
}

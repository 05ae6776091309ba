package footing.aws.survey;

import footing.account.Budget;
import footing.account.Fact;
import footing.account.Money;
import footing.account.Problem;
import footing.account.Reading;
import footing.aws.FromSdk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.BudgetNotificationsForAccount;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetNotificationsForAccountRequest;
import software.amazon.awssdk.services.budgets.model.ComparisonOperator;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsRequest;
import software.amazon.awssdk.services.budgets.model.DescribeSubscribersForNotificationRequest;
import software.amazon.awssdk.services.budgets.model.DescribeSubscribersForNotificationResponse;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.Spend;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.budgets.model.SubscriptionType;
import software.amazon.awssdk.services.budgets.model.ThresholdType;

/**
 * Budgets with their notifications, all by two lists; and who hears of the notifications that matter, which only AWS's
 * answer for each one tells.
 */
final class BudgetReader {

    static final List<Reader<?>> READERS = List
            .of(Reader.of(Fact.BUDGETS, BudgetReader::budgets, "budgets:ViewBudget"));

    /** As many as AWS gives at a time. */
    private static final int PAGE = 1000;
    private static final int SUBSCRIBERS = 100;
    /** One notification that reaches somebody is enough: of a thousand budgets not each has to be asked about. */
    private static final int MOST_ASKED = 20;

    /** A notification of a budget, before it is known who hears of it. */
    private record Told(software.amazon.awssdk.services.budgets.model.Budget budget, Notification notification) {
    }

    private BudgetReader() {
    }

    private static Reading<List<Budget>> budgets(Asking asking) {
        return Places.whereOffered(asking, BudgetsClient.class, () -> {
            Asking.Meanwhile<Reading<Map<String, List<Notification>>>> notifications = asking
                    .start(BudgetReader::notifications);
            Reading<List<software.amazon.awssdk.services.budgets.model.Budget>> budgets = list(asking);
            return Reading.both(budgets, notifications.get(), (all, told) -> whole(asking, all, told));
        });
    }

    private static Reading<List<software.amazon.awssdk.services.budgets.model.Budget>> list(Asking asking) {
        DescribeBudgetsRequest first = DescribeBudgetsRequest.builder()
                .accountId(asking.identity().account())
                .maxResults(PAGE)
                .showFilterExpression(true)
                .build();
        return asking
                .pages(Ask.of(BudgetsClient.class, asking.home(), "DescribeBudgets", first,
                        BudgetsClient::describeBudgets)
                        .seeing((response) -> Values.of().and("Budgets", response.budgets().size()).map()),
                        (request, response) -> FromSdk.some(response.nextToken())
                                .map((token) -> request.toBuilder().nextToken(token).build()),
                        Absent.on("NotFoundException"))
                .map((pages) -> pages.stream().flatMap((page) -> page.budgets().stream()).toList());
    }

    private static Reading<Map<String, List<Notification>>> notifications(Asking asking) {
        DescribeBudgetNotificationsForAccountRequest first = DescribeBudgetNotificationsForAccountRequest.builder()
                .accountId(asking.identity().account())
                .maxResults(PAGE)
                .build();
        return asking
                .pages(Ask.of(BudgetsClient.class, asking.home(), "DescribeBudgetNotificationsForAccount", first,
                        BudgetsClient::describeBudgetNotificationsForAccount)
                        .seeing((response) -> Values.of()
                                .and("BudgetNotificationsForAccount", response.budgetNotificationsForAccount().size())
                                .map()),
                        (request, response) -> FromSdk.some(response.nextToken())
                                .map((token) -> request.toBuilder().nextToken(token).build()),
                        Absent.on("NotFoundException"))
                .map((pages) -> pages.stream()
                        .flatMap((page) -> page.budgetNotificationsForAccount().stream())
                        .collect(Collectors.toMap(BudgetNotificationsForAccount::budgetName,
                                BudgetNotificationsForAccount::notifications, BudgetReader::together)));
    }

    private static <T> List<T> together(List<T> some, List<T> others) {
        List<T> both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }

    private static List<Budget> whole(Asking asking, List<software.amazon.awssdk.services.budgets.model.Budget> budgets,
            Map<String, List<Notification>> notifications) {
        List<Told> asked = budgets.stream()
                .filter((budget) -> FromSdk.text(budget.budgetTypeAsString()).equals(Budget.COST))
                .flatMap((budget) -> notifications.getOrDefault(budget.budgetName(), List.of())
                        .stream()
                        .map((notification) -> new Told(budget, notification)))
                .sorted(Comparator
                        .comparing((Told told) -> !FromSdk.text(told.notification().notificationTypeAsString())
                                .equals("FORECASTED"))
                        .thenComparing(
                                (told) -> told.notification().comparisonOperator() != ComparisonOperator.GREATER_THAN)
                        .thenComparing((told) -> !isOfEverything(told.budget()))
                        .thenComparing((told) -> told.budget().budgetName()))
                .limit(MOST_ASKED)
                .toList();
        List<Reading<List<Budget.Subscriber>>> subscribers = asking.each(asked, BudgetReader::subscribers);
        Function<Told, Reading<List<Budget.Subscriber>>> whoHears = (told) -> asked.contains(told)
                ? subscribers.get(asked.indexOf(told))
                : new Reading.Failed<>(new Problem(Problem.Kind.NOT_READ,
                        "budgets:DescribeSubscribersForNotification", told.budget().budgetName()));
        return budgets.stream()
                .map((budget) -> budget(budget, notifications.getOrDefault(budget.budgetName(), List.of())
                        .stream()
                        .map((notification) -> notice(notification, whoHears.apply(new Told(budget, notification))))
                        .toList()))
                .toList();
    }

    private static Budget budget(software.amazon.awssdk.services.budgets.model.Budget told,
            List<Budget.Notice> notices) {
        return new Budget(FromSdk.text(told.budgetName()), FromSdk.text(told.budgetTypeAsString()),
                Optional.ofNullable(told.budgetLimit()).flatMap(BudgetReader::money), isOfEverything(told),
                Optional.ofNullable(told.timePeriod()).flatMap((period) -> Optional.ofNullable(period.end())),
                notices);
    }

    @SuppressWarnings("deprecation") // budgets that were made with such filters still tell of them
    private static boolean isOfEverything(software.amazon.awssdk.services.budgets.model.Budget told) {
        return told.costFilters().isEmpty() && told.filterExpression() == null;
    }

    private static Optional<Money> money(Spend told) {
        return Optional.ofNullable(told.amount()).map((amount) -> new Money(amount, FromSdk.text(told.unit())));
    }

    private static Budget.Notice notice(Notification told, Reading<List<Budget.Subscriber>> subscribers) {
        return new Budget.Notice(FromSdk.text(told.notificationTypeAsString()),
                told.comparisonOperator() == ComparisonOperator.GREATER_THAN, threshold(told.threshold()),
                told.thresholdType() != ThresholdType.ABSOLUTE_VALUE, subscribers);
    }

    private static BigDecimal threshold(@Nullable Double told) {
        return told == null ? BigDecimal.ZERO : BigDecimal.valueOf(told).stripTrailingZeros();
    }

    private static Reading<List<Budget.Subscriber>> subscribers(Asking asking, Told told) {
        DescribeSubscribersForNotificationRequest first = DescribeSubscribersForNotificationRequest.builder()
                .accountId(asking.identity().account())
                .budgetName(told.budget().budgetName())
                .notification(told.notification().toBuilder().notificationState((String) null).build())
                .maxResults(SUBSCRIBERS)
                .build();
        return asking
                .pages(Ask.of(BudgetsClient.class, asking.home(), "DescribeSubscribersForNotification", first,
                        BudgetsClient::describeSubscribersForNotification)
                        .seeing((response) -> Values.of()
                                .and("BudgetName", told.budget().budgetName())
                                .and("NotificationType", told.notification().notificationTypeAsString())
                                .and("ComparisonOperator", told.notification().comparisonOperatorAsString())
                                .and("Threshold", told.notification().threshold())
                                .and("ThresholdType", told.notification().thresholdTypeAsString())
                                .and("Subscribers", addresses(response))
                                .map()),
                        (request, response) -> FromSdk.some(response.nextToken())
                                .map((token) -> request.toBuilder().nextToken(token).build()),
                        Absent.on("NotFoundException"))
                .map((pages) -> pages.stream()
                        .flatMap((page) -> page.subscribers().stream())
                        .map((one) -> new Budget.Subscriber(one.subscriptionType() == SubscriptionType.SNS,
                                FromSdk.text(one.address())))
                        .toList());
    }

    private static String addresses(DescribeSubscribersForNotificationResponse response) {
        return response.subscribers().stream().map(Subscriber::address).collect(Collectors.joining(", "));
    }
}

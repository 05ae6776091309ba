package footing.aws.survey;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Absence;
import footing.account.Budget;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.account.UsageReport;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.budgets.model.BudgetNotificationsForAccount;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetNotificationsForAccountRequest;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetNotificationsForAccountResponse;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsRequest;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsResponse;
import software.amazon.awssdk.services.budgets.model.DescribeSubscribersForNotificationRequest;
import software.amazon.awssdk.services.budgets.model.DescribeSubscribersForNotificationResponse;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.costandusagereport.model.DescribeReportDefinitionsRequest;
import software.amazon.awssdk.services.costandusagereport.model.DescribeReportDefinitionsResponse;
import software.amazon.awssdk.services.costandusagereport.model.ReportDefinition;
import software.amazon.awssdk.services.support.model.DescribeSeverityLevelsRequest;
import software.amazon.awssdk.services.support.model.DescribeSeverityLevelsResponse;
import software.amazon.awssdk.services.support.model.SeverityLevel;

@Timeout(30)
class BillingReadersTest {

    private static final int MANY = 50;
    private static final int MOST_ASKED = 20;

    private final FakeClients clients = SurveyTest.signedIn();

    private <T> Reading<T> read(Fact<T> fact) {
        return SurveyTest.survey(clients).read(fact);
    }

    @Test
    void paidSupport_isToldByTheCode_whenThereIsNone() {
        clients.failing(DescribeSeverityLevelsRequest.class, "SubscriptionRequiredException", "required");
        assertThat(read(Fact.PAID_SUPPORT).found()).contains(false);

        clients.on(DescribeSeverityLevelsRequest.class,
                (request) -> DescribeSeverityLevelsResponse.builder()
                        .severityLevels(SeverityLevel.builder().code("low").build())
                        .build());
        assertThat(read(Fact.PAID_SUPPORT).found()).contains(true);

        clients.failing(DescribeSeverityLevelsRequest.class, "AccessDeniedException", "no");
        assertThat(read(Fact.PAID_SUPPORT)).isInstanceOf(Reading.Denied.class);
    }

    /** One notification that reaches somebody is enough, so the calls do not grow with the budgets. */
    @Test
    void subscribers_areAskedForOfAFew_forecastsFirst_howeverManyBudgetsThereAre() {
        List<String> names = IntStream.range(0, MANY).mapToObj("b%02d"::formatted).toList();
        clients.on(DescribeBudgetsRequest.class, (request) -> DescribeBudgetsResponse.builder()
                .budgets(names.stream()
                        .map((name) -> software.amazon.awssdk.services.budgets.model.Budget.builder()
                                .budgetName(name)
                                .budgetType("COST")
                                .build())
                        .toList())
                .build());
        clients.on(DescribeBudgetNotificationsForAccountRequest.class,
                (request) -> DescribeBudgetNotificationsForAccountResponse.builder()
                        .budgetNotificationsForAccount(names.stream().map(BillingReadersTest::notifications).toList())
                        .build());
        clients.on(DescribeSubscribersForNotificationRequest.class,
                (request) -> DescribeSubscribersForNotificationResponse.builder()
                        .subscribers(Subscriber.builder().subscriptionType("EMAIL").address("a@example.com").build())
                        .build());

        List<Budget> budgets = read(Fact.BUDGETS).found().orElseThrow();

        assertThat(clients.calls).filteredOn((call) -> call.startsWith("DescribeSubscribersForNotification"))
                .hasSize(MOST_ASKED);
        assertThat(budgets).hasSize(MANY);
        assertThat(budgets.getLast().notices()).singleElement().satisfies((forecast) -> {
            assertThat(forecast.isForecast()).isTrue();
            assertThat(forecast.subscribers().found()).contains(List.of(new Budget.Subscriber(false, "a@example.com")));
        });
        assertThat(budgets.get(MANY / 2).notices().getFirst().subscribers()).isInstanceOf(Reading.Failed.class);
    }

    /** The last budget alone warns by a forecast. */
    private static BudgetNotificationsForAccount notifications(String name) {
        return BudgetNotificationsForAccount.builder()
                .budgetName(name)
                .notifications(Notification.builder()
                        .notificationType(name.equals("b%02d".formatted(MANY - 1)) ? "FORECASTED" : "ACTUAL")
                        .comparisonOperator("GREATER_THAN")
                        .threshold(100.0)
                        .build())
                .build();
    }

    @ParameterizedTest
    @CsvSource({"20260228T061500Z,2026-02-28T06:15:00Z", "20260228T061500.250Z,2026-02-28T06:15:00.250Z",
        "yesterday,", "20261328T061500Z,", "'',"})
    void reportsLastDelivery_isATime_whereAwsWritesOne(String told, @Nullable Instant time) {
        clients.on(DescribeReportDefinitionsRequest.class, (request) -> DescribeReportDefinitionsResponse.builder()
                .reportDefinitions(ReportDefinition.builder()
                        .reportName("r")
                        .s3Bucket("b")
                        .reportStatus((status) -> status.lastStatus("SUCCESS").lastDelivery(told))
                        .build())
                .build());

        assertThat(read(Fact.USAGE_REPORTS).found().orElseThrow()).singleElement()
                .satisfies((report) -> assertThat(report.lastDelivery()).isEqualTo(Optional.ofNullable(time)));
    }

    @Test
    void reports_areReadPageByPage() {
        clients.on(DescribeReportDefinitionsRequest.class, (request) -> DescribeReportDefinitionsResponse.builder()
                .nextToken(request.nextToken() == null ? "more" : null)
                .reportDefinitions(ReportDefinition.builder()
                        .reportName(request.nextToken() == null ? "first" : "second")
                        .s3Bucket("b")
                        .build())
                .build());

        assertThat(read(Fact.USAGE_REPORTS).found().orElseThrow())
                .extracting(UsageReport::name, UsageReport::lastStatus)
                .containsExactly(org.assertj.core.api.Assertions.tuple("first", Optional.empty()),
                        org.assertj.core.api.Assertions.tuple("second", Optional.empty()));
    }

    @Test
    void nobodyIsAsked_whereThePartitionHasNoSuchService() {
        Clock noon = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
        var gov = Survey.run(clients, SurveyOptions.of(new Region("us-gov-west-1"), noon), (event) -> {
        });

        assertThat(List.of(Fact.BUDGETS, Fact.USAGE_EXPORTS, Fact.USAGE_REPORTS, Fact.ACCOUNT_PLAN))
                .allSatisfy((fact) -> assertThat(gov.read(fact)).isInstanceOfSatisfying(Reading.Unavailable.class,
                        (absent) -> assertThat(absent.why().kind()).isEqualTo(Absence.Kind.NOT_OFFERED)));
        assertThat(clients.calls).noneMatch((call) -> call.startsWith("DescribeBudget"));
        assertThat(clients.calls).contains("DescribeSeverityLevels@us-gov-west-1");
    }
}

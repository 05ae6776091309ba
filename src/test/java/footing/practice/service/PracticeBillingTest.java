package footing.practice.service;

import static org.assertj.core.api.Assertions.assertThat;

import footing.practice.Bench;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bcmdataexports.BcmDataExportsClient;
import software.amazon.awssdk.services.bcmdataexports.model.Export;
import software.amazon.awssdk.services.bcmdataexports.model.ExportStatusCode;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.DuplicateRecordException;
import software.amazon.awssdk.services.budgets.model.InvalidParameterException;
import software.amazon.awssdk.services.budgets.model.NotFoundException;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.NotificationWithSubscribers;
import software.amazon.awssdk.services.budgets.model.ResourceTag;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.costandusagereport.CostAndUsageReportClient;
import software.amazon.awssdk.services.freetier.FreeTierClient;
import software.amazon.awssdk.services.freetier.model.ResourceNotFoundException;
import software.amazon.awssdk.services.support.SupportClient;
import software.amazon.awssdk.services.support.model.SupportException;

/** What the practice account knows of money, and what it refuses. */
class PracticeBillingTest {

    private static final String TOPIC = "arn:aws:sns:us-east-1:" + Bench.ACCOUNT + ":money";

    private final Bench bench = Bench.fresh();
    private final BudgetsClient budgets = bench.client(BudgetsClient.class);
    private final BcmDataExportsClient exports = bench.client(BcmDataExportsClient.class);

    private static Budget budget(String name, int limit) {
        return Budget.builder()
                .budgetName(name)
                .budgetType("COST")
                .timeUnit("MONTHLY")
                .budgetLimit((spend) -> spend.amount(new BigDecimal(limit)).unit("USD"))
                .build();
    }

    private static NotificationWithSubscribers notice(double threshold, String... addresses) {
        return NotificationWithSubscribers.builder()
                .notification((one) -> one.notificationType("FORECASTED")
                        .comparisonOperator("GREATER_THAN")
                        .threshold(threshold))
                .subscribers(java.util.Arrays.stream(addresses)
                        .map((address) -> Subscriber.builder()
                                .subscriptionType(address.startsWith("arn:") ? "SNS" : "EMAIL")
                                .address(address)
                                .build())
                        .toList())
                .build();
    }

    private void create(Budget budget, NotificationWithSubscribers... notices) {
        budgets.createBudget(
                (request) -> request.accountId(Bench.ACCOUNT).budget(budget).notificationsWithSubscribers(notices));
    }

    private static void invalid(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Refused.with(InvalidParameterException.class, "InvalidParameterException", 400, call);
    }

    @Test
    void budget_isReadBack_withWhoHearsOfIt() {
        create(budget("all", 500), notice(100, "aws-billing@example.com"));

        assertThat(budgets.describeBudgets((request) -> request.accountId(Bench.ACCOUNT)).budgets()).singleElement()
                .satisfies((budget) -> {
                    assertThat(budget.budgetLimit().amount()).isEqualByComparingTo("500");
                    assertThat(budget.timePeriod().end()).isAfter(bench.now());
                });
        Notification notification = budgets
                .describeBudgetNotificationsForAccount((request) -> request.accountId(Bench.ACCOUNT))
                .budgetNotificationsForAccount()
                .getFirst()
                .notifications()
                .getFirst();
        assertThat(budgets.describeSubscribersForNotification((request) -> request.accountId(Bench.ACCOUNT)
                .budgetName("all")
                .notification(notification)).subscribers()).extracting(Subscriber::address)
                .containsExactly("aws-billing@example.com");

        budgets.updateBudget((request) -> request.accountId(Bench.ACCOUNT).newBudget(budget("all", 700)));
        assertThat(budgets.describeNotificationsForBudget(
                (request) -> request.accountId(Bench.ACCOUNT).budgetName("all")).notifications()).hasSize(1);
        budgets.deleteBudget((request) -> request.accountId(Bench.ACCOUNT).budgetName("all"));
        Refused.with(NotFoundException.class, "NotFoundException", 404,
                () -> budgets.describeBudget((request) -> request.accountId(Bench.ACCOUNT).budgetName("all")));
    }

    @Test
    void tags_comeAndGo_andStayWhenTheBudgetIsChanged() {
        String arn = "arn:aws:budgets::" + Bench.ACCOUNT + ":budget/all";
        create(budget("all", 500));
        budgets.tagResource((request) -> request.resourceARN(arn).resourceTags(tag("a", "1"), tag("b", "2")));
        budgets.untagResource((request) -> request.resourceARN(arn).resourceTagKeys("a"));

        budgets.updateBudget((request) -> request.accountId(Bench.ACCOUNT).newBudget(budget("all", 700)));

        assertThat(budgets.listTagsForResource((request) -> request.resourceARN(arn)).resourceTags())
                .containsExactly(tag("b", "2"));
        Refused.with(NotFoundException.class, "NotFoundException", 404,
                () -> budgets.tagResource((request) -> request.resourceARN(arn + "x").resourceTags(tag("a", "1"))));
    }

    private static ResourceTag tag(String key, String value) {
        return ResourceTag.builder().key(key).value(value).build();
    }

    @Test
    void budget_isRefused_whenAwsWouldRefuseIt() {
        create(budget("all", 500));
        Refused.with(DuplicateRecordException.class, "DuplicateRecordException", 400,
                () -> create(budget("all", 500)));
        invalid(() -> create(budget("a:b", 500)));
        invalid(() -> create(budget("free", 0)));
        invalid(() -> create(budget("b", 500), notice(100)));
        invalid(() -> create(budget("b", 500), notice(0.05, "a@example.com")));
        invalid(() -> create(budget("b", 500), notice(100, "nobody")));
        invalid(() -> create(budget("b", 500), notice(100, TOPIC)));
        Refused.with(software.amazon.awssdk.services.budgets.model.AccessDeniedException.class,
                "AccessDeniedException", 400,
                () -> budgets.describeBudgets((request) -> request.accountId("999999999999")));
    }

    @Test
    void topic_isTaken_onlyOnceItsPolicyLetsBudgetsIn() {
        bench.sns().createTopic((request) -> request.name("money"));
        invalid(() -> create(budget("all", 500), notice(100, TOPIC)));
        bench.sns().setTopicAttributes((request) -> request.topicArn(TOPIC).attributeName("Policy").attributeValue("""
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
             "Principal": {"Service": "budgets.amazonaws.com"}, "Action": "sns:Publish", "Resource": "%s",
             "Condition": {"StringEquals": {"aws:SourceAccount": "%s"}}}]}""".formatted(TOPIC, Bench.ACCOUNT)));

        create(budget("all", 500), notice(100, TOPIC));
    }

    private static Export export(String query, String region) {
        return Export.builder()
                .name("usage")
                .dataQuery((one) -> one.queryStatement(query))
                .destinationConfigurations((to) -> to.s3Destination((bucket) -> bucket.s3Bucket("usage-of-all")
                        .s3Prefix("x")
                        .s3Region(region)
                        .s3OutputConfigurations((file) -> file.format("PARQUET")
                                .compression("PARQUET")
                                .outputType("CUSTOM")
                                .overwrite("OVERWRITE_REPORT"))))
                .refreshCadence((cadence) -> cadence.frequency("SYNCHRONOUS"))
                .build();
    }

    private void refused(Export export) {
        Refused.with(software.amazon.awssdk.services.bcmdataexports.model.ValidationException.class,
                "ValidationException", 400, () -> exports.createExport((request) -> request.export(export)));
    }

    @Test
    void export_isHealthy_asLongAsItsBucketLetsItWrite_andWritesAfterADay() {
        String query = "SELECT line_item_usage_amount FROM COST_AND_USAGE_REPORT";
        refused(export(query, "us-east-1"));
        bench.s3().createBucket((request) -> request.bucket("usage-of-all"));
        refused(export(query, "us-east-1"));
        bench.s3().putBucketPolicy((request) -> request.bucket("usage-of-all").policy("""
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
             "Principal": {"Service": "bcm-data-exports.amazonaws.com"},
             "Action": ["s3:PutObject", "s3:GetBucketPolicy"],
             "Resource": ["arn:aws:s3:::usage-of-all", "arn:aws:s3:::usage-of-all/*"]}]}"""));
        refused(export(query, "eu-central-1"));
        refused(export("SELECT * FROM COST_AND_USAGE_REPORT", "us-east-1"));
        refused(export("SELECT line_item_resource_id FROM COST_AND_USAGE_REPORT", "us-east-1"));
        refused(export("SELECT password FROM COST_AND_USAGE_REPORT", "us-east-1"));
        String arn = exports.createExport((request) -> request.export(export(query, "us-east-1"))).exportArn();
        refused(export(query, "us-east-1"));

        assertThat(exports.getExport((request) -> request.exportArn(arn)).exportStatus()).satisfies((status) -> {
            assertThat(status.statusCode()).isEqualTo(ExportStatusCode.HEALTHY);
            assertThat(status.lastRefreshedAt()).isNull();
        });
        bench.pass(Duration.ofHours(30));
        assertThat(exports.listExports((request) -> {
        }).exports()).singleElement()
                .matches((one) -> one.exportStatus().lastRefreshedAt() != null);
        bench.s3().deleteBucketPolicy((request) -> request.bucket("usage-of-all"));
        assertThat(exports.getExport((request) -> request.exportArn(arn)).exportStatus().statusCode())
                .isEqualTo(ExportStatusCode.UNHEALTHY);
        exports.deleteExport((request) -> request.exportArn(arn));
        Refused.with(software.amazon.awssdk.services.bcmdataexports.model.ResourceNotFoundException.class,
                "ResourceNotFoundException", 404, () -> exports.getExport((request) -> request.exportArn(arn)));
    }

    @Test
    void support_refusesWhoDoesNotPay_andPlansAreToldWhereThereAreAny() {
        Refused.with(SupportException.class, "SubscriptionRequiredException", 400,
                () -> bench.client(SupportClient.class).describeSeverityLevels((request) -> request.language("en")));
        assertThat(bench.client(FreeTierClient.class).getAccountPlanState((request) -> {
        }).accountPlanTypeAsString()).isEqualTo("PAID");
        Bench old = new Bench("inherited");
        Refused.with(ResourceNotFoundException.class, "ResourceNotFoundException", 404,
                () -> old.client(FreeTierClient.class).getAccountPlanState((request) -> {
                }));
        assertThat(old.client(CostAndUsageReportClient.class)
                .describeReportDefinitions((request) -> request.maxResults(5))
                .reportDefinitions()).singleElement()
                .matches((report) -> report.reportStatus().lastStatusAsString().equals("ERROR_NO_BUCKET"));
    }
}

package footing.baseline.item;

import static footing.baseline.item.BillingSamples.OWNERS;
import static footing.baseline.item.BillingSamples.TOPIC;
import static footing.baseline.item.BillingSamples.budget;
import static footing.baseline.item.BillingSamples.mail;
import static footing.baseline.item.BillingSamples.notice;
import static footing.baseline.item.BillingSamples.topic;
import static org.assertj.core.api.Assertions.assertThat;

import footing.plan.Change;
import footing.account.Partition;
import footing.account.Identity;
import footing.account.Absence;
import footing.account.AccountPlan;
import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.SampleTrails;
import footing.account.Region;
import footing.account.States;
import footing.account.Topic;
import footing.account.UsageExport;
import footing.account.UsageReport;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.choices.Billing;
import footing.choices.BillingTopic;
import footing.choices.BudgetChoice;
import footing.choices.Choices;
import footing.choices.Conventions;
import footing.choices.ExampleChoices;
import footing.choices.Standards;
import footing.choices.SupportPlan;
import footing.plan.Change.StackResource;
import footing.plan.Remedy;
import footing.plan.ResourceTypes;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingItemsTest {

    private static final SupportPlanItem SUPPORT = new SupportPlanItem();
    private static final BudgetItem BUDGET = new BudgetItem();
    private static final BillingNotifications NOTIFICATIONS = new BillingNotifications();
    private static final UsageReportItem REPORT = new UsageReportItem();
    private static final Topic HEARD = topic(mail("aws-billing@example.com", true));
    private static final Topic CLOSED = topic(Reading.seen(OWNERS), mail("aws-billing@example.com", true));

    private static String of(Verdict verdict) {
        return verdict.status() + " " + verdict.key().replaceFirst("^.*outcome\\.", "");
    }

    private static States budgets(footing.account.Budget... budgets) {
        return States.fresh().seen(Fact.BUDGETS, List.of(budgets)).seen(Fact.BILLING_TOPICS, List.of(HEARD));
    }

    @ParameterizedTest
    @CsvSource({"true, basic, NEEDS_ATTESTATION more-than-expected", "true, business-plus, MET paid-as-expected",
        "true, enterprise, NEEDS_ATTESTATION perhaps-less",
        "false, basic, MET basic-as-expected", "false, business-plus, NOT_MET missing"})
    void supportPlan_isComparedWithWhatIsExpected(boolean paid, String expected, String verdict) {
        AccountState account = States.fresh().seen(Fact.PAID_SUPPORT, paid).account();
        Standards standards = new Standards(90, Optional.empty(), SupportPlan.of(expected));

        assertThat(of(SUPPORT.judge(account, standards))).isEqualTo(verdict);
    }

    @Test
    void supportPlan_needsAWord_whenNobodySaidWhatIsExpected_andIsToldWithoutTheAccountPlan() {
        States free = States.fresh()
                .seen(Fact.ACCOUNT_PLAN, Optional.of(new AccountPlan(true, Optional.of(States.NOW))));

        assertThat(of(SUPPORT.judge(States.fresh().account()))).isEqualTo("NEEDS_ATTESTATION basic");
        assertThat(of(SUPPORT.judge(free.account()))).isEqualTo("NEEDS_ATTESTATION free-plan");
        assertThat(SUPPORT.judge(free.account()).evidence().observations())
                .contains(States.observation(Fact.ACCOUNT_PLAN));
        assertThat(of(SUPPORT.judge(States.fresh().denied(Fact.ACCOUNT_PLAN, "freetier:x").account())))
                .isEqualTo("NEEDS_ATTESTATION basic");
        assertThat(SUPPORT.judge(States.fresh().denied(Fact.PAID_SUPPORT, "support:x").account()).status())
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void budget_isMet_whenItsForecastReachesAList_byATopicOrByItself() {
        assertThat(of(BUDGET.judge(budgets(budget("all", notice("FORECASTED", TOPIC), notice("ACTUAL", TOPIC)))
                .account()))).isEqualTo("MET forecast-and-actual");
        Verdict only = BUDGET.judge(budgets(budget("all", notice("FORECASTED", "aws-billing@example.com"))).account());
        assertThat(of(only)).isEqualTo("MET forecast-only");
        assertThat(only.values()).containsEntry("limit", "500 USD").containsEntry("who", "aws-billing@example.com");
    }

    @Test
    void budget_isNotMet_whenNoForecastReachesAnybody() {
        assertThat(of(BUDGET.judge(budgets().account()))).isEqualTo("NOT_MET none");
        assertThat(of(BUDGET.judge(budgets(budget("all", notice("ACTUAL", TOPIC))).account())))
                .isEqualTo("NOT_MET no-forecast");
        assertThat(of(BUDGET.judge(budgets(budget("all", notice("FORECASTED", TOPIC + "-gone"))).account())))
                .isEqualTo("NOT_MET nobody");
        assertThat(of(BUDGET.judge(budgets(budget("all", notice("FORECASTED", TOPIC)))
                .seen(Fact.BILLING_TOPICS,
                        List.of(topic(new Topic.Subscription("lambda", "x", true, SampleTrails.WHOLE))))
                .account()))).isEqualTo("NOT_MET no-list");
        footing.account.Budget usage = new footing.account.Budget("hours", "USAGE", Optional.empty(), true,
                Optional.empty(), List.of(notice("FORECASTED", TOPIC)));
        assertThat(of(BUDGET.judge(budgets(usage).account()))).isEqualTo("NOT_MET no-cost");
    }

    private static footing.account.Budget.Notice forecast(boolean above, int threshold, boolean percent) {
        return new footing.account.Budget.Notice("FORECASTED", above, BigDecimal.valueOf(threshold), percent,
                notice("FORECASTED", TOPIC).subscribers());
    }

    @ParameterizedTest
    @CsvSource({"true, 100, true, MET forecast-only", "true, 101, true, NOT_MET too-high",
        "true, 500, false, MET forecast-only", "true, 501, false, NOT_MET too-high",
        "false, 100, true, NOT_MET no-forecast"})
    void budget_isMet_whenItsForecastWarnsNoLaterThanItsLimit(boolean above, int threshold, boolean percent,
            String verdict) {
        assertThat(of(BUDGET.judge(budgets(budget("all", forecast(above, threshold, percent))).account())))
                .isEqualTo(verdict);
    }

    @Test
    void budget_isNotMet_whenItCountsAPartOfTheAccount_orWhatIsSpentIsToldTooLate() {
        footing.account.Budget all = budget("all", notice("FORECASTED", TOPIC));
        footing.account.Budget part = new footing.account.Budget("part", all.type(), all.limit(), false,
                all.ends(), List.of(notice("FORECASTED", TOPIC), notice("ACTUAL", TOPIC)));

        assertThat(of(BUDGET.judge(budgets(part).account()))).isEqualTo("NOT_MET part-only");
        assertThat(of(BUDGET.judge(budgets(all, part).account()))).isEqualTo("MET forecast-only");
        assertThat(BUDGET.remedy(budgets(part).account(), ExampleChoices.of(States.fresh().account())))
                .isInstanceOf(Remedy.Changes.class);
    }

    @Test
    void budget_waitsOrNeedsAWord_whenItIsNotSureWhoHears() {
        footing.account.Budget all = budget("all", notice("FORECASTED", TOPIC));
        assertThat(of(BUDGET.judge(budgets(all)
                .seen(Fact.BILLING_TOPICS, List.of(topic(mail("aws-billing@example.com", false))))
                .account()))).isEqualTo("PENDING unconfirmed");
        assertThat(of(BUDGET.judge(budgets(budget("all", notice("FORECASTED", "jane.doe@example.com"))).account())))
                .isEqualTo("NEEDS_ATTESTATION looks-personal");
        assertThat(of(BUDGET.judge(
                budgets(budget("all", notice("FORECASTED", "arn:aws:sns:us-east-1:999999999999:x"))).account())))
                .isEqualTo("NEEDS_ATTESTATION topic-elsewhere");
        assertThat(BUDGET.judge(budgets(all).denied(Fact.BILLING_TOPICS, "sns:ListTopics").account()).status())
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void budgetsAndNotifications_doNotApply_whereThePartitionHasNone() {
        States gov = States.fresh()
                .with(Fact.BUDGETS, absent())
                .with(Fact.USAGE_EXPORTS, absent())
                .with(Fact.USAGE_REPORTS, absent());
        assertThat(List.of(BUDGET, NOTIFICATIONS, REPORT)).allSatisfy(
                (item) -> assertThat(item.judge(gov.account()).status()).isEqualTo(Status.NOT_APPLICABLE));
        assertThat(NOTIFICATIONS.remedy(gov.account(), ExampleChoices.of(gov.account())))
                .isEqualTo(Remedy.nothing(Remedy.Reason.ADOPTED));
    }

    private static <T> Reading<T> absent() {
        return new Reading.Unavailable<>(new Absence(Absence.Kind.NOT_OFFERED, "aws-us-gov"));
    }

    @Test
    void notifications_restOnATopic_thatBudgetsMayWriteTo() {
        States named = States.fresh()
                .seen(Fact.BILLING_TOPICS, List.of(HEARD));
        assertThat(of(NOTIFICATIONS.judge(named.account()))).isEqualTo("MET confirmed");
        States closed = named.seen(Fact.BILLING_TOPICS, List.of(CLOSED));
        assertThat(of(NOTIFICATIONS.judge(closed.account()))).isEqualTo("NOT_MET closed");
        Topic locked = new Topic(TOPIC, "billing", HEARD.region(), HEARD.subscriptions(),
                HEARD.access().map((access) -> new Topic.Access(access.policy(), Optional.of("alias/aws/sns"))));
        assertThat(of(NOTIFICATIONS.judge(named.seen(Fact.BILLING_TOPICS, List.of(locked)).account())))
                .isEqualTo("NOT_MET closed");
        named.seen(Fact.BILLING_TOPICS, List.of(CLOSED));
        assertThat(of(NOTIFICATIONS.judge(closed.seen(Fact.BUDGETS, List.of(budget("all", notice("ACTUAL", TOPIC))))
                .account()))).isEqualTo("NOT_MET closed");
        assertThat(NOTIFICATIONS.judge(States.fresh()
                .seen(Fact.BILLING_TOPICS,
                        List.of(topic(States.denied("sns:GetTopicAttributes"), mail("aws-billing@example.com", true))))
                .account()).status()).isEqualTo(Status.UNKNOWN);
    }

    /** Where the home Region answers for billing too, its topics are read for both, and not the same of each. */
    @Test
    void topic_isOne_whenItIsReadForSecurityAsWell() {
        Topic unread = topic(new Reading.Failed<>(new Problem(Problem.Kind.NOT_READ, "", "")),
                mail("aws-billing@example.com", true));
        AccountState account = budgets(budget("all", notice("ACTUAL", TOPIC))).seen(Fact.TOPICS, List.of(unread))
                .account();

        assertThat(BillingTopic.candidates(account)).containsExactly(HEARD);
        assertThat(BillingTopic.adoptable(account)).contains(HEARD);
    }

    @Test
    void topic_isAdopted_onlyWhereBudgetsMayWriteToIt() {
        AccountState notified = budgets(budget("all", notice("ACTUAL", TOPIC))).account();
        Choices choices = ExampleChoices.of(notified);
        assertThat(BillingTopicPlan.of(notified, choices)).isEqualTo(new BillingTopicPlan.Adopted(HEARD));
        assertThat(NOTIFICATIONS.remedy(notified, choices)).isEqualTo(Remedy.nothing(Remedy.Reason.ADOPTED));

        AccountState closed = States.fresh()
                .seen(Fact.BILLING_TOPICS, List.of(CLOSED))
                .account();
        assertThat(BillingTopicPlan.of(closed, ExampleChoices.of(closed)))
                .isEqualTo(new BillingTopicPlan.InStack());
        Choices sameName = choices.withBilling(new Billing(Optional.of("aws-billing@example.com"), "billing",
                Optional.empty(), choices.billing().budgets()));
        assertThat(BillingTopicPlan.of(closed, sameName)).isEqualTo(new BillingTopicPlan.Closed(CLOSED));
        assertThat(BUDGET.remedy(closed, sameName)).isEqualTo(Remedy.nothing(Remedy.Reason.NOT_DECIDED));
    }

    @Test
    void nothingIsMade_whenNobodyDecided() {
        AccountState fresh = States.fresh().account();
        Choices open = Conventions.choices(fresh);

        assertThat(NOTIFICATIONS.remedy(fresh, open)).isEqualTo(Remedy.nothing(Remedy.Reason.NOT_DECIDED));
        assertThat(BUDGET.remedy(fresh, open)).isEqualTo(Remedy.nothing(Remedy.Reason.NOT_DECIDED));
    }

    /** CloudFormation makes the new one before it deletes the old one: both must be able to be there. */
    @Test
    void budgetsName_changesWithItsNotifications_andNotWithItsLimit() {
        BudgetChoice choice = new BudgetChoice(500, "USD", BudgetChoice.Period.MONTHLY, 80, 100);
        String name = name(choice);

        assertThat(name).matches("footing-monthly-cost-[0-9a-f]{8}");
        assertThat(name(new BudgetChoice(700, "USD", BudgetChoice.Period.MONTHLY, 80, 100))).isEqualTo(name);
        assertThat(name(new BudgetChoice(500, "USD", BudgetChoice.Period.MONTHLY, 50, 100))).isNotEqualTo(name);
        assertThat(choice.accountName("monthly-cost", "arn:other")).isNotEqualTo(name);
    }

    private static String name(BudgetChoice choice) {
        AccountState fresh = States.fresh().account();
        Choices choices = ExampleChoices.of(fresh);
        Billing billing = choices.billing();
        Remedy remedy = BUDGET.remedy(fresh, choices.withBilling(new Billing(billing.list(), billing.topicName(),
                billing.reportBucket(), new TreeMap<>(Map.of("monthly-cost", choice)))));
        return ResourceTypes.nameOf((StackResource) ((Remedy.Changes) remedy).changes().getFirst());
    }

    @ParameterizedTest
    @CsvSource({"true, true, reports, MET export", "true, false, reports, PENDING nothing-delivered",
        "false, true, reports, NOT_MET unhealthy", "true, true, other, NEEDS_ATTESTATION bucket-elsewhere",
        "true, false, other, NOT_MET bucket-gone"})
    void export_isJudged_byItsHealthAndItsBucket(boolean healthy, boolean delivered, String bucket, String verdict) {
        States states = States.fresh()
                .seen(Fact.BUCKET_NAMES, Set.of("reports"))
                .seen(Fact.USAGE_EXPORTS, List.of(BillingSamples.export(healthy, delivered, bucket)));

        assertThat(of(REPORT.judge(states.account()))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"SUCCESS, 1, reports, MET legacy", "SUCCESS, 1, other, NEEDS_ATTESTATION bucket-elsewhere",
        "SUCCESS, 8, reports, NOT_MET stale", "SUCCESS, 8, other, NOT_MET stale",
        "SUCCESS, , reports, NEEDS_ATTESTATION unclear", "SUCCESS, , other, NEEDS_ATTESTATION unclear",
        "ERROR_OF_TOMORROW, 1, reports, NEEDS_ATTESTATION unclear",
        "ERROR_NO_BUCKET, 1, reports, NOT_MET bucket-gone", "ERROR_PERMISSIONS, 1, reports, NOT_MET unhealthy",
        "'', , reports, PENDING nothing-delivered", "'', , other, NOT_MET bucket-gone"})
    void report_isJudged_byItsLastDelivery(String status, @Nullable Integer days, String bucket, String verdict) {
        UsageReport report = new UsageReport("old", Optional.of(bucket),
                Optional.of(status).filter((one) -> !one.isEmpty()),
                Optional.ofNullable(days).map((ago) -> States.NOW.minus(Duration.ofDays(ago))));
        States states = States.fresh()
                .seen(Fact.BUCKET_NAMES, Set.of("reports"))
                .seen(Fact.USAGE_REPORTS, List.of(report));

        assertThat(of(REPORT.judge(states.account()))).isEqualTo(verdict);
        assertThat(of(REPORT.judge(states.seen(Fact.USAGE_EXPORTS,
                List.of(BillingSamples.export(true, true, "reports"))).account()))).isEqualTo("MET export");
    }

    @Test
    void export_isStale_whenNothingCameForAWeek_andTellsSinceWhen() {
        UsageExport good = BillingSamples.export(true, true, "reports");
        States states = States.fresh()
                .seen(Fact.BUCKET_NAMES, Set.of("reports"))
                .seen(Fact.USAGE_EXPORTS, List.of(new UsageExport(good.arn(), good.name(), true, good.reason(),
                        Optional.of(States.NOW.minus(Duration.ofDays(8))), good.bucket(), good.table())));

        assertThat(of(REPORT.judge(states.account()))).isEqualTo("NOT_MET stale");
        assertThat(REPORT.judge(states.account()).values()).containsEntry("last", "2026-02-21 12:00 UTC");
    }

    @Test
    void exportOfSomethingElse_isNoReportOfUsage() {
        UsageExport good = BillingSamples.export(true, true, "reports");
        States states = States.fresh().seen(Fact.BUCKET_NAMES, Set.of("reports"));
        Function<String, String> judged = (table) -> of(REPORT.judge(states.seen(Fact.USAGE_EXPORTS,
                List.of(new UsageExport(good.arn(), good.name(), true, good.reason(), good.lastDelivered(),
                        good.bucket(), table)))
                .account()));

        assertThat(judged.apply("FOCUS_1_0_AWS")).isEqualTo("MET export");
        assertThat(judged.apply("CARBON_EMISSIONS")).isEqualTo("NOT_MET none");
    }

    @Test
    void report_tellsWhatWasLookedAt_whereThereIsNone() {
        assertThat(REPORT.judge(States.fresh().account()).evidence().observations())
                .extracting((one) -> one.operation())
                .containsExactlyInAnyOrder(Fact.USAGE_EXPORTS.name(), Fact.USAGE_REPORTS.name());
    }

    @Test
    void report_isMadeByHand_whereCloudFormationHasNoSuchType() {
        AccountState here = States.fresh().account();
        AccountState china = new AccountState(new Identity(States.ACCOUNT, "arn:aws-cn:iam::123456789012:user/admin",
                Optional.empty(), Partition.AWS_CN), new Region("cn-north-1"), List.of(), States.NOW,
                here.readings());

        assertThat(((Remedy.Changes) REPORT.remedy(here, ExampleChoices.of(here))).changes())
                .noneMatch(Change.ManualStep.class::isInstance);
        assertThat(((Remedy.Changes) REPORT.remedy(china, ExampleChoices.of(china))).changes()).singleElement()
                .isInstanceOf(Change.ManualStep.class);
    }

    @Test
    void report_isUnknown_whenOneKindCouldNotBeSeen() {
        assertThat(REPORT.judge(States.fresh().denied(Fact.USAGE_REPORTS, "cur:x").account()).status())
                .isEqualTo(Status.UNKNOWN);
        assertThat(of(REPORT.judge(States.fresh().with(Fact.USAGE_EXPORTS, absent()).account())))
                .isEqualTo("NOT_MET none");
    }

    @Test
    void reportBucket_isNotMade_whenNobodyCouldSeeWhetherItIsThere() {
        AccountState blind = States.fresh().denied(Fact.BUCKET_NAMES, "s3:ListAllMyBuckets").account();

        assertThat(REPORT.judge(blind).status()).isEqualTo(Status.NOT_MET);
        assertThat(REPORT.remedy(blind, ExampleChoices.of(blind))).isEqualTo(Remedy.nothing(Remedy.Reason.NOT_SEEN));
    }

    @Test
    void export_goesToTheBucketThatAnEarlierStackLeft() {
        AccountState account = BillingSamples.withReportBucket(Region.US_EAST_1, true).account();

        assertThat(((Remedy.Changes) REPORT.remedy(account, ExampleChoices.of(account))).changes()).singleElement()
                .isInstanceOfSatisfying(StackResource.class,
                        (export) -> assertThat(export.type()).isEqualTo("AWS::BCMDataExports::Export"));
    }
}

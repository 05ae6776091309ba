package footing.baseline.item;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.account.SampleTrails;
import footing.account.States;
import footing.baseline.Baseline;
import footing.choices.Billing;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.choices.LogStorage;
import footing.plan.Remedy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What cannot be made twice is said before anything is planned. */
class TakenTest {

    private static final AccountState FRESH = States.fresh().account();

    private static Choices billing(AccountState account, String topic, Optional<String> bucket) {
        Choices choices = ExampleChoices.of(account);
        return choices.withBilling(
                new Billing(choices.billing().list(), topic, bucket, choices.billing().budgets()));
    }

    private static List<String> complaints(AccountState account, Choices choices) {
        return Baseline.complaints(account, choices)
                .stream()
                .filter(Complaint::isError)
                .map((one) -> one.field() + " " + one.key() + " " + one.values().getOrDefault("other", ""))
                .toList();
    }

    @Test
    void reportBucket_isRefused_whenItIsTheLogBucket() {
        String logs = ExampleChoices.of(FRESH).logStorage().bucket();

        assertThat(complaints(FRESH, billing(FRESH, "footing-billing", Optional.of(logs))))
                .containsExactly("billing.reportBucket complaint.name-twice logStorage.bucket");
        assertThat(complaints(FRESH, billing(FRESH, "footing-billing", Optional.of(logs + "-2")))).isEmpty();
    }

    @Test
    void topics_mayHaveOneName_onlyInTwoRegions() {
        AccountState billingHome = new AccountState(FRESH.identity(), Region.US_EAST_1, List.of(Region.US_EAST_1),
                FRESH.surveyedAt(), FRESH.readings());
        String name = ExampleChoices.of(FRESH).notifications().topicName();

        assertThat(complaints(FRESH, billing(FRESH, name, Optional.empty()))).isEmpty();
        assertThat(complaints(billingHome, billing(billingHome, name, Optional.empty())))
                .containsExactly("billing.topicName complaint.name-twice notifications.topicName");
    }

    @Test
    void logBucket_isRefused_whenTheAccountHasAnotherOfThatName() {
        AccountState account = States.fresh().seen(Fact.BUCKET_NAMES, Set.of("my-logs")).account();
        Choices choices = ExampleChoices.of(account);
        LogStorage storage = choices.logStorage();
        Choices taken = choices.withLogStorage(new LogStorage("my-logs", storage.trail(), storage.logGroup(),
                storage.logGroupDays(), storage.archiveAfterDays(), storage.expireAfterDays()));

        assertThat(complaints(account, taken)).containsExactly("logStorage.bucket complaint.bucket-there ");
        assertThat(complaints(account, choices)).isEmpty();
    }

    private static List<String> reported(States states) {
        return complaints(states.account(), ExampleChoices.of(states.account()));
    }

    private static Remedy report(States states) {
        return Objects.requireNonNull(
                Baseline.remedies(states.account(), ExampleChoices.of(states.account())).get(ItemId.USAGE_REPORT));
    }

    @Test
    void reportBucketThatIsThere_isUsed_onlyWhereItsRegionAndPolicyLetReportsIn() {
        States left = BillingSamples.withReportBucket(Region.US_EAST_1, true);
        States far = BillingSamples.withReportBucket(States.HOME, true);
        States shut = BillingSamples.withReportBucket(Region.US_EAST_1, false);

        assertThat(reported(left)).isEmpty();
        assertThat(report(left)).isInstanceOf(Remedy.Changes.class);
        for (States closed : List.of(far, shut)) {
            assertThat(reported(closed)).containsExactly("billing.reportBucket complaint.bucket-closed ");
            assertThat(report(closed)).isEqualTo(Remedy.nothing(Remedy.Reason.NOT_DECIDED));
        }
        States unseen = BillingSamples.withReportBucket(Region.US_EAST_1, true)
                .denied(Fact.LOG_BUCKETS, "s3:GetBucketPolicy");
        assertThat(report(unseen)).isEqualTo(Remedy.nothing(Remedy.Reason.NOT_SEEN));
    }

    @Test
    void reportBucketOfSomebodyElse_isTold_andNothingIsMadeInIt() {
        States foreign = BillingSamples.withReportBucket(Region.US_EAST_1, true).seen(Fact.BUCKET_NAMES, Set.of());

        assertThat(Baseline.complaints(foreign.account(), ExampleChoices.of(foreign.account())))
                .filteredOn((complaint) -> complaint.key().equals("complaint.bucket-foreign"))
                .singleElement()
                .matches((complaint) -> complaint.field().equals("billing.reportBucket") && !complaint.isError());
        assertThat(report(foreign)).isEqualTo(Remedy.nothing(Remedy.Reason.NAME_TAKEN));
    }

    @Test
    void reportBucket_isRefused_whenTheAccountHasAnotherOfThatName() {
        AccountState account = States.fresh().seen(Fact.BUCKET_NAMES, Set.of("my-reports")).account();

        assertThat(complaints(account, billing(account, "footing-billing", Optional.of("my-reports"))))
                .containsExactly("billing.reportBucket complaint.bucket-there ");
    }

    @Test
    void role_isRefused_whenTheAccountHasAnotherOfThatName() {
        States taken = States.fresh().seen(Fact.ROLE_NAMES, Set.of("Footing-Trail-To-Logs", "admin"));
        Choices choices = ExampleChoices.of(taken.account());

        assertThat(complaints(taken.account(), choices)).containsExactly("trail-to-logs complaint.role-there ");
        assertThat(complaints(taken.account(), choices.withLeave(Set.of(ItemId.TRAIL_TO_LOGS)))).isEmpty();
    }

    /** Whoever cannot see the stack cannot tell whether the role is its own. */
    @Test
    void role_isNotRefused_whereTheStackThatMayHoldItWasNotSeen() {
        States taken = States.fresh().seen(Fact.ROLE_NAMES, Set.of("footing-trail-to-logs"));
        Choices choices = ExampleChoices.of(taken.account());

        assertThat(complaints(taken.account(), choices)).isNotEmpty();
        assertThat(complaints(taken.denied(Fact.SECURITY_STACK, "cloudformation:DescribeStacks").account(), choices))
                .isEmpty();
    }

    @Test
    void role_isNotRefused_whereTheStackHoldsIt() {
        States taken = States.fresh()
                .seen(Fact.ROLE_NAMES, Set.of("footing-trail-to-logs"))
                .seen(Fact.SECURITY_STACK, Optional.of(new DeployedStack("footing-security", States.HOME,
                        "CREATE_COMPLETE", "{}", List.of(new DeployedStack.Resource("TrailToLogsRole",
                                "AWS::IAM::Role", "footing-trail-to-logs", "CREATE_COMPLETE")))));

        assertThat(complaints(taken.account(), ExampleChoices.of(taken.account())))
                .noneMatch((one) -> one.contains("role-there"));
    }

    @Test
    void earlierHome_isNotToldOf_whereThisIsTheHome_orNobodyCouldSeeWhetherItIs() {
        States moved = States.fresh().seen(Fact.ROLE_NAMES, Set.of("footing-config-to-eu-west-3"));
        States here = States.fresh()
                .seen(Fact.ROLE_NAMES, Set.of("footing-config-to-eu-west-3"))
                .seen(Fact.SECURITY_STACK, Optional.of(new DeployedStack("footing-security", States.HOME,
                        "CREATE_COMPLETE", "{}", List.of())));

        assertThat(earlier(moved)).containsExactly("eu-west-3");
        assertThat(earlier(here)).isEmpty();
        assertThat(earlier(moved.denied(Fact.SECURITY_STACK, "cloudformation:DescribeStacks"))).isEmpty();
    }

    @Test
    void earlierHome_isToldOnce_whateverElseTheAccountHasOfThatKind() {
        States several = States.fresh()
                .seen(Fact.ROLE_NAMES, Set.of("footing-config-to-eu-west-3", "footing-config-to-nowhere",
                        "my-footing-config-to-eu-west-1", "footing-config-to-us-west-2"))
                .seen(Fact.TRAILS, List.of(
                        SampleTrails.good().ofFootingIn(new Region("eu-west-3")).trail(),
                        SampleTrails.good("theirs", "999999999999").ofFootingIn(new Region("eu-north-1")).trail(),
                        SampleTrails.good().in(new Region("ap-south-1")).trail()));

        assertThat(earlier(several)).containsExactly("eu-west-3", "us-west-2");
    }

    private static List<String> earlier(States states) {
        return Baseline.complaints(states.account(), ExampleChoices.of(states.account()))
                .stream()
                .filter((complaint) -> complaint.key().equals("complaint.earlier-home"))
                .map((complaint) -> Objects.requireNonNull(complaint.values().get("earlier")))
                .toList();
    }

    @Test
    void earlierHome_isToldOf_whereItsRolesOrItsTrailStillStand() {
        States role = States.fresh().seen(Fact.ROLE_NAMES, Set.of("footing-config-to-eu-west-3"));
        States trail = States.fresh()
                .seen(Fact.TRAILS, List.of(SampleTrails.good()
                        .ofFootingIn(new Region("eu-west-3"))
                        .trail()));
        States same = States.fresh().seen(Fact.ROLE_NAMES, Set.of("footing-config-to-" + States.HOME));

        Region paris = new Region("eu-west-3");
        States alone = States.fresh()
                .seen(Fact.FAR_TRAILS, Regional.of(List.of(paris), (region) -> Reading
                        .seen(List.of(SampleTrails.good().singleRegion().ofFootingIn(region).trail()))));

        for (States moved : List.of(role, trail, alone)) {
            assertThat(Baseline.complaints(moved.account(), ExampleChoices.of(moved.account())))
                    .filteredOn((complaint) -> complaint.key().equals("complaint.earlier-home"))
                    .singleElement()
                    .satisfies((told) -> {
                        assertThat(told.isError()).isFalse();
                        assertThat(told.values()).containsEntry("earlier", "eu-west-3");
                    });
        }
        assertThat(Baseline.complaints(same.account(), ExampleChoices.of(same.account())))
                .noneMatch((complaint) -> complaint.key().equals("complaint.earlier-home"));
    }
}

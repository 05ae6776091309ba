package footing.baseline.item;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Identity;
import footing.account.Partition;
import footing.account.Reading;
import footing.account.Region;
import footing.account.SampleTrails;
import footing.account.States;
import footing.baseline.Baseline;
import footing.baseline.Finding;
import footing.baseline.Finding.Actor;
import footing.choices.Billing;
import footing.choices.Choices;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Remedy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WhoActsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Property(tries = 200)
    void footing_isSaidToFix_onlyWhatItsRemedyChanges(@ForAll long seed) {
        Accounts accounts = new Accounts(seed);
        AccountState account = accounts.partly(accounts.seen());
        Choices choices = ExampleChoices.of(account);
        Map<ItemId, Remedy> remedies = Baseline.remedies(account, choices);
        for (Finding finding : Baseline.judge(account, choices, TODAY)) {
            if (finding.actor() == Actor.FOOTING) {
                Remedy remedy = Objects.requireNonNull(remedies.get(finding.item().id()));
                assertThat(changes(remedy) || waits(remedy)).as("%s: %s", finding.item(), remedy).isTrue();
            }
        }
    }

    private static boolean changes(Remedy remedy) {
        return remedy instanceof Remedy.Changes(List<Change> changes, _)
                && changes.stream().anyMatch((change) -> !(change instanceof Change.ManualStep));
    }

    private static boolean waits(Remedy remedy) {
        return remedy instanceof Remedy.Nothing(Remedy.Reason reason)
                && Set.of(Remedy.Reason.COMES_WITH_ANOTHER, Remedy.Reason.NOT_SEEN, Remedy.Reason.WAITING)
                        .contains(reason);
    }

    @Test
    void bucketWithAPublicPolicy_isMendedByHand_andOneThatLacksVersions_isNot() {
        AccountState account = States.fresh().seen(Fact.TRAILS, List.of(SampleTrails.good().trail())).account();
        String good = PolicyDocument.none()
                .with(List.of("cloudtrail", "config", "tls")
                        .stream()
                        .flatMap(
                                (gap) -> LogStore.policy(SampleTrails.good().trail(), account).statements(gap).stream())
                        .toList());
        String open = PolicyDocument.parse(good)
                .orElseThrow()
                .with(List.of(Statements.allow("Open",
                        footing.plan.Value.text("*"), List.of("s3:GetObject"),
                        footing.plan.Value.text("arn:aws:s3:::" + SampleTrails.BUCKET + "/*"))));
        assertThat(bucket(account, good)).isEqualTo(Actor.FOOTING);
        assertThat(bucket(account, open)).isEqualTo(Actor.BY_HAND);
    }

    private static Actor bucket(AccountState account, String policy) {
        return actor(ItemId.LOG_BUCKET, account.with(Fact.LOG_BUCKETS, Reading.seen(
                Map.of(SampleTrails.BUCKET, SampleTrails.bucket(Optional.of(policy), true, false)))));
    }

    @Test
    void usageReport_isMadeByHand_whereCloudFormationHasNoType() {
        AccountState account = States.fresh().account();
        AccountState government = new AccountState(
                new Identity(States.ACCOUNT, "arn:aws-us-gov:iam::123456789012:user/admin", Optional.empty(),
                        Partition.AWS_US_GOV),
                new Region("us-gov-west-1"), List.of(new Region("us-gov-west-1")), States.NOW, account.readings());
        assertThat(actor(ItemId.USAGE_REPORT, account)).isEqualTo(Actor.FOOTING);
        assertThat(actor(ItemId.USAGE_REPORT, government)).isEqualTo(Actor.BY_HAND);
    }

    @Test
    void billingTopicOfTheChosenName_isOpenedByHand_whereBudgetsMayNotWriteToIt() {
        AccountState account = States.fresh()
                .seen(Fact.BILLING_TOPICS, List.of(BillingSamples.topic(Reading.seen("{}"),
                        BillingSamples.mail("aws-billing@example.com", true))))
                .account();
        Choices usual = ExampleChoices.of(account);
        Billing billing = usual.billing();
        Choices chosen = usual
                .withBilling(new Billing(billing.list(), "billing", billing.reportBucket(), billing.budgets()));
        Choices other = usual
                .withBilling(new Billing(billing.list(), "another", billing.reportBucket(), billing.budgets()));
        assertThat(actor(ItemId.BILLING_NOTIFICATIONS, account, chosen)).isEqualTo(Actor.BY_HAND);
        assertThat(actor(ItemId.BILLING_NOTIFICATIONS, account, other)).isEqualTo(Actor.FOOTING);
    }

    @Test
    void whatAPersonHasYetToDecide_isTheirsToDecide() {
        AccountState account = States.fresh().account();
        Choices choices = ExampleChoices.of(account);
        Choices undecided = choices.withBilling(new Billing(choices.billing().list(), "footing-billing",
                choices.billing().reportBucket(), new java.util.TreeMap<>()));
        assertThat(actor(ItemId.BUDGET, account, choices)).isEqualTo(Actor.FOOTING);
        assertThat(actor(ItemId.BUDGET, account, undecided)).isEqualTo(Actor.YOU);
        assertThat(actor(ItemId.BUDGET, account, choices.withLeave(Set.of(ItemId.BUDGET)))).isEqualTo(Actor.YOU);
    }

    private static Actor actor(ItemId item, AccountState account) {
        return actor(item, account, ExampleChoices.of(account));
    }

    private static Actor actor(ItemId item, AccountState account, Choices choices) {
        return Baseline.judge(account, choices, TODAY)
                .stream()
                .filter((finding) -> finding.item().id() == item)
                .map(Finding::actor)
                .findFirst()
                .orElseThrow();
    }
}

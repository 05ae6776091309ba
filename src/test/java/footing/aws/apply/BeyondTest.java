package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Fact;
import footing.aws.survey.Survey;
import footing.aws.survey.SurveyOptions;
import footing.baseline.Baseline;
import footing.baseline.Beyond;
import footing.baseline.Finding;
import footing.baseline.Status;
import footing.choices.BeyondChoices;
import footing.choices.Choices;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Plan;
import footing.plan.PlanJson;
import footing.plan.PlannedChange;
import footing.practice.BeyondState;
import footing.practice.call.Call;
import footing.template.Templates;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is beyond the baseline, from the first look to a second plan that is empty. */
@Timeout(240)
class BeyondTest {

    private final Path data;

    BeyondTest(@TempDir Path data) {
        this.data = data;
    }

    private static Choices everything(Choices choices) {
        return choices.withBeyond(new BeyondChoices(Set.copyOf(ItemId.BEYOND), 100));
    }

    private static Map<ItemId, Status> statuses(AccountState account) {
        return Beyond
                .judge(account, ItemId.BEYOND, Map.of(),
                        LocalDate.ofInstant(Workbench.CLOCK.instant(), ZoneOffset.UTC))
                .stream()
                .collect(Collectors.toMap((finding) -> finding.item().id(), Finding::status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fresh", "inherited"})
    void nothingIsReadOrPlanned_whereNothingIsSwitchedOn(String scenario) {
        Workbench bench = new Workbench(scenario, data);
        AccountState account = Survey.run(bench.calls.over(bench.clients),
                SurveyOptions.of(bench.home, Workbench.CLOCK), (event) -> {
                });
        assertThat(bench.calls.calls()).extracting(Call::action)
                .doesNotContain("s3:GetAccountPublicAccessBlock")
                .noneMatch((action) -> action.matches("(ec2|guardduty|ce):.*"));
        assertThat(account.readings()).doesNotContainKeys(Fact.BEYOND.toArray(Fact[]::new));

        Choices choices = ExampleChoices.of(account);
        AccountState more = Survey.more(bench.clients, SurveyOptions.of(bench.home, Workbench.CLOCK), account,
                Set.copyOf(Fact.BEYOND));
        assertThat(more.readings()).containsKeys(Fact.BEYOND.toArray(Fact[]::new));
        assertThat(PlanJson.write(plan(more, choices))).isEqualTo(PlanJson.write(plan(account, choices)))
                .doesNotContain("ebs-encryption", "costalerts");
    }

    private static Plan plan(AccountState account, Choices choices) {
        return Plan.of(account, Baseline.remedies(account, choices), Templates.deployed(account));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fresh", "inherited", "landing-zone"})
    void secondPlan_isEmpty_andNothingIsWeakerThanBefore(String scenario) {
        Workbench bench = new Workbench(scenario, data);
        bench.choose(BeyondTest::everything);
        BeyondState before = bench.state.read().beyond();

        assertThat(bench.apply(bench.plan()).failures()).isEmpty();

        assertThat(bench.plan().changes()).isEmpty();
        BeyondState after = bench.state.read().beyond();
        assertThat(after.encryptedRegions()).containsAll(before.encryptedRegions());
        before.detectors()
                .rows()
                .forEach((region, detector) -> assertThat(after.detectors().find(region))
                        .contains(detector));
        before.monitors().rows().forEach((arn, monitor) -> assertThat(after.monitors().find(arn)).contains(monitor));
        before.anomalySubscriptions()
                .rows()
                .forEach((arn, told) -> assertThat(after.anomalySubscriptions().find(arn)).contains(told));
        assertThat(after.monitors().all()).hasSize(1);
        Map<ItemId, Status> statuses = statuses(bench.survey());
        assertThat(statuses).containsEntry(ItemId.S3_PUBLIC_ACCESS_BLOCK, Status.MET)
                .containsEntry(ItemId.EBS_ENCRYPTION, Status.MET)
                .containsEntry(ItemId.COST_ANOMALIES, Status.PENDING)
                // Somebody suspended one in the old account, and a person has to ask why.
                .containsEntry(ItemId.THREAT_DETECTION, scenario.equals("inherited") ? Status.NOT_MET : Status.MET);
        assertThat(Baseline.judge(bench.survey(), Map.of(), LocalDate.of(2026, 3, 2))).hasSize(27);
    }

    @Test
    void whatStacksMade_isTakenAway_whenItIsSwitchedOff_andSettingsStay() {
        Workbench bench = new Workbench("fresh", data);
        bench.choose(BeyondTest::everything);
        bench.apply(bench.plan());
        assertThat(ExampleChoices.of(bench.survey()).beyond().on()).containsExactlyInAnyOrder(
                ItemId.THREAT_DETECTION, ItemId.COST_ANOMALIES);
        bench.choose((choices) -> choices.withBeyond(BeyondChoices.NONE));

        Plan plan = bench.plan();
        assertThat(plan.changes()).filteredOn((change) -> change.kind() == PlannedChange.Kind.REMOVE)
                .extracting((change) -> ((Change.StackResource) change.change()).type())
                .contains("AWS::GuardDuty::Detector", "AWS::CE::AnomalyMonitor", "AWS::CE::AnomalySubscription");
        assertThat(bench.apply(plan).failures()).isEmpty();

        BeyondState after = bench.state.read().beyond();
        assertThat(after.detectors().all()).isEmpty();
        assertThat(after.monitors().all()).isEmpty();
        assertThat(after.encryptedRegions()).isNotEmpty();
        assertThat(after.publicAccessBlock().orElseThrow().restrictPublicBuckets()).isTrue();
        assertThat(bench.plan().changes()).isEmpty();
    }
}

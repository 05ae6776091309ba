package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.baseline.Baseline;
import footing.baseline.Finding;
import footing.choices.ItemId;
import footing.plan.Change.StackResource;
import footing.plan.Plan;
import footing.plan.Remedy;
import footing.practice.Bounds;
import footing.practice.PracticeAccount;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A landing zone that governs some Regions and leaves the others open, in which its mandatory controls hold all the same. */
class GovernedRegionsTest {

    private final Workbench bench;

    GovernedRegionsTest(@TempDir Path data) {
        bench = new Workbench("landing-zone", data);
        bench.state.update(GovernedRegionsTest::withEveryRegionOpen);
    }

    private static PracticeAccount withEveryRegionOpen(PracticeAccount account) {
        Bounds bounds = account.bounds();
        SortedMap<String, String> policies = new TreeMap<>(bounds.serviceControlPolicies());
        policies.values().removeIf((policy) -> policy.contains("REGIONDENY"));
        return account.withBounds(new Bounds(bounds.identityPolicies(), policies, bounds.silentRegions(),
                bounds.notOffered(), bounds.foreignBuckets()));
    }

    @Test
    void plan_saysThatAPolicyForbidsARecorder_insteadOfFailingOnIt() {
        AccountState account = bench.survey();
        Plan plan = bench.plan();

        Finding recorder = Baseline
                .judge(account, Map.of(), LocalDate.ofInstant(Workbench.CLOCK.instant(), ZoneOffset.UTC))
                .stream()
                .filter((finding) -> finding.item().id() == ItemId.CONFIG_RECORDER)
                .findFirst()
                .orElseThrow();
        assertThat(recorder.verdict().key()).endsWith(".not-governed");
        assertThat(recorder.verdict().values().get("regions")).contains("us-west-2").doesNotContain("eu-west-1");
        assertThat(recorder.actor()).isEqualTo(Finding.Actor.BY_HAND);
        assertThat(plan.untouched()).containsEntry(ItemId.CONFIG_RECORDER, Remedy.Reason.FORBIDDEN);
        assertThat(plan.changes()).noneMatch((change) -> change.change() instanceof StackResource resource
                && resource.item() == ItemId.CONFIG_RECORDER);
        assertThat(bench.apply(plan).failures()).isEmpty();
        assertThat(bench.plan().changes()).isEmpty();
    }

    @Test
    void plan_namesThePolicy_whereItAloneKeepsSomethingFromBeingSeen() {
        bench.state.update((account) -> account.withBounds(new Bounds(account.bounds().identityPolicies(),
                new TreeMap<>(Map.of("all",
                        "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"},"
                                + " {\"Effect\": \"Deny\", \"Action\": \"budgets:*\", \"Resource\": \"*\"}]}")),
                account.bounds().silentRegions(), account.bounds().notOffered(), account.bounds().foreignBuckets())));

        assertThat(bench.plan().untouched()).containsEntry(ItemId.BUDGET, Remedy.Reason.FORBIDDEN);
    }
}

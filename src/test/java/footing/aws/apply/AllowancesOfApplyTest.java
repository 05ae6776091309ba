package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Permission;
import footing.account.Region;
import footing.aws.AwsClients;
import footing.aws.AwsErrors;
import footing.aws.simulation.Simulation;
import footing.plan.Allowance;
import footing.plan.Allowances;
import footing.plan.IamPolicy;
import footing.plan.Permissions;
import footing.plan.Plan;
import footing.practice.Bounds;
import footing.practice.call.Decorated;
import footing.practice.cloudformation.PracticeCloudFormation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** What is told beforehand of the permissions of a plan, held against what is refused while it is carried out. */
class AllowancesOfApplyTest {

    private static final String ALL = "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}";

    private final Path data;
    private final Set<String> made = new ConcurrentSkipListSet<>();
    private final Set<String> refused = new ConcurrentSkipListSet<>();

    AllowancesOfApplyTest(@TempDir Path data) {
        this.data = data;
    }

    private static Allowances ask(Workbench bench, Plan plan) {
        return Simulation.run(bench.clients, plan.identity(), plan.home(), Permissions.policy(plan));
    }

    private static Set<String> denied(Allowances allowances) {
        return allowances.denied()
                .stream()
                .map((denied) -> denied.asked().action().action())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Everything is allowed but what these statements deny. */
    static void restrict(Workbench bench, String statements) {
        SortedMap<String, String> policies = new TreeMap<>(Map.of("Inline",
                "{\"Version\": \"2012-10-17\", \"Statement\": [" + ALL + ", " + statements + "]}"));
        bench.state.update((account) -> account.withBounds(new Bounds(policies,
                account.bounds().serviceControlPolicies(), account.bounds().silentRegions(),
                account.bounds().notOffered(), account.bounds().foreignBuckets())));
    }

    private static String deny(String actions) {
        return "{\"Effect\": \"Deny\", \"Action\": [" + actions + "], \"Resource\": \"*\"}";
    }

    /** Carries it out, and keeps which actions were refused, of Footing's own calls and of CloudFormation's. */
    private void apply(Workbench bench, Plan plan) {
        AwsClients own = watched(bench.clients);
        AwsClients formation = watched(new AwsClients() {
            @Override
            public <C extends AwsClient> C get(Class<C> type, Region region) {
                return type.cast(new PracticeCloudFormation(bench.state, region, Workbench.CLOCK, own));
            }

            @Override
            public void close() {
                // holds nothing of its own
            }
        });
        bench.apply(plan, new AwsClients() {
            @Override
            public <C extends AwsClient> C get(Class<C> type, Region region) {
                return type == CloudFormationClient.class ? formation.get(type, region) : own.get(type, region);
            }

            @Override
            public void close() {
                // holds nothing of its own
            }
        }, () -> {
        });
    }

    private AwsClients watched(AwsClients clients) {
        return new Decorated(clients, (call, next) -> {
            made.add(call.action());
            try {
                return next.get();
            } catch (RuntimeException failure) {
                if (AwsErrors.isRefusal(failure)) {
                    refused.add(call.action());
                }
                throw failure;
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"fresh|", "landing-zone|", "fresh|\"sns:CreateTopic\"",
        "fresh|\"iam:UpdateAccountPasswordPolicy\", \"cloudtrail:CreateTrail\"",
        "landing-zone|\"account:PutAlternateContact\", \"iam:CreateGroup\"", "inherited|\"s3:PutBucket*\""})
    void whatIsRefused_isWhatWasToldToBeDenied(String scenario, String actions) {
        Workbench bench = new Workbench(scenario, data);
        Plan plan = bench.plan();
        if (actions != null) {
            restrict(bench, deny(actions));
        }
        Set<String> told = denied(ask(bench, plan));

        apply(bench, plan);

        assertThat(refused).isEqualTo(
                told.stream().filter(made::contains).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(refused.isEmpty()).isEqualTo(actions == null);
    }

    /** Of each action of a plan, whatever hems in whoever is signed in. */
    @ParameterizedTest
    @CsvSource({"locked-down", "landing-zone", "fresh"})
    void everyActionIsAnswered_orTheReasonIsTold(String scenario) {
        Workbench bench = new Workbench(scenario, data);
        Plan plan = new Workbench("fresh", data).plan();
        Allowances allowances = Simulation.run(bench.clients, bench.survey().identity(), bench.home,
                Permissions.policy(plan));

        Set<Permission> all = new TreeSet<>(allowances.allowed());
        allowances.doubts().values().forEach(all::addAll);
        allowances.denied().forEach((denied) -> all.add(denied.asked().action()));
        assertThat(all).isEqualTo(Permissions.of(plan));
    }

    @Test
    void whoMayNotAsk_isToldSo_andWhatItTakes() {
        Workbench bench = new Workbench("locked-down", data);
        Plan plan = bench.plan();

        Allowances allowances = ask(bench, plan);

        assertThat(allowances.doubts()).hasSize(1)
                .hasEntrySatisfying(
                        new Allowance.Doubt.MayNotAsk(new Permission("iam:GetRole"),
                                footing.account.DeniedBy.IDENTITY_POLICY),
                        (actions) -> assertThat(actions).isEqualTo(Permissions.of(plan)));
    }

    /** With what is said to be missing, and nothing more, the plan is allowed. */
    @Test
    void missingPolicy_isAllThatIsMissing() {
        Workbench bench = new Workbench("fresh", data);
        Plan plan = bench.plan();
        String some = "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Resource\": \"*\","
                + " \"Action\": [\"iam:GetRole\", \"iam:Simulate*\", \"cloudformation:*\", \"s3:*\"]}]}";
        give(bench, Map.of("some", some));
        IamPolicy missing = ask(bench, plan).missing();
        assertThat(missing.json()).contains("iam:PassedToService", "sns:CreateTopic").doesNotContain("s3:CreateBucket");

        give(bench, Map.of("some", some, "missing", missing.json()));

        Allowances allowances = ask(bench, plan);
        assertThat(allowances.denied()).isEmpty();
        assertThat(allowances.allowed()).isEqualTo(Permissions.of(plan));
    }

    private static void give(Workbench bench, Map<String, String> policies) {
        bench.state.update((account) -> account.withBounds(new Bounds(new TreeMap<>(policies),
                account.bounds().serviceControlPolicies(), account.bounds().silentRegions(),
                account.bounds().notOffered(), account.bounds().foreignBuckets())));
    }
}

package footing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import footing.practice.Bounds;
import footing.practice.Practice;
import footing.practice.PracticeAccount;
import footing.practice.PracticeOptions;
import footing.practice.PracticeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the terminal tells of the permissions that whoever is signed in has, and what stops for want of them. */
class AllowanceTest {

    private static final String ALL = "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}";
    private static final String BUT_GROUPS = "{\"Effect\": \"Allow\", \"NotAction\": \"iam:CreateGroup\", \"Resource\": \"*\"}";

    private final Shell shell;
    private final Path state;
    private final String choices;

    AllowanceTest(@TempDir Path folder) {
        this.shell = new Shell(folder);
        this.state = shell.file("state.json");
        this.choices = shell.file("choices.yaml").toString();
    }

    @BeforeEach
    void decide() {
        run("plan", "--write-choices", choices);
    }

    private Shell.Result run(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--practice-state";
        all[arguments.length + 1] = state.toString();
        return shell.run(all);
    }

    private PracticeAccount account() {
        return Practice.state(PracticeOptions.of("fresh").keptIn(state)).read();
    }

    private void bound(Map<String, String> identity, Map<String, String> organization) {
        PracticeState kept = Practice.state(PracticeOptions.of("fresh").keptIn(state));
        kept.update((account) -> account.withBounds(new Bounds(policies(identity), policies(organization),
                account.bounds().silentRegions(), account.bounds().notOffered(), account.bounds().foreignBuckets())));
    }

    private static SortedMap<String, String> policies(Map<String, String> statements) {
        TreeMap<String, String> policies = new TreeMap<>();
        statements.forEach((name, text) -> policies.put(name,
                "{\"Version\": \"2012-10-17\", \"Statement\": [" + text + "]}"));
        return policies;
    }

    @Test
    void plan_saysInOneLine_thatAllIsAllowed() {
        Shell.Result plan = run("plan", "--choices", choices);

        assertThat(plan.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(plan.out()).endsWith("What you may do of it, as AWS simulates it\n  All of it.\n");
    }

    @Test
    void apply_touchesNothing_whereSomethingIsDenied_andHandsOutExactlyWhatIsMissing() throws IOException {
        bound(Map.of("work", BUT_GROUPS), Map.of());
        PracticeAccount before = account();

        Shell.Result applied = run("apply", "--choices", choices, "--yes");

        assertThat(applied.exitCode()).isEqualTo(ExitCode.NOT_DONE);
        assertThat(applied.out()).contains("Allowed by no policy of yours (1)\n    iam:CreateGroup\n");
        String policy = applied.out().substring(applied.out().indexOf("\n{") + 1);
        assertThat(policy).contains("\"iam:CreateGroup\"", "arn:aws:iam::123456789012:group/administrators")
                .doesNotContain("iam:DeleteGroup");
        assertThat(applied.err()).contains("nothing was changed", "--despite-denied");
        assertThat(account()).isEqualTo(before);

        bound(Map.of("work", BUT_GROUPS, "granted", policy.substring(policy.indexOf('[') + 1, policy.lastIndexOf(']'))),
                Map.of());
        assertThat(run("apply", "--choices", choices, "--yes").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void apply_goesOn_whereItIsToldToDespiteADenial() {
        bound(Map.of("work", BUT_GROUPS), Map.of());

        Shell.Result applied = run("apply", "--choices", choices, "--yes", "--despite-denied");

        assertThat(applied.err()).contains("Going on despite what is denied")
                .contains("iam:CreateGroup")
                .contains("In place:");
        assertThat(account().stacks().all()).isNotEmpty();
    }

    @Test
    void organizationAndDenials_areNoMatterOfAPolicy() {
        bound(Map.of("work",
                ALL + ", " + ALL.replace("Allow", "Deny").replace("\"*\", \"Res", "\"sns:Subscribe\", \"Res")),
                Map.of("guardrail", ALL + ", "
                        + ALL.replace("Allow", "Deny").replace("\"*\", \"Res", "\"config:PutConfigRule\", \"Res")));

        Shell.Result applied = run("apply", "--choices", choices, "--yes");

        assertThat(applied.exitCode()).isEqualTo(ExitCode.NOT_DONE);
        assertThat(applied.out()).contains("Denied by the organization (1)", "config:PutConfigRule",
                "in its management account", "Denied by a policy of yours, namely work (1)",
                "sns:Subscribe")
                .doesNotContain("Policy to hand");
    }

    @Test
    void plan_leavesWhatIsMissing_andEndsAsItDoesOtherwise() throws IOException {
        bound(Map.of("work", BUT_GROUPS), Map.of());

        Shell.Result plan = run("plan", "--choices", choices, "--out", shell.file("plan").toString());

        assertThat(plan.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(plan.out()).contains("iam:CreateGroup");
        String missing = Files.readString(shell.file("plan").resolve("missing-permissions.json"));
        assertThat(plan.out()).endsWith(missing);
    }

    @Test
    void undoAndResume_stopToo() {
        assertThat(run("apply", "--choices", choices, "--yes").exitCode()).isEqualTo(ExitCode.DONE);
        bound(Map.of("work", BUT_GROUPS.replace("iam:CreateGroup", "cloudformation:DeleteStack")), Map.of());
        PracticeAccount before = account();

        Shell.Result undone = run("undo", "--yes");

        assertThat(undone.exitCode()).isEqualTo(ExitCode.NOT_DONE);
        assertThat(undone.out()).contains("cloudformation:DeleteStack");
        assertThat(account()).isEqualTo(before);

        run("undo", "--yes", "--despite-denied");
        PracticeAccount half = account();
        assertThat(half).isNotEqualTo(before);
        Shell.Result resumed = run("resume", "--yes");
        assertThat(resumed.exitCode()).isEqualTo(ExitCode.NOT_DONE);
        assertThat(resumed.err()).contains("--despite-denied");
        assertThat(account()).isEqualTo(half);
    }

    @Test
    void whatIsNotKnown_stopsNothing() {
        bound(Map.of("work", BUT_GROUPS.replace("iam:CreateGroup", "iam:SimulatePrincipalPolicy")), Map.of());

        Shell.Result applied = run("apply", "--choices", choices, "--yes");

        assertThat(applied.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(applied.out()).contains("Not known beforehand, for all of it:", "iam:SimulatePrincipalPolicy");
    }
}

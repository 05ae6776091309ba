package footing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the plan to what is in place, with all that may come in between. */
class ApplyingTest {

    private final Shell shell;
    private final String state;
    private final String choices;

    ApplyingTest(@TempDir Path folder) {
        this.shell = new Shell(folder);
        this.state = shell.file("state.json").toString();
        this.choices = shell.file("choices.yaml").toString();
        shell.run("plan", "--practice=generated:regions=2", "--practice-state", state, "--write-choices", choices);
    }

    @Test
    void plan_asksCloudFormation_whereThatIsWanted_andLeavesNothing() throws IOException {
        Shell.Result result = shell.run("plan", "--practice-state", state, "--choices", choices, "--preview");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("What CloudFormation itself says it would do")
                .containsPattern("footing-security: \\d+ to make");
        assertThat(shell.run("plan", "--practice-state", state, "--choices", choices).out())
                .doesNotContain("CloudFormation itself");
    }

    @Test
    void nothingIsChanged_whereCloudFormationWouldDoWhatNobodyPlanned() throws IOException {
        apply();
        Files.writeString(Path.of(choices),
                Files.readString(Path.of(choices)).replaceFirst("logGroupDays: \\d+", "logGroupDays: 400"));
        // The stack holds an alarm that is not as its template says: an update would alter it too.
        String drifted = Files.readString(Path.of(state))
                .replaceFirst(Pattern.quote("\\\"Threshold\\\":1"), Matcher.quoteReplacement("\\\"Threshold\\\":7"));
        Files.writeString(Path.of(state), drifted);

        Shell.Result result = apply();

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.NOT_DONE);
        assertThat(result.out()).contains("CloudFormation would do what this plan does not say")
                .containsPattern(
                        "footing-security: change \\w+ \\(AWS::CloudWatch::Alarm\\)\n +Threshold: 7 . 1");
        assertThat(result.err()).contains("Nothing was changed").doesNotContain("Changes to make");
        assertThat(Files.readString(Path.of(state))).doesNotContain("\"retentionInDays\":400");
    }

    @Test
    void planIsMadeAnew_whereTheAccountChangedWhileSomebodyLooked() throws IOException {
        Path faults = Files.writeString(shell.file("faults.yaml"), """
            faults:
              - before: {call: iam:GetAccountPasswordPolicy, occurrence: 2}
                change: {call: iam:UpdateAccountPasswordPolicy, with: {MinimumPasswordLength: 20}}
            """);
        List<String> asked = new ArrayList<>();
        shell.answering((question) -> {
            asked.add(question);
            return Optional.of(asked.size() == 1 ? "yes" : "no");
        });

        Shell.Result result = shell.run("apply", "--practice-state", state, "--choices", choices,
                "--practice-faults", faults.toString());

        assertThat(asked).hasSize(2);
        assertThat(result.out()).contains("The account changed while you looked").contains("Nothing was changed.");
        assertThat(result.out().split("The account changed while you looked", 2)[1]).contains(
                "RequireSymbols: ");
        assertThat(result.err()).doesNotContain("Changes to make");
    }

    @Test
    void runGoesOn_whereSomebodySignsInAgain() throws IOException {
        shell.answering((question) -> Optional.of(question.contains("Sign in again") ? "" : "yes"));

        Shell.Result result = apply("--practice-faults", expiring());

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).contains("AWS does not take the credentials any more");
        assertThat(shell.run("plan", "--practice-state", state, "--choices", choices).out())
                .contains("Nothing is left for Footing to change");
    }

    @Test
    void runStops_andSaysHowToGoOn_whereNobodySignsInAgain() throws IOException {
        Shell.Result result = apply("--practice-faults", expiring());

        assertThat(result.exitCode()).isEqualTo(ExitCode.SIGN_IN_NEEDED);
        assertThat(result.err()).contains("footing resume");
        assertThat(shell.run("resume", "--practice-state", state, "--yes").exitCode()).isZero();
    }

    /** Who only asks what would be done, hides no run that has something left to do. */
    @Test
    void askingBetweenTwoRuns_hidesNothingThatIsLeftToDo() throws IOException {
        apply("--practice-faults", Files.writeString(shell.file("deny.yaml"), """
            faults:
              - {call: iam:UpdateAccountPasswordPolicy, does: deny}
            """).toString());
        shell.answering((question) -> Optional.of("no"));
        shell.run("apply", "--practice-state", state, "--choices", choices);
        shell.run("plan", "--practice-state", state, "--choices", choices, "--preview");

        assertThat(shell.run("resume", "--practice-state", state).out()).contains("did not do everything")
                .contains("Not done: Change the password policy");
    }

    private String expiring() throws IOException {
        return Files.writeString(shell.file("faults.yaml"), """
            faults:
              - {call: cloudformation:ExecuteChangeSet, occurrence: 2, does: expired-credentials}
            """).toString();
    }

    private Shell.Result apply(String... more) {
        String[] words = {"apply", "--practice-state", state, "--choices", choices, "--yes"};
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return shell.run(all);
    }
}

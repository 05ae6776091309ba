package footing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way through, command by command. */
class JourneyTest {

    @Test
    void tour_leavesBothFiles_andTellsItsStory(@TempDir Path folder) throws IOException {
        Shell.Result result = new Shell(folder).run("tour", "--out", folder.resolve("out").toString());
        assertThat(result.exitCode()).as(result.err()).isEqualTo(0);
        assertThat(Files.readAllBytes(folder.resolve("out/checklist.pdf"))).startsWith("%PDF-1.".getBytes(
                java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(folder.resolve("out/checklist.html")).content()
                .contains("Practice account: this is not AWS")
                .contains("aws iam get-account-summary")
                .contains("Create the trail footing");
        assertThat(result.out()).contains("1. Where the account stands")
                .contains("6. The checklist")
                .containsPattern("[0-9]+ not met")
                .contains("Waiting to be confirmed");
        assertThat(result.err()).contains("Stack footing-security: CREATE_COMPLETE");
        assertThat(result.out().lines()).allSatisfy((line) -> assertThat(Cells.width(line)).isLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fresh", "inherited", "landing-zone"})
    void plan_isEmpty_onceItWasApplied(String scenario, @TempDir Path folder) throws IOException {
        Shell shell = new Shell(folder);
        String state = shell.file("state.json").toString();
        String choices = shell.file("choices.yaml").toString();
        String practice = "--practice=" + scenario;
        assertThat(shell.run("plan", practice, "--write-choices", choices).exitCode()).isEqualTo(0);

        Shell.Result applied = shell.run("apply", practice, "--practice-state", state, "--choices", choices, "--yes");
        assertThat(applied.exitCode()).as(applied.err()).isEqualTo(0);
        assertThat(applied.out()).contains("Where the account stands now");

        Shell.Result again = shell.run("survey", "--practice-state", state);
        assertThat(again.exitCode()).isEqualTo(0);
        assertThat(again.out()).contains("✓ Met             Security contact");

        Path out = shell.file("plan");
        Shell.Result plan = shell.run("plan", "--practice-state", state, "--choices", choices, "--out",
                out.toString());
        assertThat(plan.out()).contains("Nothing is left for Footing to change.");
        assertThat(out.resolve("plan.json")).content().contains("\"changes\" : [ ]");
        assertThat(out.resolve("footing-security.yaml")).exists();
        assertThat(out.resolve("permissions.json")).exists();
    }

    @Test
    void apply_asksWhoeverSitsThere_andTakesNoForNo(@TempDir Path folder) {
        Shell shell = new Shell(folder).answering("no");
        String state = shell.file("state.json").toString();
        String choices = shell.file("choices.yaml").toString();
        shell.run("plan", "--practice", "--write-choices", choices);
        Shell.Result declined = shell.run("apply", "--practice-state", state, "--choices", choices);
        assertThat(declined.exitCode()).isEqualTo(0);
        assertThat(declined.out()).contains("Nothing was changed.");
        assertThat(shell.run("survey", "--practice-state", state).out()).containsPattern("[0-9]+ not met");
    }

    @Test
    void writeChoices_keepsWhatStoodThere(@TempDir Path folder) throws IOException {
        Shell shell = new Shell(folder);
        Path choices = Files.writeString(shell.file("choices.yaml"), "decided before");
        assertThat(shell.run("plan", "--practice", "--write-choices", choices.toString()).exitCode()).isEqualTo(0);
        assertThat(shell.file("choices.yaml.bak")).content().isEqualTo("decided before");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void writeChoices_keepsEveryFormerOne_besideTheFileThatALinkLeadsTo(@TempDir Path folder) throws IOException {
        Shell shell = new Shell(folder);
        Path kept = Files.createDirectory(shell.file("kept"));
        Path real = Files.writeString(kept.resolve("choices.yaml"), "decided before");
        Path link = Files.createSymbolicLink(shell.file("link.yaml"), real);
        for (int run = 0; run < 3; run++) {
            assertThat(shell.run("plan", "--practice", "--write-choices", link.toString()).exitCode()).isEqualTo(0);
        }
        assertThat(kept.resolve("choices.yaml.bak")).content().isEqualTo("decided before");
        assertThat(kept.resolve("choices.yaml.bak2")).content().isEqualTo(Files.readString(real));
        assertThat(kept.resolve("choices.yaml.bak3")).isRegularFile();
        assertThat(Files.isSymbolicLink(link)).isTrue();
    }

    @Test
    void nextCommand_isForThePracticeAccount_whicheverOptionAskedForIt(@TempDir Path folder) {
        Shell shell = new Shell(folder);
        String choices = shell.file("choices.yaml").toString();

        assertThat(shell.run("plan", "--practice-latency", "0", "--write-choices", choices).out())
                .contains("footing plan --practice --choices");
    }

    @Test
    void apply_endsAsTheSurveyDoes_whereSomethingCannotBeSeen(@TempDir Path folder) {
        Shell shell = new Shell(folder);
        String state = shell.file("state.json").toString();
        String choices = shell.file("choices.yaml").toString();
        String[] account = {"--practice=locked-down", "--practice-state", state};
        shell.run("plan", account[0], account[1], account[2], "--write-choices", choices);

        assertThat(shell.run("survey", account[0], account[1], account[2]).exitCode()).isEqualTo(ExitCode.NOT_DONE);
        Shell.Result applied = shell.run("apply", account[0], account[1], account[2], "--choices", choices, "--yes");
        assertThat(applied.exitCode()).isEqualTo(ExitCode.NOT_DONE);
    }

    @Test
    void checklist_isTheSameFile_forTheSameAccount(@TempDir Path folder) throws IOException {
        Shell shell = new Shell(folder);
        String state = shell.file("state.json").toString();
        for (String out : new String[] {"one", "two"}) {
            Shell.Result result = shell.run("checklist", "--practice-state", state, "--out",
                    shell.file(out).toString(), "--format", "html");
            assertThat(result.exitCode()).as(result.err()).isEqualTo(0);
            assertThat(shell.file(out).resolve("checklist.pdf")).doesNotExist();
        }
        // Request ids are the practice account's own and differ from call to call.
        assertThat(withoutIds(shell.file("one"))).isEqualTo(withoutIds(shell.file("two")));
    }

    @Test
    void home_isThatOfTheChoices_whereNoOptionNamesOne(@TempDir Path folder) throws IOException {
        Shell shell = new Shell(folder);
        Path choices = shell.file("choices.yaml");
        shell.run("plan", "--practice", "--region", "eu-central-1", "--regions", "eu-central-1", "--write-choices",
                choices.toString());
        Shell.Result plan = shell.run("plan", "--practice", "--choices", choices.toString());
        assertThat(plan.exitCode()).as(plan.err()).isEqualTo(0);
        assertThat(plan.out()).contains("home Region eu-central-1");
    }

    @Test
    void nextCommand_isOfferedWithTheAccountsOptions(@TempDir Path folder) {
        Shell shell = new Shell(folder);
        String choices = shell.file("choices.yaml").toString();
        assertThat(shell.with("COLUMNS", "40").run("plan", "--practice=inherited", "--write-choices", choices).out())
                .contains("footing plan --practice=inherited --choices " + choices);
    }

    private static String withoutIds(Path folder) throws IOException {
        return Files.readString(folder.resolve("checklist.html"))
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
                        "id");
    }
}

package footing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import footing.baseline.Baseline;
import footing.choices.ItemId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttestCommandTest {

    private static final String SAFE = "Long, and in the safe.";

    @TempDir private Path folder = Path.of("");
    private Shell shell = new Shell(folder);

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    private Shell.Result run(String... arguments) {
        return shell.run(Stream.concat(Arrays.stream(arguments), Stream.of("--practice=fresh", "--practice-state",
                shell.file("state.json").toString())).toArray(String[]::new));
    }

    private Shell.Result give() {
        return run("attest", "root-password", "--by", "Head of IT", "--statement", SAFE, "--reference", "SAFE-7",
                "--until", "2026-09-01");
    }

    /** Without its line breaks. */
    private static String text(String printed) {
        return printed.replaceAll("\\s+", " ");
    }

    private Path kept() throws IOException {
        try (Stream<Path> files = Files.walk(shell.file("data"))) {
            return files.filter((file) -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
        }
    }

    @Test
    void word_isKept_andCountsInEveryCommand() throws IOException {
        assertThat(text(run("survey").out())).doesNotContain("Attested")
                .contains("A word is wanted for", "root-password");

        Shell.Result given = give();

        assertThat(given.exitCode()).as(given.err()).isEqualTo(ExitCode.DONE);
        assertThat(text(given.out())).contains("Head of IT gives their word on 2026-03-01, until 2026-09-01",
                "Kept in " + kept());
        assertThat(given.err()).isEmpty();
        assertThat(text(run("survey").out())).contains("Attested", "Head of IT gave their word");
        assertThat(run("survey", "--fail-on", "attested").exitCode()).isEqualTo(ExitCode.NOT_MET);
        String out = shell.file("out").toString();
        run("checklist", "--out", out, "--format", "html");
        assertThat(shell.file("out/checklist.html")).content().contains(SAFE, "Head of IT", "SAFE-7", "2026-09-01");
        String choices = shell.file("choices.yaml").toString();
        run("plan", "--write-choices", choices);
        assertThat(Path.of(choices)).content().contains("\n  root-password:\n    by: \"Head of IT\"");
        Files.writeString(Path.of(choices),
                Files.readString(Path.of(choices)).replaceFirst("(?s)\n  root-password:.*?validUntil: \\S+", ""));
        assertThat(text(run("plan", "--choices", choices).out())).doesNotContain("Keep the root password safe");
        assertThat(text(run("apply", "--choices", choices, "--yes").out())).contains("Attested");
    }

    @Test
    void choices_countOverWhatIsKept_whereTheyAreNewer() throws IOException {
        give();
        Path choices = shell.file("choices.yaml");
        run("plan", "--write-choices", choices.toString());
        String file = Files.readString(choices).replace("Head of IT", "Ada");
        Files.writeString(choices, file);
        assertThat(text(run("survey", "--choices", choices.toString()).out())).contains("Ada gave their word");
        Files.writeString(choices, file.replace("on: \"2026-03-01\"", "on: \"2026-02-28\""));
        assertThat(text(run("survey", "--choices", choices.toString()).out())).contains("Head of IT gave their word")
                .doesNotContain("Ada gave");
    }

    @Test
    void list_tellsWhatIsKept_marksWhatIsOver_andLeavesOutWhatWasTakenBack() throws IOException {
        assertThat(text(run("attest", "--list").out())).contains("No word is kept");
        give();
        run("attest", "support-plan", "--by", "Ada", "--statement", "As agreed");
        Files.writeString(kept(), Files.readString(kept())
                .replace("2027-03-01", "2026-02-28")
                .replace("\"on\":\"2026-03-01\",\"statement\":\"As", "\"on\":\"2026-01-01\",\"statement\":\"As"));

        Shell.Result list = run("attest", "--list");
        assertThat(list.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(text(list.out())).containsSubsequence("Expired", "support-plan", "As agreed", "Attested",
                "root-password", "Long, and in the safe.", "SAFE-7");
        assertThat(text(run("survey").out())).contains("it held until 2026-02-28");

        Shell.Result back = run("attest", "root-password", "--withdraw", "--by", "Ada");
        assertThat(back.exitCode()).as(back.err()).isEqualTo(ExitCode.DONE);
        assertThat(text(run("attest", "--list").out())).doesNotContain("root-password").contains("support-plan");
        assertThat(text(run("survey").out())).doesNotContain("Attested");
        assertThat(text(run("attest", "root-password", "--withdraw", "--by", "Ada").err())).contains("No word for");
        assertThat(kept()).content().contains(SAFE);
    }

    @Test
    void expiredWord_isNotWrittenIntoChoices() throws IOException {
        give();
        Files.writeString(kept(), Files.readString(kept())
                .replace("2026-03-01", "2025-03-01")
                .replace("2026-09-01", "2026-02-28"));
        Path choices = shell.file("choices.yaml");
        run("plan", "--write-choices", choices.toString());
        assertThat(choices).content().doesNotContain(SAFE).contains("attestations:");
    }

    @Test
    void whoeverSitsThere_isShownTheWay_andAsked() {
        List<String> answers = new ArrayList<>(List.of("Ada", SAFE, ""));
        shell.answering((question) -> Optional.of(answers.removeFirst()));

        Shell.Result given = run("attest", "root-password");

        assertThat(given.exitCode()).as(given.err()).isEqualTo(ExitCode.DONE);
        assertThat(text(given.out())).containsSubsequence("Needs your word", "keep your own safe",
                "https://console.aws.amazon.com/iam/home", "1. Sign in with a role", "Give your word",
                "Ada gives their word on 2026-03-01, until 2027-03-01");
        assertThat(answers).isEmpty();
    }

    @Test
    void whoeverSaysNothing_keepsNothing_andWhatAwsShowsNobodyIsAsked() {
        shell.answering("");
        assertThat(text(run("attest", "root-password").out())).contains("Nothing was kept.");
        shell.answering((question) -> {
            throw new AssertionError(question);
        });
        Shell.Result shown = run("attest", "root-mfa");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.NOT_DONE);
        assertThat(text(shown.out())).contains("Register a physical MFA device",
                "Nobody's word counts as things stand");
        assertThat(shell.file("data")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "attest | Name what the word is for | root-password",
        "attest root-pasword --by A --statement B | no item 'root-pasword' | Did you mean root-password?",
        "attest root-access-keys --by A --statement B | AWS shows how it is | root-mfa",
        "attest root-mfa | --by, --statement: a value is needed | asked",
        "attest root-mfa --by A | --statement: a value is needed | asked",
        "attest root-mfa --by A --statement B --until soon | --until: 'soon' | 2027-03-01",
        "attest root-mfa --by A --statement B --until 2026-03-01 | after today, 2026-03-01 | 2027-03-01",
        "attest root-mfa --by A --statement B --until 2031-03-02 | --until: 2031-03-02 | 2031-03-01",
        "attest root-mfa --by A --statement B\u0007C | --statement: | one line",
        "attest root-mfa --withdraw | --by: a value is needed | asked",
        "attest root-mfa --withdraw --by A --statement B | --withdraw goes with ITEM | --by",
        "attest root-mfa --list | --list shows what is kept | no item",
        "attest root-mfa two --by A --statement B | is one argument too many | quotes"})
    void mistake_isToldInOneLine_andNothingIsKept(String arguments, String says, String allows) {
        Shell.Result result = run(arguments.split(" ", -1));
        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(result.err()).startsWith("footing: ").contains(says).contains(allows).hasLineCount(1);
        assertThat(shell.file("data")).doesNotExist();
    }

    @Test
    void help_namesEveryItemThatTakesAWord_andSaysThatNoSecretBelongsThere() {
        String help = text(run("attest", "--help").out());
        assertThat(Baseline.settledByAWord()).contains(ItemId.ROOT_MFA, ItemId.COST_ANOMALIES)
                .doesNotContain(ItemId.ROOT_ACCESS_KEYS);
        assertThat(help).contains(Baseline.settledByAWord().stream().map(ItemId::id).toList()).contains("No secret");
    }

    @Test
    void tornLine_isTold_andUnreadableFileIsAnErrorThatSaysWhatToDo() throws IOException {
        give();
        Files.writeString(kept(), "{\"v\":1,\"ki", StandardOpenOption.APPEND);
        Shell.Result torn = run("survey");
        assertThat(text(torn.out())).contains("Attested");
        assertThat(text(torn.err())).containsOnlyOnce("was cut off, as by a crash");

        Files.writeString(kept(), "\n", StandardOpenOption.APPEND);
        Shell.Result damaged = run("survey");
        assertThat(damaged.exitCode()).isEqualTo(ExitCode.NOT_DONE);
        assertThat(text(damaged.err())).contains("line 2 of", "Take the line out");
    }

    @Test
    void details_tellWhatIsByHand_stepByStep() {
        String choices = shell.file("choices.yaml").toString();
        run("plan", "--write-choices", choices);
        assertThat(text(run("plan", "--choices", choices, "--details").out())).contains("1. Have two security keys");
        assertThat(text(run("plan", "--choices", choices).out())).doesNotContain("1. Have two security keys")
                .contains("Register a physical MFA device");
    }

    @Test
    void practiceAccountInMemory_forgetsTheWord_andSaysSo() {
        assertThat(text(shell.run("attest", "root-password", "--practice", "--by", "A", "--statement", "B").err()))
                .contains("--practice-state FILE");
        assertThat(text(shell.run("attest", "--list", "--practice").out())).contains("No word is kept");
    }
}

package footing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input: one line that names field, value and what is allowed, exit code 2, and nothing is touched. */
class WrongUseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "survey --practice --region eu-centrall-1 | --region: 'eu-centrall-1' is not a Region | eu-central-1",
        "survey --practice --regions us-east-1,mars-north-1 | --regions: 'mars-north-1' | Region",
        "survey --practice --region US-EAST-1 | --region: 'US-EAST-1' is not a Region | Did you mean us-east-1?",
        "survey --practice --regions us-east-1,cn-north-1 | the practice account is of the partition aws | us-east-1",
        "survey --practice --region=cn-north-1 | cn-north-1 is of aws-cn | us-east-1",
        "tour --region us-gov-west-1 | us-gov-west-1 is of aws-us-gov | us-east-1",
        "survey --region us-east-1 --regions cn-north-1 | --regions: cn-north-1 and the home Region us-east-1 | one",
        "survey --practice --fail-on | Missing required parameter for option '--fail-on' | --help",
        "survey extra | takes options only, and not 'extra' | --help",
        "plan --practice=fresh --choices /tmp | --choices: /tmp is a folder | plan --practice=fresh --write-choices",
        "survey --practice=nonsense | There is no practice scenario 'nonsense' | fresh, inherited, landing-zone, locked-down",
        "survey --practice --profile dev | --profile and --practice contradict each other | practice account",
        "survey --practice --practice-latency soon | --practice-latency: 'soon' is not a time | 80ms",
        "survey --practice --practice-faults /no/such.yaml | /no/such.yaml cannot be read | there is no such file",
        "survey --practice --practice-faults /tmp | --practice-faults: /tmp | folder",
        "survey --practice --fail-on bad | --fail-on: 'bad' is not a status | not-met",
        "survey --practice --log loud | --log: 'loud' is not a level | debug",
        "survey --practice --json /no/such/folder/f.json | --json: the folder /no/such/folder does not exist | make it",
        "survey --practice --nonsense | Unknown option: '--nonsense' | --help",
        "surevy | There is no command 'surevy'. Commands: tour, survey, plan | Did you mean survey?",
        "survey --pactice | Unknown option: '--pactice' | Did you mean --practice?",
        "checklist --practice --out /no/such/folder/x | --out: the folder /no/such/folder | does not exist",
        "checklist --practice --out /tmp --format docx | --format: 'docx' is not a format | pdf, html",
        "checklist --practice | Missing required option: '--out | --help",
        "plan --practice | --choices FILE | --write-choices FILE",
        "plan --practice --choices /no/such/file.yaml | --choices: there is no file /no/such/file.yaml | write",
        "apply --practice --choices x.yaml | --yes is needed | footing plan",
        "tour --profile dev | --profile: the tour | leave the option out",
        "'' | There is no command | Commands: tour, survey"})
    void eachMistake_isToldInOneLine(String arguments, String says, String allows, @TempDir Path folder) {
        Shell.Result result = new Shell(folder)
                .run(arguments.equals("''") ? new String[] {""} : arguments.split(" ", -1));
        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(complaints(result)).hasSize(1).first().asString().contains(says).contains(allows);
        assertThat(result.err()).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(result.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "xy", "survey --zzzzz"})
    void whatIsLikeNothing_isNotGuessedAt(String arguments, @TempDir Path folder) {
        assertThat(complaints(new Shell(folder).run(arguments.split(" ", -1)))).hasSize(1)
                .first()
                .asString()
                .doesNotContain("Did you mean");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--region", "--regions", "--profile", "--practice-state", "--practice-faults", "--json",
        "--log", "--fail-on"})
    void emptyValue_isTold(String option, @TempDir Path folder) {
        Shell.Result result = new Shell(folder).run("survey", "--practice", option, "");
        assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(complaints(result)).containsExactly("footing: " + option + ": a value is needed, and it is empty.");
    }

    @Test
    void emptyScenario_isTold(@TempDir Path folder) {
        assertThat(complaints(new Shell(folder).run("survey", "--practice=")))
                .containsExactly("footing: --practice: a value is needed, and it is empty.");
    }

    @Test
    void unwritableOutput_isTold_andIsNoSuccess(@TempDir Path folder) {
        for (String[] command : new String[][] {{"survey", "--practice"}, {"--help"}, {"generate-completion"}}) {
            Shell.Result result = new Shell(folder).runUnheard(command);
            assertThat(result.exitCode()).as(String.join(" ", command)).isEqualTo(ExitCode.NOT_DONE);
            assertThat(complaints(result)).containsExactly(
                    "footing: Standard output could not be written: what was printed is not complete.");
        }
        assertThat(new Shell(folder).runUnheard("surevy").exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "aws-security@example.com | not an address | contacts.security.email",
        "footing-logs-123456789012-us-east-1 | Not_A_Bucket | log"})
    void wrongChoice_isTold_andNothingIsTouched(String right, String wrong, String field, @TempDir Path folder)
            throws IOException {
        Shell shell = new Shell(folder);
        Path choices = shell.file("choices.yaml");
        shell.run("plan", "--practice", "--write-choices", choices.toString());
        Files.writeString(choices, Files.readString(choices).replace(right, wrong));
        refused(shell, choices, wrong, field);
    }

    @Test
    void whatIsAllowed_isToldToItsEnd(@TempDir Path folder) throws IOException {
        Shell shell = new Shell(folder);
        Path choices = shell.file("choices.yaml");
        shell.run("plan", "--practice", "--write-choices", choices.toString());
        Files.writeString(choices, Files.readString(choices).replaceFirst("(?m)^leave:.*$", "leave: [everything]"));

        assertThat(complaints(shell.run("plan", "--practice", "--choices", choices.toString()))).singleElement()
                .asString()
                .contains("leave: everything")
                .contains(java.util.Arrays.stream(footing.choices.ItemId.values()).map((id) -> id.id()).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"login.xml | there is no such file", "choices.yaml | this is not XML",
        "short.xml | IAM takes 1000", "~/of-no-home.xml | there is no such file",
        "~/short-at-home.xml | IAM takes 1000"})
    void metadataThatIsNone_isTold_andNothingIsTouched(String file, String saying, @TempDir Path folder)
            throws IOException {
        Shell shell = new Shell(folder);
        Path choices = shell.file("choices.yaml");
        Files.writeString(shell.file("short.xml"), "<a/>");
        Path home = Path.of(System.getProperty("user.home"));
        Files.createDirectories(home);
        Files.writeString(home.resolve("short-at-home.xml"), "<a/>");
        shell.run("plan", "--practice", "--write-choices", choices.toString());
        Files.writeString(choices, Files.readString(choices)
                .replaceFirst("(?m)^  saml:$", "  saml: {name: login, metadataFile: " + file
                        + ", roles: {readers: [ReadOnlyAccess]}}\n  was:"));
        Files.writeString(choices,
                Files.readString(choices).replaceFirst("(?ms)^  was:.*?^  # An issuer", "  # An issuer"));

        Shell.Result result = shell.run("plan", "--practice", "--choices", choices.toString());

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(complaints(result)).singleElement()
                .asString()
                .contains("access.saml.metadataFile: " + file, saying);
    }

    @Test
    void bucketThatIsNotThere_cannotBeLeft(@TempDir Path folder) throws IOException {
        Shell shell = new Shell(folder);
        Path choices = shell.file("choices.yaml");
        shell.run("plan", "--practice", "--write-choices", choices.toString());
        Files.writeString(choices, Files.readString(choices).replaceFirst("(?m)^leave:.*$", "leave: [log-bucket]"));

        for (String command : List.of("plan", "apply")) {
            Shell.Result result = command.equals("plan")
                    ? shell.run("plan", "--practice", "--choices", choices.toString())
                    : shell.run("apply", "--practice", "--yes", "--choices", choices.toString());
            assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG_USE);
            assertThat(result.err()).contains("leave: log-bucket", "or name one that is there")
                    .doesNotContain("Applying");
        }
    }

    @Test
    void unknownKey_isTold_andNothingIsTouched(@TempDir Path folder) throws IOException {
        Shell shell = new Shell(folder);
        Path choices = shell.file("choices.yaml");
        shell.run("plan", "--practice", "--write-choices", choices.toString());
        Files.writeString(choices, Files.readString(choices) + "\ncolour: red\n");
        refused(shell, choices, "colour", "colour");
    }

    @Test
    void choicesForAnotherHome_areTold_andNothingIsChanged(@TempDir Path folder) throws IOException {
        Shell shell = new Shell(folder);
        Path choices = shell.file("choices.yaml");
        Path state = shell.file("state.json");
        shell.run("plan", "--practice", "--practice-state", state.toString(), "--write-choices", choices.toString());
        Files.writeString(choices, Files.readString(choices)
                .replaceFirst("home: \"us-east-1\"", "home: eu-central-1"));
        String before = Files.readString(state);

        Shell.Result result = shell.run("apply", "--practice-state", state.toString(), "--region", "us-east-1",
                "--choices", choices.toString(), "--yes");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(complaints(result)).hasSize(1).first().asString().contains("us-east-1", "--region eu-central-1");
        assertThat(state).content().isEqualTo(before);
    }

    @Test
    void unknownHomeInTheChoices_isTold(@TempDir Path folder) throws IOException {
        Shell shell = new Shell(folder);
        Path choices = shell.file("choices.yaml");
        shell.run("plan", "--practice", "--write-choices", choices.toString());
        Files.writeString(choices, Files.readString(choices)
                .replaceFirst("home: \"us-east-1\"", "home: eu-centrall-1")
                .replaceFirst("- \"us-east-1\"", "- eu-centrall-1"));
        Shell.Result result = shell.run("plan", "--practice", "--choices", choices.toString());
        assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(complaints(result)).hasSize(1)
                .first()
                .asString()
                .contains(": home: 'eu-centrall-1'", "eu-central-1");
    }

    @Test
    void severalMistakes_areToldInTheOrderOfTheFile(@TempDir Path folder) throws IOException {
        Shell shell = new Shell(folder);
        Path choices = shell.file("choices.yaml");
        shell.run("plan", "--practice", "--write-choices", choices.toString());
        Files.writeString(choices, Files.readString(choices)
                .replace("minimumLength: 14", "minimumLength: many")
                .replace("root-use: true", "root-use: maybe")
                .replace("fullName:", "fullname:"));
        assertThat(complaints(shell.run("plan", "--practice", "--choices", choices.toString())))
                .hasSize(4)
                .isSortedAccordingTo(java.util.Comparator.comparing((line) -> Integer
                        .parseInt(line.replaceFirst("(?s).*, line (\\d+).*", "$1")
                                .replaceFirst(
                                        "(?s).*: line (\\d+): .*", "$1"))));
    }

    private static void refused(Shell shell, Path choices, String value, String field) {
        Path state = shell.file("state.json");
        Shell.Result result = shell.run("apply", "--practice-state", state.toString(), "--choices", choices.toString(),
                "--yes");
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(result.err()).contains(value).contains(field).doesNotContain("\tat ");
        assertThat(state).doesNotExist();
    }

    @Test
    void damagedState_isTold(@TempDir Path folder) throws IOException {
        Shell shell = new Shell(folder);
        Path state = Files.writeString(shell.file("state.json"), "{ not json");
        Shell.Result result = shell.run("survey", "--practice-state", state.toString());
        assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(complaints(result)).hasSize(1).first().asString().contains(state.toString());
        assertThat(state).content().isEqualTo("{ not json");
    }

    @Test
    void unexpectedError_isACode_andALog(@TempDir Path folder) {
        Surroundings surroundings = new Surroundings(java.util.Map.of(), java.time.Clock.systemUTC(),
                folder.resolve("data"), folder, "1", java.time.Duration.ZERO);
        Problems.Ending told = Problems.tell(new IllegalStateException("a secret place"), surroundings);
        assertThat(told.exitCode()).isEqualTo(ExitCode.NOT_DONE);
        assertThat(told.line()).containsPattern("F-[0-9A-F]{6}").contains("footing.log").doesNotContain("secret");
        assertThat(folder.resolve("data/footing.log")).content().contains("a secret place").contains("\tat ");
    }

    @Test
    void help_isThere_forEveryCommand(@TempDir Path folder) {
        for (String command : List.of("tour", "survey", "plan", "apply", "attest", "checklist", "permissions",
                "generate-completion")) {
            Shell.Result help = new Shell(folder).run(command, "--help");
            assertThat(help.exitCode()).isEqualTo(0);
            assertThat(help.out()).startsWith("Usage: footing " + command);
            assertThat(help.lines()).allSatisfy((line) -> assertThat(line.length()).isLessThanOrEqualTo(80));
        }
        assertThat(new Shell(folder).run("--help").out()).contains("Exit codes: 0 done, 1 the baseline is not met");
        assertThat(new Shell(folder).run("--version").out()).startsWith("footing ");
        assertThat(new Shell(folder).run("generate-completion").out()).contains("complete ");
    }

    private static List<String> complaints(Shell.Result result) {
        return result.err().lines().filter((line) -> line.startsWith("footing: ")).toList();
    }
}

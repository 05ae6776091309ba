package footing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import footing.baseline.Baseline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyCommandTest {

    @ParameterizedTest
    @ValueSource(strings = {"fresh", "inherited", "landing-zone", "locked-down"})
    void json_isOfItsSchema_andHasEveryItem(String scenario, @TempDir Path folder) throws IOException {
        Shell shell = new Shell(folder);
        Path file = shell.file("findings.json");
        Shell.Result result = shell.run("survey", "--practice=" + scenario, "--json", file.toString());
        assertThat(result.exitCode()).as(result.err()).isEqualTo(scenario.equals("locked-down") ? 4 : 0);
        String json = Files.readString(file);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema())
                .validate(json, InputFormat.JSON)).isEmpty();
        assertThat(json.split("\"item\" :", -1)).hasSize(Baseline.ITEMS.size() + 1);
        assertThat(json).contains("\"item\" : \"root-mfa\"").endsWith("}\n");
    }

    @Test
    void choices_countByTheWordThatTheyHold(@TempDir Path folder) throws IOException {
        Shell shell = new Shell(folder);
        Path choices = shell.file("choices.yaml");
        shell.run("plan", "--practice=fresh", "--write-choices", choices.toString());
        Files.writeString(choices, Files.readString(choices).replaceFirst("(?m)^attestations:$", """
            attestations:
              root-password:
                by: "Ada Example"
                on: 2026-02-01
                reference: "SAFE-7"
                statement: "It is long, and in the safe."
                validUntil: 2027-01-31"""));

        assertThat(shell.run("survey", "--practice=fresh").out()).doesNotContain("Attested", "You expect");
        assertThat(shell.run("survey", "--practice=fresh", "--choices", choices.toString()).out())
                .contains("Attested", "You expect");
        assertThat(shell.run("survey", "--practice=fresh", "--choices", choices.toString(), "--fail-on", "attested")
                .exitCode()).isEqualTo(ExitCode.NOT_MET);
    }

    @Test
    void homeThatIsOff_isWrongUse(@TempDir Path folder) {
        Shell.Result refused = new Shell(folder).run("survey", "--practice=fresh", "--region", "af-south-1");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(refused.err()).contains("The home Region af-south-1 is off for this account");
    }

    @Test
    void schema_refusesWhatItDoesNotKnow() throws IOException {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema())
                .validate("{\"schemaVersion\": 2}", InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "64", "40", "120", "nonsense"})
    void table_fitsTheTerminal(String columns, @TempDir Path folder) {
        int width = columns.equals("nonsense") ? 80 : Integer.parseInt(columns);
        Shell.Result result = new Shell(folder).with("COLUMNS", columns).run("survey", "--practice=inherited");
        assertThat(result.lines()).allSatisfy((line) -> assertThat(Cells.width(line)).isLessThanOrEqualTo(width));
        assertThat(result.out()).contains("✗ Not met").contains("Identity");
    }

    @Test
    void colour_isForPeopleOnly(@TempDir Path folder) {
        assertThat(new Shell(folder).run("survey", "--practice").out()).doesNotContain("\u001b");
        assertThat(new Shell(folder).answering("").run("survey", "--practice").out()).contains("\u001b[31m✗ Not met");
        assertThat(new Shell(folder).answering("").with("NO_COLOR", "1").run("survey", "--practice").out())
                .doesNotContain("\u001b");
    }

    @Test
    void results_goToStandardOutput_andProgressToStandardError(@TempDir Path folder) {
        Shell.Result result = new Shell(folder).run("survey", "--practice");
        assertThat(result.out()).containsPattern("[0-9]+ not met").doesNotContain("Surveyed with");
        assertThat(result.err()).contains("Surveyed with").doesNotContain("\r");
        assertThat(new Shell(folder).answering("").run("survey", "--practice").err()).contains("\r");
    }

    @Test
    void asciiTerminal_getsAsciiAlone(@TempDir Path folder) {
        Shell.Result result = new Shell(folder).asciiOnly().run("survey", "--practice");
        assertThat(result.out().chars()).allMatch((letter) -> letter < 127);
        assertThat(result.out()).contains("x Not met").contains("-> Footing can fix this");
    }

    @ParameterizedTest
    @CsvSource({"not-met, 1", "pending, 0", "'met,unknown', 1", "NOT_MET, 1", "Not-Met, 1"})
    void failOn_decidesTheExitCode(String statuses, int exitCode, @TempDir Path folder) {
        assertThat(new Shell(folder).run("survey", "--practice", "--fail-on", statuses).exitCode())
                .isEqualTo(exitCode);
    }

    @Test
    void regions_areWhatIsLookedAt(@TempDir Path folder) {
        Shell shell = new Shell(folder);
        String file = shell.file("f.json").toString();
        shell.run("survey", "--practice", "--region", "eu-west-1", "--regions", "eu-north-1", "--json", file);
        assertThat(shell.file("f.json")).content()
                .contains("\"homeRegion\" : \"eu-west-1\"")
                .contains("\"regions\" : [ \"eu-west-1\", \"eu-north-1\" ]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"24 80|80", "50 212|212", "0 0|none", "|none",
        "stty: 'standard input': Inappropriate ioctl for device|none"})
    void width_isTheTerminalsOwn_whereItSaysSo(@Nullable String said, String columns) {
        assertThat(TerminalSize.columns(String.valueOf(said)).map(String::valueOf).orElse("none")).isEqualTo(columns);
    }

    @Test
    void timings_areOneLineForPrograms_andATable(@TempDir Path folder) {
        assertThat(new Shell(folder).run("survey", "--practice", "--regions", "us-east-1,eu-west-1", "--timings").out())
                .containsPattern("(?m)^regions=2 calls=\\d+ distinct=\\d+ repeated=0 longest-chain=\\d+ wall-ms=\\d+$")
                .containsPattern("(?m)^iam +us-east-1 +\\d+ +\\d+$");
    }

    private static String schema() throws IOException {
        try (
                InputStream in = Objects
                        .requireNonNull(SurveyJson.class.getResourceAsStream("/footing/schema/survey.schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package footing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import footing.baseline.Baseline;
import footing.practice.HostileState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An account in which much of what AWS tells is hostile: from the readers to what people and programs get to see, it
 * stays text, and nothing stumbles over it.
 */
class HostileAccountTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final Pattern UNSAFE = Pattern
            .compile("[\\p{Cc}&&[^\\n]]|[\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029]");

    /** An old account in a file, as it was begun. */
    private static Path inherited = Path.of("");

    private final Path folder;

    HostileAccountTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void begin(@TempDir Path common) {
        Shell shell = new Shell(common);
        inherited = shell.file("state.json");
        Shell.Result begun = shell.run("survey", "--practice=inherited", "--practice-state", inherited.toString());
        assertThat(begun.exitCode()).as(begun.err()).isZero();
    }

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, 4L);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void account_isSurveyedAndPrinted_whateverItsTextsAre(long seed) throws IOException {
        Shell shell = new Shell(folder);
        Path state = hostile(shell, new Random(seed));

        Path json = shell.file("findings.json");
        Shell.Result survey = shell.run("survey", "--practice-state", state.toString(), "--json", json.toString());
        assertThat(survey.exitCode()).as("seed " + seed + ": " + survey.err()).isIn(ExitCode.DONE, ExitCode.NOT_DONE);
        isFit(survey);
        assertThat(survey.lines()).allSatisfy((line) -> assertThat(Cells.width(line)).isLessThanOrEqualTo(80));
        assertThat(MAPPER.readTree(Files.readString(json)).path("findings")).hasSize(Baseline.ITEMS.size());

        Path choices = shell.file("choices.yaml");
        Shell.Result prefill = shell.run("plan", "--practice-state", state.toString(), "--write-choices",
                choices.toString());
        assertThat(prefill.err()).doesNotContain("nexpected");
        isFit(prefill);

        Path out = shell.file("out");
        Shell.Result printed = shell.run("checklist", "--practice-state", state.toString(), "--out", out.toString());
        assertThat(printed.exitCode()).as(printed.err()).isIn(ExitCode.DONE, ExitCode.NOT_DONE);
        isFit(printed);
        String html = Files.readString(out.resolve("checklist.html"));
        assertThat(html).doesNotContain("<script").doesNotContain("<img src=x").contains("</html>");
        assertThat(UNSAFE.matcher(html).results().map((found) -> found.group().codePointAt(0))).isEmpty();
        try (PDDocument pdf = Loader.loadPDF(out.resolve("checklist.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Account security checklist",
                    "Where the account stands");
        }
    }

    private static void isFit(Shell.Result result) {
        assertThat(result.err()).doesNotContain("Exception").doesNotContain("nexpected");
        for (String shown : List.of(result.out(), result.err())) {
            assertThat(UNSAFE.matcher(shown).results().map((found) -> found.group().codePointAt(0))).isEmpty();
        }
    }

    /** An old account, a third of whose texts are something else. */
    private static Path hostile(Shell shell, Random random) throws IOException {
        Path state = Files.copy(inherited, shell.file("state.json"));
        HostileState.change(state, random);
        return state;
    }
}

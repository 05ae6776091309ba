package footing.aws.survey;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Absence;
import footing.account.AccountState;
import footing.account.DeniedBy;
import footing.account.Fact;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.aws.Connection;
import footing.baseline.Baseline;
import footing.baseline.Beyond;
import footing.baseline.Finding;
import footing.baseline.Outcome;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.practice.Practice;
import footing.practice.PracticeOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.Set;
import footing.choices.ItemId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every item in every scenario, against a table that was made by reading the scenarios' data. */
class ScenarioVerdictsTest {

    private static final String TABLE = "/footing/practice/verdicts.csv";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);
    private static final Map<String, AccountState> SURVEYED = new ConcurrentHashMap<>();

    private static AccountState survey(String scenario) {
        return SURVEYED.computeIfAbsent(scenario, (name) -> {
            try (Connection connection = Practice.open(PracticeOptions.of(name).at(CLOCK))) {
                return Survey.run(connection, SurveyOptions.of(connection.home(), CLOCK)
                        .with(Set.copyOf(Fact.BEYOND)), (event) -> {
                        });
            }
        });
    }

    private static List<Finding> findings(String scenario) {
        LocalDate today = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);
        return Stream.concat(Baseline.judge(survey(scenario), Map.of(), today).stream(),
                Beyond.judge(survey(scenario), ItemId.BEYOND, Map.of(), today).stream()).toList();
    }

    @ParameterizedTest(name = "{0}: {1} is {2}, {3}, because {4}")
    @CsvFileSource(resources = TABLE, delimiter = '|', commentCharacter = '#')
    void item_isWhatTheScenariosDataMakesIt(String scenario, String item, Status status, String outcome,
            String because) {
        Finding finding = findings(scenario).stream()
                .filter((one) -> one.item().id().id().equals(item))
                .findFirst()
                .orElseThrow();

        assertThat(finding.status() + " " + told(finding.verdict())).as(because).isEqualTo(status + " " + outcome);
    }

    /** The outcome; where it could not be seen, why, and which permission or call it was. */
    private static String told(Verdict verdict) {
        return verdict.outcome()
                .map(Outcome::key)
                .orElseGet(() -> verdict.key() + " " + Optional.ofNullable(verdict.values().get("permission"))
                        .orElseGet(() -> verdict.values().get("call")));
    }

    @Test
    void table_hasEveryItemOfEveryScenario_once() throws IOException {
        try (InputStream in = ScenarioVerdictsTest.class.getResourceAsStream(TABLE)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter((line) -> !line.isBlank() && !line.startsWith("#"))
                    .map((line) -> line.replaceFirst("^(\\S+) \\| (\\S+) .*", "$1 $2")))
                    .containsExactlyElementsOf(Practice.scenarios()
                            .stream()
                            .flatMap((scenario) -> Stream.of(ItemId.values())
                                    .map((id) -> scenario + " " + id.id()))
                            .toList());
        }
    }

    /** Each way of not being seen is told apart from the others. */
    @Test
    @Timeout(20)
    void lockedDown_endsSoon_andTellsDeniedUnavailableAndFailedApart() {
        Regional<?> centers = survey("locked-down").read(Fact.IDENTITY_CENTERS).found().orElseThrow();

        assertThat(centers.in(new Region("ca-central-1"))).isInstanceOfSatisfying(Reading.Denied.class,
                (denied) -> assertThat(denied.by()).isEqualTo(DeniedBy.ORGANIZATION_POLICY));
        assertThat(centers.in(new Region("ap-southeast-6"))).isInstanceOfSatisfying(Reading.Unavailable.class,
                (absent) -> assertThat(absent.why().kind()).isEqualTo(Absence.Kind.NOT_OFFERED));
        // Nobody may list the Regions there, so that none is known to be off.
        assertThat(centers.in(new Region("af-south-1"))).isInstanceOfSatisfying(Reading.Failed.class,
                (failed) -> assertThat(failed.problem().kind()).isEqualTo(Problem.Kind.CREDENTIALS_HERE));
        assertThat(centers.in(new Region("sa-east-1"))).isInstanceOfSatisfying(Reading.Failed.class,
                (failed) -> assertThat(failed.problem().kind()).isEqualTo(Problem.Kind.TIMED_OUT));
        assertThat(centers.in(new Region("eu-north-1"))).isInstanceOf(Reading.Seen.class);
        assertThat(survey("locked-down").read(Fact.ACCOUNT_PLAN)).isInstanceOf(Reading.Seen.class);
    }
}

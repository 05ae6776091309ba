package footing.aws.survey;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Evidence;
import footing.account.Fact;
import footing.account.Permission;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.aws.Connection;
import footing.aws.SdkService;
import footing.aws.apply.Apply;
import footing.aws.apply.ApplyOptions;
import footing.aws.apply.Journal;
import footing.baseline.Baseline;
import footing.choices.ExampleChoices;
import footing.plan.Plan;
import footing.practice.Practice;
import footing.practice.PracticeOptions;
import footing.template.Templates;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The survey of the practice account: the same readers, over clients that keep an account. */
@Timeout(60)
class PracticeSurveyTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    /** Who asks; the rules of the event bus; whom they tell; the policies of the topics among those. */
    private static final int LONGEST_CHAIN = 4;

    private final List<SurveyEvent> events = new ArrayList<>();

    static List<String> scenarios() {
        return Practice.scenarios();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fresh", "inherited", "landing-zone"})
    void everyFact_isSeen_withEvidence(String scenario) {
        AccountState account = survey(scenario);

        assertThat(Fact.ALL).allSatisfy((fact) -> {
            assertThat(account.read(fact)).isInstanceOf(Reading.Seen.class);
            assertThat(evidence(account.read(fact)).observations()).isNotEmpty();
        });
    }

    /** A fact of many Regions rests on what named them, and on what each of them answered. */
    private static Evidence evidence(Reading<?> reading) {
        return reading.found().orElseThrow() instanceof Regional<?>(SortedMap<Region, ? extends Reading<?>> regions)
                ? regions.values()
                        .stream()
                        .map(Reading::evidenceOrNone)
                        .reduce(reading.evidenceOrNone(), Evidence::and)
                : reading.evidenceOrNone();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyCall_isMadeOnce_inAShortChain(String scenario) {
        survey(scenario);

        assertThat(timings().repeated()).isZero();
        assertThat(timings().longestChain()).isLessThanOrEqualTo(LONGEST_CHAIN);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void permissions_coverEveryCall(String scenario) {
        survey(scenario);

        assertThat(Survey.permissions()).containsAll(taken());
    }

    /** An account that Footing has secured and an old one have one of everything, so that every call is made. */
    @Test
    void permissions_areThoseOfTheCalls_whenThereIsOneOfEverything(@TempDir Path folder) {
        try (
                Connection connection = Practice.open(PracticeOptions.of("fresh").at(CLOCK));
                Journal journal = Journal.in(folder, "123456789012", CLOCK)) {
            AccountState before = survey(connection);
            Plan plan = Plan.of(before, Baseline.remedies(before, ExampleChoices.of(before)),
                    Templates.deployed(before));
            assertThat(Apply.run(connection.clients(), plan, new ApplyOptions(CLOCK, journal, Duration.ZERO),
                    (event) -> {
                    }).failures()).isEmpty();
            events.clear();

            survey(connection);
            assertThat(timings().longestChain()).isLessThanOrEqualTo(LONGEST_CHAIN);
            survey("inherited");

            assertThat(taken()).isEqualTo(Survey.permissions());
        }
    }

    /** What is beyond the baseline takes its own permissions, where somebody asks for it, and no call twice. */
    @Test
    void permissions_areThoseOfTheCalls_alsoBeyondTheBaseline() {
        Set<Permission> more = new TreeSet<>(Survey.permissions(Set.copyOf(Fact.BEYOND)));
        more.removeAll(Survey.permissions());
        for (String scenario : List.of("fresh", "inherited", "landing-zone")) {
            try (Connection connection = Practice.open(PracticeOptions.of(scenario).at(CLOCK))) {
                Survey.run(connection, SurveyOptions.of(connection.home(), CLOCK).with(Set.copyOf(Fact.BEYOND)),
                        events::add);
            }
            assertThat(timings().repeated()).isZero();
            assertThat(timings().longestChain()).isLessThanOrEqualTo(LONGEST_CHAIN);
        }
        SortedSet<Permission> taken = taken();
        assertThat(Survey.permissions(Set.copyOf(Fact.BEYOND))).containsAll(taken);
        assertThat(taken).containsAll(more);
        assertThat(more).extracting(Permission::action)
                .containsExactly("ce:GetAnomalyMonitors", "ce:GetAnomalySubscriptions",
                        "ec2:GetEbsEncryptionByDefault", "guardduty:GetAdministratorAccount", "guardduty:GetDetector",
                        "guardduty:ListDetectors", "s3:GetAccountPublicAccessBlock");
    }

    private SortedSet<Permission> taken() {
        SortedSet<Permission> taken = events.stream()
                .filter(SurveyEvent.CallBegan.class::isInstance)
                .map(SurveyEvent.CallBegan.class::cast)
                .map((call) -> permission(call.service(), call.operation()))
                .collect(Collectors.toCollection(TreeSet::new));
        taken.remove(new Permission("sts:GetCallerIdentity")); // AWS lets everybody ask
        return taken;
    }

    private static Permission permission(String prefix, String operation) {
        return SdkService.all()
                .stream()
                .filter((service) -> service.prefix().equals(prefix))
                .findFirst()
                .orElseThrow()
                .permission(operation);
    }

    private AccountState survey(String scenario) {
        try (Connection connection = Practice.open(PracticeOptions.of(scenario).at(CLOCK))) {
            return survey(connection);
        }
    }

    private AccountState survey(Connection connection) {
        return Survey.run(connection, SurveyOptions.of(connection.home(), CLOCK), events::add);
    }

    private Timings timings() {
        return ((SurveyEvent.Ended) events.getLast()).timings();
    }
}

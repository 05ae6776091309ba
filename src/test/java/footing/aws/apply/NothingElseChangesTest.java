package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import footing.account.AccountState;
import footing.baseline.Baseline;
import footing.baseline.Finding;
import footing.baseline.Finding.Actor;
import footing.baseline.Status;
import footing.choices.ItemId;
import footing.plan.Plan;
import footing.practice.PracticeAccount;
import footing.practice.StateDiff;
import footing.practice.StateDiff.Difference;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;

/**
 * Apply does what the plan says and nothing else, and makes nothing weaker: told from all that the practice account
 * keeps, before and after.
 */
class NothingElseChangesTest {

    /** Numbers of which more is stronger. */
    private static final Set<String> MORE = Set.of("MinimumPasswordLength", "PasswordReusePrevention", "retentionDays");
    /** Numbers of which less is stronger. */
    private static final Set<String> LESS = Set.of("MaxPasswordAge", "Threshold");

    private final Path data;

    NothingElseChangesTest(@TempDir Path data) {
        this.data = data;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fresh", "inherited", "landing-zone"})
    void apply_mendsWhatSoftwareCan_andLeavesNothingToDo(String scenario) {
        Workbench bench = new Workbench(scenario, data);
        AccountState before = bench.survey();

        assertThat(bench.apply(bench.plan()).failures()).isEmpty();

        Map<String, Status> after = new TreeMap<>();
        findings(bench.survey()).forEach((finding) -> after.put(finding.item().id().id(), finding.status()));
        assertThat(findings(before)).filteredOn((finding) -> finding.actor() == Actor.FOOTING)
                .isNotEmpty()
                .allSatisfy((finding) -> assertThat(after.get(finding.item().id().id()))
                        .as(finding.item().id().id())
                        // Whose phone and address it is by then, no software can tell.
                        .isIn(finding.item().id() == ItemId.PRIMARY_CONTACT
                                ? Set.of(Status.NEEDS_ATTESTATION)
                                : Set.of(Status.MET, Status.PENDING)));
        assertThat(bench.plan().changes()).isEmpty();
    }

    private static List<Finding> findings(AccountState account) {
        return Baseline.judge(account, Map.of(), LocalDate.ofInstant(Workbench.CLOCK.instant(), ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fresh", "inherited", "landing-zone"})
    void apply_changesNothing_thatThePlanDidNotSay(String scenario) {
        Workbench bench = new Workbench(scenario, data);
        Plan plan = bench.plan();
        PracticeAccount before = bench.state.read();

        bench.apply(plan);

        List<List<String>> planned = PlannedPlaces.of(plan, bench.state.read());
        List<Difference> differences = StateDiff.between(before, bench.state.read());
        assertThat(differences).isNotEmpty()
                .allMatch((difference) -> planned.stream().anyMatch(difference::isBelow));
        // Nor did it say what it does not do.
        assertThat(planned).allMatch(
                (place) -> differences.stream()
                        .anyMatch((difference) -> difference.isBelow(place) || difference.isAbove(place))
                        || List.of("selectors", "logging", "recording", "startedAt", "recordingGroup",
                                "IncludeGlobalServiceEvents", "IsMultiRegionTrail").contains(place.getLast()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fresh", "inherited", "landing-zone"})
    void apply_makesNothingWeaker(String scenario) {
        Workbench bench = new Workbench(scenario, data);
        bench.state.update(NothingElseChangesTest::stronger);
        Plan plan = bench.plan();
        PracticeAccount before = bench.state.read();

        assertThat(bench.apply(plan).failures()).isEmpty();

        assertThat(StateDiff.between(before, bench.state.read())
                .stream()
                .filter((difference) -> !difference.path().getFirst().equals("contact")
                        && !difference.path().getFirst().equals("alternateContacts"))
                .flatMap((difference) -> weaker(difference).stream())).isEmpty();
        PasswordPolicy policy = bench.state.read().iam().passwordPolicy().orElseThrow();
        assertThat(policy.minimumPasswordLength()).isEqualTo(20);
        assertThat(policy.maxPasswordAge()).isEqualTo(60);
        assertThat(policy.hardExpiry()).isTrue();
        assertThat(policy.requireSymbols()).isTrue();
    }

    /** With parts that ask for more than the baseline does, beside one that asks for less. */
    private static PracticeAccount stronger(PracticeAccount account) {
        PasswordPolicy policy = PasswordPolicy.builder()
                .minimumPasswordLength(20)
                .requireSymbols(false)
                .requireNumbers(true)
                .requireUppercaseCharacters(true)
                .requireLowercaseCharacters(true)
                .allowUsersToChangePassword(true)
                .expirePasswords(true)
                .maxPasswordAge(60)
                .hardExpiry(true)
                .passwordReusePrevention(24)
                .build();
        return account.withIam((iam) -> iam.withPasswordPolicy(Optional.of(policy)));
    }

    /** What of a difference is less than it was. What was not there before cannot be. */
    private static List<String> weaker(Difference difference) {
        JsonNode before = difference.before();
        JsonNode after = difference.after();
        if (StateDiff.isMissing(before)) {
            return List.of();
        }
        List<String> weaker = new ArrayList<>();
        boolean policy = before.isTextual() && before.asText().startsWith("{");
        if (policy && !StateDiff.isMissing(after)) {
            List<JsonNode> now = new ArrayList<>();
            StateDiff.parsed(after.asText()).path("Statement").forEach(now::add);
            for (JsonNode statement : StateDiff.parsed(before.asText()).path("Statement")) {
                if (!now.contains(statement)) {
                    weaker.add(difference.path() + " lost " + statement);
                }
            }
        } else if (StateDiff.isMissing(after) ? !isNarrowing(difference) : before.isBoolean() && before.asBoolean()) {
            weaker.add(difference.toString());
        } else if ((MORE.contains(difference.name()) && after.asInt() < before.asInt())
                || (LESS.contains(difference.name()) && after.asInt() > before.asInt())) {
            weaker.add(difference.toString());
        }
        return weaker;
    }

    /** A list of what alone is recorded goes away where all is recorded; the time of a stop where it was started. */
    private static boolean isNarrowing(Difference difference) {
        return difference.path().contains("recordingGroup") || difference.name().equals("stoppedAt");
    }
}

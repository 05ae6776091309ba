package footing.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.account.Region;
import footing.aws.Connection;
import footing.file.FileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.RegionOptStatus;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

class PracticeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

    private final Path folder;

    PracticeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<String> scenarios() {
        return Practice.scenarios().stream();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void scenario_isTheSame_afterItWasWrittenAndRead(String name) throws IOException {
        PracticeAccount account = Practice.scenario(name, CLOCK);

        assertThat(AccountJson.read(AccountJson.write(account, "id")).account()).isEqualTo(account);
        assertThat(account.scenario()).isEqualTo(name);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void stateFile_staysAsItIs_whenItIsReadOnly(@TempDir Path place) throws IOException {
        Path file = place.resolve("state.json");
        Connection connection = Practice.open(PracticeOptions.of("fresh").keptIn(file));
        String before = Files.readString(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

        assertThatThrownBy(() -> connection.clients()
                .get(IamClient.class, Region.US_EAST_1)
                .updateAccountPasswordPolicy((request) -> request.minimumPasswordLength(14)))
                .isInstanceOf(PracticeException.class)
                .hasMessageContaining(file + " is read-only");
        assertThat(file).content().isEqualTo(before);
    }

    @Test
    void fresh_hasSeventeenRegionsAndNothingElse() {
        PracticeAccount fresh = Practice.scenario("fresh", CLOCK);

        assertThat(fresh.regions())
                .filteredOn((region) -> region.regionOptStatus() == RegionOptStatus.ENABLED_BY_DEFAULT)
                .hasSize(17);
        assertThat(fresh.trails().all()).isEmpty();
        assertThat(fresh.buckets().all()).isEmpty();
        assertThat(fresh.topics().all()).isEmpty();
        assertThat(fresh.iam().passwordPolicy()).isEmpty();
        assertThat(fresh.iam().root()).isEqualTo(new IamState.Root(false, true, Instant.parse("2026-01-05T08:55:10Z"),
                Optional.of(Instant.parse("2026-02-28T07:00:00Z")), 0, List.of()));
        assertThat(fresh.iam().users().all()).isEmpty();
        assertThat(fresh.iam().groups().all()).isEmpty();
    }

    @Test
    void connection_saysThatItIsPractice() {
        try (Connection connection = Practice.open(PracticeOptions.of("fresh").at(CLOCK))) {
            assertThat(connection.practice()).isTrue();
            assertThat(connection.label()).isEqualTo("fresh");
            assertThat(connection.home()).isEqualTo(Region.US_EAST_1);
            assertThat(connection.clients().get(StsClient.class, Region.US_EAST_1).getCallerIdentity().account())
                    .isEqualTo("123456789012");
        }
    }

    @Test
    void scenario_isRefused_whenNobodyKnowsIt() {
        assertThatThrownBy(() -> Practice.open(PracticeOptions.of("stale")))
                .isInstanceOf(PracticeException.class)
                .hasMessage(
                        "There is no practice scenario 'stale': it is one of fresh, inherited, landing-zone, locked-down,"
                                + " or generated:users=10000");
    }

    @Test
    void stateFile_isBegun_whenItDoesNotExist() {
        Path file = folder.resolve("state.json");

        Practice.open(PracticeOptions.of("inherited").keptIn(file)).close();

        assertThat(file).content().contains("\"scenario\" : \"inherited\"");
        assertThat(folder).isDirectoryContaining((each) -> each.equals(file));
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void stateFile_isContinued_bySomebodyElse() {
        Path file = folder.resolve("state.json");
        IamClient first = Practice.open(PracticeOptions.of("fresh").keptIn(file))
                .clients()
                .get(IamClient.class, Region.US_EAST_1);
        first.updateAccountPasswordPolicy((policy) -> policy.minimumPasswordLength(14));

        PracticeOptions unnamed = new PracticeOptions("inherited", false, Optional.of(file), Duration.ZERO, CLOCK,
                footing.practice.fault.Faults.NONE);
        Connection second = Practice.open(unnamed);

        assertThat(second.label()).isEqualTo("fresh");
        assertThat(second.clients()
                .get(IamClient.class, Region.US_EAST_1)
                .getAccountPasswordPolicy()
                .passwordPolicy()
                .minimumPasswordLength()).isEqualTo(14);
    }

    @Test
    void stateFile_isRefused_whenAnotherScenarioWasNamed() {
        Path file = folder.resolve("state.json");
        Practice.open(PracticeOptions.of("fresh").keptIn(file)).close();

        assertThatThrownBy(() -> Practice.open(PracticeOptions.of("inherited").keptIn(file)))
                .isInstanceOf(PracticeException.class)
                .hasMessage("The practice state file %s was begun from the scenario 'fresh', not 'inherited'"
                        .formatted(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[1]", "not json", "{\"format\":\"footing-practice-account/1\"}",
        "{\"format\":\"footing-practice-account/1\",\"account\":{}}",
        "{\"format\":\"something/2\",\"account\":null}", "{\"format\":\"footing-practice-account/1\",\"more\":1}"})
    void stateFile_isRefusedAndLeftAlone_whenItIsNoPracticeAccount(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("state.json"), content);

        assertThatThrownBy(() -> Practice.open(PracticeOptions.of("fresh").keptIn(file)))
                .isInstanceOf(PracticeException.class)
                .hasMessageStartingWith("The practice state file " + file + " cannot be used: it ");
        assertThat(file).hasContent(content);
    }

    @Test
    void stateFile_isRefused_whenItIsAFolder() {
        assertThatThrownBy(() -> Practice.open(PracticeOptions.of("fresh").keptIn(folder)))
                .isInstanceOf(PracticeException.class)
                .hasMessageContaining("cannot be used");
    }

    @Test
    void stateFile_isRefused_whenItsFolderIsMissing() {
        Path file = folder.resolve("missing/state.json");

        assertThatThrownBy(() -> Practice.open(PracticeOptions.of("fresh").keptIn(file)))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("no-folder")
                .hasMessageContaining(folder.resolve("missing").toString());
    }

    @Test
    void change_isRefused_whenAnotherProgramChangedTheFile() throws IOException {
        Path file = folder.resolve("state.json");
        AccountClient here = Practice.open(PracticeOptions.of("fresh").keptIn(file))
                .clients()
                .get(AccountClient.class, Region.US_EAST_1);
        Practice.open(PracticeOptions.of("fresh").keptIn(file))
                .clients()
                .get(IamClient.class, Region.US_EAST_1)
                .updateAccountPasswordPolicy((policy) -> policy.minimumPasswordLength(14));
        String theirs = Files.readString(file);

        assertThatThrownBy(() -> here.putAlternateContact((contact) -> contact.alternateContactType("BILLING")
                .name("Finance")
                .title("Finance team")
                .emailAddress("finance@example.com")
                .phoneNumber("+1 503 555 0100")))
                .isInstanceOf(PracticeException.class)
                .hasMessageContaining("was changed by another program");
        assertThat(file).hasContent(theirs);
    }
}

package footing.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.account.model.Region;
import software.amazon.awssdk.services.account.model.RegionOptStatus;

class GeneratedTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void account_hasWhatWasAskedFor_besideWhatTheOldOneHas() {
        PracticeAccount base = Practice.scenario("inherited", CLOCK);
        PracticeAccount account = Practice.scenario("generated:users=300,regions=34,alarms=70", CLOCK);

        assertThat(account.iam().users().all()).hasSize(300 + base.iam().users().all().size());
        assertThat(account.alarms().all()).hasSize(70 + base.alarms().all().size());
        assertThat(enabled(account)).hasSize(34).doesNotHaveDuplicates();
        assertThat(account.config().recorders().all()).hasSize(17);
        assertThat(account.trails()).isEqualTo(base.trails());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 17, 20, 34})
    void homeRegion_isEnabled_howeverFewThereAre(int regions) {
        PracticeAccount account = Practice.scenario("generated:regions=" + regions, CLOCK);

        assertThat(enabled(account)).hasSize(regions).contains(account.home(), "us-east-1");
        assertThat(account.regions()).hasSize(34);
    }

    @Test
    void name_makesTheSameAccountAgain_whateverTheOrderOfItsSizes() {
        PracticeAccount account = Practice.scenario("generated:alarms=3,users=5", CLOCK);

        assertThat(account.scenario()).isEqualTo("generated:users=5,regions=17,alarms=3");
        assertThat(Practice.scenario(account.scenario(), CLOCK)).isEqualTo(account);
        assertThat(Practice.scenario("generated", CLOCK).scenario()).isEqualTo(
                "generated:users=100,regions=17,alarms=50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"generated:", "generated:users", "generated:users=", "generated:users=-1",
        "generated:users=100001", "generated:users=1,users=1", "generated:users=1,", "generated:buckets=1",
        "generated:regions=1", "generated:regions=35", "generated:users=1000000000000", "generated:USERS=1"})
    void name_isRefused_whereASizeCannotBe(String name) {
        assertThatThrownBy(() -> Practice.open(PracticeOptions.of(name))).isInstanceOf(PracticeException.class)
                .hasMessageContaining("users=0 to 100000, regions=2 to 34, alarms=0 to 100000");
    }

    @Test
    void name_isNotOfAGeneratedOne_whereItOnlyBeginsSo() {
        assertThat(Generated.read("generatedtoo")).isEmpty();
        assertThat(Generated.read("fresh")).isEmpty();
    }

    private static List<String> enabled(PracticeAccount account) {
        return account.regions()
                .stream()
                .filter((region) -> region.regionOptStatus() != RegionOptStatus.DISABLED)
                .map(Region::regionName)
                .toList();
    }
}

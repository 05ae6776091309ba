package footing.work;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestAlarmTest {

    private static final Instant SENT = Instant.parse("2026-03-01T09:30:00Z");
    private static final TestAlarm TEST = new TestAlarm("footing-root-use", new Region("eu-central-1"), "K7QX-2M",
            SENT);

    @Test
    void codes_differ_andAreReadAloudWithoutMistake() {
        Random random = new Random(1);
        Set<String> codes = IntStream.range(0, 1_000)
                .mapToObj((at) -> TestAlarm.newCode(random))
                .collect(Collectors.toSet());

        assertThat(codes).hasSizeGreaterThan(995)
                .allMatch((code) -> code.matches("[2345679B-DF-HJKMNP-TV-Z]{4}-[2345679B-DF-HJKMNP-TV-Z]{2}"));
        assertThat(TestAlarm.newCode()).isNotEqualTo(TestAlarm.newCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"K7QX-2M", "k7qx-2m", " K7QX2M ", "k7qx 2m"})
    void code_isTakenHoweverItIsTyped(String typed) {
        assertThat(TEST.isCode(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "K7QX-2", "K7QX-2N", "K7QX-2MM"})
    void otherCode_isRefused(String typed) {
        assertThat(TEST.isCode(typed)).isFalse();
    }

    @Test
    void code_holdsForADay() {
        assertThat(TEST.holdsAt(SENT.plus(Duration.ofHours(24)))).isTrue();
        assertThat(TEST.holdsAt(SENT.plus(Duration.ofHours(24)).plusMillis(1))).isFalse();
    }
}

package footing.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import footing.account.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofFileTest {

    private static final Instant SENT = Instant.parse("2026-03-01T09:30:00.123Z");
    private static final TestAlarm FIRST = new TestAlarm("Root \"use\" 李", new Region("eu-central-1"), "K7QX-2M", SENT);
    private static final TestAlarm SECOND = new TestAlarm("footing-root-use", new Region("us-east-1"), "BBBB-BB",
            SENT.plus(Duration.ofDays(2)));
    private static final AlarmProof PROOF = new AlarmProof(FIRST, "Ada <b>Example</b>", SENT.plusSeconds(90));

    @TempDir private Path folder = Path.of("");

    private ProofFile file() {
        return ProofFile.of(folder, "123456789012");
    }

    @Test
    void whatWasSent_waits_untilItIsTyped() {
        assertThat(file().read()).isEqualTo(Proofs.NONE);
        file().sent(FIRST);
        assertThat(file().read()).isEqualTo(new Proofs(Optional.of(FIRST), Optional.empty()));
        file().typed(PROOF);
        assertThat(file().read()).isEqualTo(new Proofs(Optional.empty(), Optional.of(PROOF)));
        file().sent(SECOND);
        assertThat(file().read()).isEqualTo(new Proofs(Optional.of(SECOND), Optional.of(PROOF)));
        assertThat(file().path()).content().hasLineCount(3);
    }

    @Test
    void tornLastLine_isLeftOut() throws IOException {
        file().sent(FIRST);
        int whole = Files.readAllBytes(file().path()).length;
        file().typed(PROOF);
        Files.write(file().path(), Arrays.copyOf(Files.readAllBytes(file().path()), whole + 20));

        assertThat(file().read()).isEqualTo(new Proofs(Optional.of(FIRST), Optional.empty()));
        file().typed(PROOF);
        assertThat(file().read().proof()).contains(PROOF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"v\":2}", "{\"v\":1,\"kind\":\"heard\"", "[]",
        "{\"v\":1,\"kind\":\"sent\",\"alarm\":\"a\",\"region\":\"eu-central-1\",\"code\":\"x\",\"sent\":\"now\"}",
        "{\"v\":1,\"kind\":\"sent\",\"alarm\":7,\"region\":\"eu-central-1\",\"code\":\"x\","
                + "\"sent\":\"2026-03-01T09:30:00Z\"}"})
    void damagedLine_isNamed(String line) throws IOException {
        file().sent(FIRST);
        Files.writeString(file().path(), Files.readString(file().path()) + line + "\n");

        assertThatThrownBy(() -> file().read()).isInstanceOfSatisfying(WordsException.class,
                (damaged) -> assertThat(damaged.values())
                        .containsOnly(entry("file", file().path().toString()), entry("line", "2")));
    }

    @Test
    void accountThatIsNone_opensNoFile() {
        assertThatThrownBy(() -> ProofFile.of(folder, "../12345678901")).isInstanceOf(IllegalArgumentException.class);
    }
}

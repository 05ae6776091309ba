package footing.text;

import static org.assertj.core.api.Assertions.assertThat;

import footing.baseline.Status;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusLookTest {

    @ParameterizedTest
    @EnumSource(Status.class)
    void everyStatus_hasALookOfItsOwn(Status status) {
        assertThat(StatusLook.of(status).status()).isEqualTo(status);
        assertThat(StatusLook.of(status).styleClass())
                .isEqualTo("status-" + status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    @Test
    void shapes_differ_soThatColourIsNeverNeeded() {
        assertThat(Arrays.stream(StatusLook.values()).map(StatusLook::symbol)).doesNotHaveDuplicates()
                .allMatch((symbol) -> symbol.length() == 1);
        assertThat(Arrays.stream(StatusLook.values()).map(StatusLook::asciiSymbol)).doesNotHaveDuplicates()
                .allMatch((symbol) -> symbol.length() == 1 && symbol.charAt(0) < 127);
    }
}

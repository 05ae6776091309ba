package footing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootingTest {

    private static final String LINUX = "Linux";

    @Test
    void display_isMissing_whenNoVariableNamesOne(@TempDir Path folder) {
        assertThat(Display.missing(LINUX, "", Map.of(), List.of(folder))).hasValueSatisfying(
                (line) -> assertThat(line).contains("DISPLAY").contains("tour").doesNotContain("\n"));
        assertThat(Display.missing(LINUX, "", Map.of("WAYLAND_DISPLAY", "wayland-0"), List.of(folder))).isEmpty();
    }

    @Test
    void gtk_isNamed_whenItIsMissing(@TempDir Path folder) {
        assertThat(Display.missing(LINUX, "", Map.of("DISPLAY", ":0"), List.of(folder.resolve("libgtk-3.so.0"))))
                .hasValueSatisfying((line) -> assertThat(line).contains("libgtk-3"));
    }

    @Test
    void headlessPlatform_countsAsADisplay() {
        assertThat(Display.missing(LINUX, "Headless", Map.of(), List.of())).isEmpty();
        assertThat(Display.missing("Mac OS X", "", Map.of(), List.of())).isEmpty();
    }
}

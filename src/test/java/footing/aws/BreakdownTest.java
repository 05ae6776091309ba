package footing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreakdownTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Path folder;

    BreakdownTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void code_isTheSame_forTheSameMistakeAtTheSamePlace() {
        assertThat(Breakdown.of(mistake("account 1")).code()).matches("F-[0-9A-F]{6}")
                .isEqualTo(Breakdown.of(mistake("account 2")).code())
                .isNotEqualTo(Breakdown.of(new IllegalStateException("account 1")).code())
                .isNotEqualTo(Breakdown.of(new RuntimeException(mistake("account 1"))).code());
    }

    @Test
    void details_haveTheTrace_andNoSecret() {
        Breakdown breakdown = Breakdown.of(mistake("aws_secret_access_key=hunter2 AKIAIOSFODNN7EXAMPLE"));

        assertThat(breakdown.details()).contains("\tat footing.aws.BreakdownTest.mistake")
                .doesNotContain("hunter2")
                .doesNotContain("FODNN7EXAMPLE");
    }

    @Test
    void details_areBounded_whenTheTraceIsEndless() {
        assertThat(Breakdown.of(nested(2_000)).details().lines().count()).isLessThanOrEqualTo(300);
    }

    @Test
    void log_keepsEach_forItsOwnerAlone() throws IOException {
        BreakdownLog log = BreakdownLog.in(folder.resolve("data"));
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(log.file(), "before\n"); // with the permissions that any file gets

        log.add(Breakdown.of(mistake("one")), NOON, "1.2.3");
        log.add(Breakdown.of(mistake("two")), NOON, "1.2.3");

        assertThat(log.file()).content()
                .startsWith("before\n2026-03-01T12:00:00Z 1.2.3 F-")
                .contains(": one\n")
                .contains(": two\n");
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log.file()))).isEqualTo("rw-------");
        }
    }

    @Test
    void log_beginsAnew_whenItIsLarge() throws IOException {
        BreakdownLog log = BreakdownLog.in(folder);
        Files.writeString(log.file(), "x".repeat((int) BreakdownLog.LARGE + 1));

        log.add(Breakdown.of(mistake("next")), NOON, "1.2.3");

        assertThat(Files.size(log.file())).isLessThan(BreakdownLog.LARGE);
        assertThat(folder.resolve("footing.log.1")).exists();
    }

    private static IllegalArgumentException mistake(String message) {
        return new IllegalArgumentException(message);
    }

    private static RuntimeException nested(int deep) {
        RuntimeException inner = mistake("innermost");
        for (int n = 0; n < deep; n++) {
            inner = new RuntimeException("around", inner);
        }
        return inner;
    }
}

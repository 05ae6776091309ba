package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.plan.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final String ACCOUNT = "123456789012";

    private final Path data;

    JournalTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void journal_isReadBackAsItWasWritten() {
        Path file = written(entry("one"), entry("two\nlines, \"quoted\""));

        assertThat(JournalFiles.read(file)).containsExactly(entry("one"), entry("two\nlines, \"quoted\""));
        assertThat(JournalFiles.of(data, ACCOUNT)).containsExactly(file);
    }

    @Test
    void journal_isOnTheDisk_beforeItIsClosed() {
        try (Journal journal = Journal.in(data, ACCOUNT, Workbench.CLOCK)) {
            assertThat(journal.file()).isEmpty();
            journal.write(entry("one"));
            assertThat(JournalFiles.read(journal.file().orElseThrow())).containsExactly(entry("one"));
        }
    }

    @Test
    void journal_neverWritesIntoAnother_whenTwoRunsBeginInOneSecond() {
        Path first = written(entry("one"));
        Path second = written(entry("two"));

        assertThat(second).isNotEqualTo(first);
        assertThat(JournalFiles.of(data, ACCOUNT)).containsExactly(first, second);
        assertThat(JournalFiles.read(first)).containsExactly(entry("one"));
    }

    @Test
    void read_leavesOutALineThatACrashCutOff() throws IOException {
        Path file = written(entry("one"));
        Files.writeString(file, "{\"v\":1,\"at\":\"2026-", StandardOpenOption.APPEND);

        assertThat(JournalFiles.read(file)).containsExactly(entry("one"));
    }

    @Test
    void read_leavesOutALineThatACrashCutOffInACharacter() throws IOException {
        Path file = written(entry("one"));
        byte[] half = "{\"v\":1,\"outcome\":\"ü".getBytes(StandardCharsets.UTF_8);
        Files.write(file, Arrays.copyOf(half, half.length - 1), StandardOpenOption.APPEND);

        assertThat(JournalFiles.read(file)).containsExactly(entry("one"));
    }

    @Test
    void check_namesTheFolder_whenNothingCanBeWrittenThere() throws IOException {
        Files.writeString(data.resolve("journal"), "in the way");
        try (Journal journal = Journal.in(data, ACCOUNT, Workbench.CLOCK)) {
            assertThatThrownBy(journal::check).isInstanceOfSatisfying(JournalFolderException.class,
                    (none) -> assertThat(none.folder()).isEqualTo(data.resolve("journal").resolve(ACCOUNT)));
        }
    }

    @Test
    void check_leavesNothingBehind() {
        try (Journal journal = Journal.in(data, ACCOUNT, Workbench.CLOCK)) {
            journal.check();
        }

        assertThat(data.resolve("journal").resolve(ACCOUNT)).isEmptyDirectory();
    }

    @Test
    void check_refuses_whereAnotherRunWrites() {
        try (
                Journal one = Journal.in(data, ACCOUNT, Workbench.CLOCK);
                Journal other = Journal.in(data, ACCOUNT, Workbench.CLOCK)) {
            one.write(entry("one"));

            assertThatThrownBy(other::check).isInstanceOfSatisfying(AnotherRunException.class,
                    (refused) -> assertThat(refused.journal()).isEqualTo(one.file().orElseThrow()));
        }
    }

    @Test
    void check_refuses_whereAnotherProcessWrites_andNotAnyMoreWhenItHasEnded() throws IOException {
        Path file = written(entry("one"));
        try (Journal journal = Journal.in(data, ACCOUNT, Workbench.CLOCK)) {
            try (HoldsALock other = HoldsALock.of(file)) {
                assertThat(other).isNotNull();
                assertThatThrownBy(journal::check).isInstanceOf(AnotherRunException.class);
            }

            journal.check();
        }
    }

    /** Both have looked, and nobody was there. */
    @Test
    void secondOfTwoRuns_thatBeginAtOnce_doesNothing_andLeavesNoJournal() {
        try (
                Journal one = Journal.in(data, ACCOUNT, Workbench.CLOCK);
                Journal other = Journal.in(data, ACCOUNT, Workbench.CLOCK)) {
            one.check();
            other.check();
            one.write(entry("one"));

            assertThatThrownBy(() -> other.write(entry("two"))).isInstanceOf(AnotherRunException.class);
            assertThat(JournalFiles.of(data, ACCOUNT)).containsExactly(one.file().orElseThrow());
            one.write(entry("three"));
        }
    }

    @Test
    void read_namesTheLine_whenOneInTheMiddleIsDamaged() throws IOException {
        Path file = written(entry("one"));
        Files.writeString(file, "garbage\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> JournalFiles.read(file)).isInstanceOf(JournalException.class)
                .hasMessageContaining("Line 2");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void journal_isReadableByItsOwnerAlone() throws IOException {
        Path file = written(entry("one"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void journal_staysInItsFolder_whateverTheAccountIsCalled() {
        assertThatThrownBy(() -> Journal.in(data, "../../etc", Workbench.CLOCK))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void journal_saysSo_whenItCannotBeWritten() throws IOException {
        Files.writeString(data.resolve("journal"), "in the way");
        try (Journal journal = Journal.in(data, ACCOUNT, Workbench.CLOCK)) {
            assertThatThrownBy(() -> journal.write(entry("one"))).isInstanceOf(JournalException.class);
        }
    }

    private Path written(JournalEntry... entries) {
        try (Journal journal = Journal.in(data, ACCOUNT, Workbench.CLOCK)) {
            List.of(entries).forEach(journal::write);
            return journal.file().orElseThrow();
        }
    }

    private static JournalEntry entry(String outcome) {
        return new JournalEntry(Workbench.CLOCK.instant(), JournalEntry.Kind.WRITTEN,
                Value.fields("setting", Value.text("bucket-versioning")), Value.ABSENT,
                Value.fields("Enabled", Value.flag(true)), "token", outcome);
    }
}

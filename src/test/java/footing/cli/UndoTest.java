package footing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways on and back, as they are told in the terminal: each command is a process of its own to the account. */
class UndoTest {

    private final Shell shell;
    private final String state;
    private final String choices;

    UndoTest(@TempDir Path folder) {
        this.shell = new Shell(folder);
        this.state = shell.file("state.json").toString();
        this.choices = shell.file("choices.yaml").toString();
        shell.run("plan", "--practice=fresh", "--practice-state", state, "--write-choices", choices);
    }

    @Test
    void resume_tellsWhatTheLastRunDid_andGoesOnWithWhatWasDecided() throws IOException {
        Path faults = Files.writeString(shell.file("faults.yaml"), """
            faults:
              - {call: iam:UpdateAccountPasswordPolicy, does: lost-answer}
              - {call: account:PutAlternateContact, does: deny}
            """);
        assertThat(shell.run("apply", "--practice-state", state, "--choices", choices, "--yes", "--practice-faults",
                faults.toString()).exitCode()).isEqualTo(ExitCode.NOT_DONE);

        Shell.Result told = shell.run("resume", "--practice-state", state);
        assertThat(told.exitCode()).isEqualTo(ExitCode.NOT_DONE);
        assertThat(told.out()).contains("did not do everything")
                .contains("Begun, and nobody waited for the end: Change the password policy")
                .contains("Not done: Change the")
                .contains("Done: Make the stack footing-config-eu-west-1");

        Shell.Result gone = shell.run("resume", "--practice-state", state, "--yes");
        assertThat(gone.exitCode()).as(gone.err()).isEqualTo(ExitCode.DONE);
        assertThat(shell.run("plan", "--practice-state", state, "--choices", choices).out())
                .contains("Nothing is left for Footing to change");
        assertThat(shell.run("resume", "--practice-state", state).out()).contains("there is nothing to resume");
    }

    /** What the account was not asked for would stay undone. */
    @Test
    void resume_goesOnWithWhatIsBeyondTheBaselineToo() throws IOException {
        Files.writeString(Path.of(choices),
                Files.readString(Path.of(choices)).replace("ebs-encryption: false", "ebs-encryption: true"));
        Path faults = Files.writeString(shell.file("faults.yaml"), """
            faults:
              - {call: ec2:EnableEbsEncryptionByDefault, region: eu-west-1, does: deny}
            """);
        shell.run("apply", "--practice-state", state, "--choices", choices, "--yes", "--practice-faults",
                faults.toString());

        Shell.Result gone = shell.run("resume", "--practice-state", state, "--yes");

        assertThat(gone.exitCode()).as(gone.err()).isEqualTo(ExitCode.DONE);
        assertThat(gone.out()).contains("Encrypt every new EBS volume in eu-west-1");
        assertThat(shell.run("plan", "--practice-state", state, "--choices", choices).out())
                .contains("Nothing is left for Footing to change");
    }

    @Test
    void nobodyChangesAnAccount_thatAnotherRunIsAtWorkOn() throws IOException {
        shell.run("apply", "--practice-state", state, "--choices", choices, "--yes");
        Path journal;
        try (Stream<Path> files = Files.walk(shell.file("data"))) {
            journal = files.filter((file) -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
        }
        List<String> lines = Files.readAllLines(journal);
        Files.write(journal, lines.subList(0, lines.size() - 1));
        try (
                FileChannel held = FileChannel.open(journal, StandardOpenOption.WRITE);
                FileLock lock = held.lock()) {
            assertThat(lock.isValid()).isTrue();

            String before = Files.readString(Path.of(state));
            for (Shell.Result refused : List.of(shell.run("undo", "--practice-state", state, "--yes"),
                    shell.run("apply", "--practice-state", state, "--choices", choices, "--yes"))) {
                assertThat(refused.exitCode()).isEqualTo(ExitCode.NOT_DONE);
                assertThat(refused.err()).contains("Another Footing on this computer is changing this account",
                        journal.toString());
            }
            assertThat(Path.of(state)).hasContent(before);
        }
    }

    @Test
    void undo_showsWhatItTakesBack_andWhatStays_andTakesNoForNo() {
        shell.run("apply", "--practice-state", state, "--choices", choices, "--yes");

        Shell.Result declined = shell.answering("no").run("undo", "--practice-state", state);
        assertThat(declined.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(declined.out()).contains("What would be taken back", "What stays", "AWS::S3::Bucket",
                "Nothing was changed.");
        assertThat(shell.run("undo", "--practice-state", state, "--yes").out()).contains("All of it was taken back.");
        assertThat(shell.run("undo", "--practice-state", state, "--yes").out())
                .contains("There is nothing to take back");
    }

    @Test
    void undo_showsWhatItWouldTakeBack_whereNobodyCanBeAsked_andWhatAgreesToIt() throws IOException {
        shell.run("apply", "--practice-state", state, "--choices", choices, "--yes");
        String before = Files.readString(Path.of(state));

        Shell.Result shown = shell.run("undo", "--practice-state", state);

        assertThat(shown.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(shown.out()).contains("What would be taken back");
        assertThat(shown.err()).contains("--yes");
        assertThat(Path.of(state)).hasContent(before);
    }

    /** Whoever begins the account anew has another account, which nobody did anything to. */
    @Test
    void undo_hasNothingToTakeBack_inAnAccountThatWasBegunAnew() throws IOException {
        shell.run("apply", "--practice-state", state, "--choices", choices, "--yes");
        Files.delete(Path.of(state));

        assertThat(shell.run("undo", "--practice=fresh", "--practice-state", state, "--yes").out())
                .contains("There is nothing to take back");
        assertThat(shell.run("resume", "--practice-state", state).out()).contains("there is nothing to resume");
    }
}

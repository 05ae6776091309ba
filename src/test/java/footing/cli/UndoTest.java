package footing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                .contains("Done: Make the stack footing-security in us-east-1");

        Shell.Result gone = shell.run("resume", "--practice-state", state, "--yes");
        assertThat(gone.exitCode()).as(gone.err()).isEqualTo(ExitCode.DONE);
        assertThat(shell.run("plan", "--practice-state", state, "--choices", choices).out())
                .contains("Nothing is left for Footing to change");
        assertThat(shell.run("resume", "--practice-state", state).out()).contains("there is nothing to resume");
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

package footing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LoggingTest {

    @Test
    void whatWasThrown_isNamedOnTheLine_withoutItsSecrets() {
        LogRecord record = new LogRecord(Level.WARNING, "It broke");
        record.setLoggerName("footing.aws");
        record.setThrown(new IllegalStateException("at\n<SessionToken>hunter2</SessionToken>"));

        assertThat(new Logging.OneLine().format(record)).endsWith(
                " WARN footing.aws It broke (java.lang.IllegalStateException: at <SessionToken>***</SessionToken>)"
                        + System.lineSeparator());
    }
}

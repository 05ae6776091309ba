package footing.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs commands in this process, with everything that they write caught. */
final class Shell {

    static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private Optional<Function<String, Optional<String>>> person = Optional.empty();
    private boolean unicode = true;

    Shell(Path folder) {
        this.folder = folder;
    }

    record Result(int exitCode, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Somebody sits at the terminal, and gives this answer to every question. */
    Shell answering(String answer) {
        return answering((question) -> Optional.of(answer));
    }

    /** Somebody sits at the terminal, and answers as this does. */
    Shell answering(Function<String, Optional<String>> answers) {
        person = Optional.of(answers);
        return this;
    }

    Shell asciiOnly() {
        unicode = false;
        return this;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Result run(String... arguments) {
        StringWriter out = new StringWriter();
        return run(out, new PrintWriter(out, true), arguments);
    }

    /** With a standard output that nothing can be written to. */
    Result runUnheard(String... arguments) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        return run(new StringWriter(), new PrintWriter(full, true, StandardCharsets.UTF_8), arguments);
    }

    private Result run(StringWriter out, PrintWriter writer, String... arguments) {
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(writer, new PrintWriter(err, true), person, unicode,
                Optional.empty(), environment);
        Surroundings surroundings = new Surroundings(environment, Clock.fixed(NOW, ZoneOffset.UTC),
                folder.resolve("data"), folder, "1.2.3", Duration.ofMillis(1));
        int exitCode = new Program(terminal, surroundings).run(List.of(arguments));
        return new Result(exitCode, out.toString(), err.toString());
    }
}

package footing.cli;

import footing.choices.Choices;
import footing.choices.ChoicesFile;
import footing.choices.Complaint;
import footing.file.OutputFile;
import footing.text.Texts;
import footing.text.Visible;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The choices file that a command is given. */
final class ChoicesInput {

    private static final Texts TEXTS = Texts.of("cli");
    private static final Texts RULES = Texts.of("choices");
    private static final long MOST_BYTES = 4_000_000;

    private ChoicesInput() {
    }

    /** Reads and checks the file; warnings are told and gone past. */
    static Choices read(String name, Terminal terminal) {
        Path path = OutputFile.path("--choices", name);
        ChoicesFile.Read read = ChoicesFile.read(text(path));
        read.complaints()
                .stream()
                .filter((complaint) -> !complaint.isError())
                .forEach((complaint) -> terminal.note(TEXTS.get("choices.warning", Map.of("complaint",
                        line(complaint)))));
        List<Complaint> errors = read.complaints().stream().filter(Complaint::isError).toList();
        errors.stream().skip(1).forEach((complaint) -> terminal.complain(path + ": " + line(complaint)));
        return read.choices().orElseThrow(() -> CommandException.wrongUse(path + ": " + line(errors.getFirst())));
    }

    private static String text(Path path) {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw CommandException.wrongUse(TEXTS.get("choices.too-large", Map.of("file", path.toString())));
            }
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CommandException.wrongUse(TEXTS.get(Files.exists(path) ? "choices.unreadable" : "choices.missing",
                    Map.of("file", path.toString())), e);
        }
    }

    /** Field, value, and what is allowed. */
    static String line(Complaint complaint) {
        Map<String, String> values = new LinkedHashMap<>();
        complaint.values().forEach((name, value) -> values.put(name, Visible.line(value, 300)));
        String allowed = RULES.get(complaint.key(), values);
        return RULES.get(complaint.value().isEmpty() ? "complaint.line-empty" : "complaint.line",
                Map.of("field", Visible.line(complaint.field(), 200), "value", Visible.line(complaint.value(), 200),
                        "allowed", allowed));
    }
}

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
import java.time.LocalDate;
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
    static Choices read(String name, Program program) {
        Path path = OutputFile.path("--choices", name);
        return read(text(path, program.account()), path, program);
    }

    /** The same of the text of a choices file that a journal keeps. */
    static Choices kept(String text, Path journal, Program program) {
        return read(text, journal, program);
    }

    private static Choices read(String text, Path path, Program program) {
        Terminal terminal = program.terminal();
        LocalDate today = program.surroundings().work().place().today();
        ChoicesFile.Read read = ChoicesFile.read(text, today);
        tell(read.complaints(), path, terminal);
        MetadataInput.Read whole = MetadataInput.read(read.choices().orElseThrow(), path, today);
        tell(whole.complaints(), path, terminal);
        Choices choices = whole.choices();
        RegionNames.read(path + ": home", choices.home().id());
        choices.regions().forEach((region) -> RegionNames.read(path + ": regions", region.id()));
        return choices;
    }

    /**
     * Warnings, and what is wrong.
     *
     * @throws CommandException with the last of the errors, where there is one
     */
    private static void tell(List<Complaint> complaints, Path path, Terminal terminal) {
        complaints.stream()
                .filter((complaint) -> !complaint.isError())
                .forEach((complaint) -> terminal.note(TEXTS.get("choices.warning", Map.of("complaint",
                        line(complaint)))));
        List<Complaint> errors = complaints.stream().filter(Complaint::isError).toList();
        errors.stream()
                .limit(Math.max(0, errors.size() - 1L))
                .forEach((complaint) -> terminal.complain(path + ": " + line(complaint)));
        if (!errors.isEmpty()) {
            throw CommandException.wrongUse(path + ": " + line(errors.getLast()));
        }
    }

    private static String text(Path path, AccountOptions account) {
        if (Files.isDirectory(path)) {
            throw wrong("choices.is-folder", path, account);
        }
        if (!Files.exists(path)) {
            throw wrong("choices.missing", path, account);
        }
        if (!Files.isReadable(path)) {
            throw wrong("choices.forbidden", path, account);
        }
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw wrong("choices.too-large", path, account);
            }
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CommandException.wrongUse(TEXTS.get("choices.unreadable", Map.of("file", path.toString())), e);
        }
    }

    private static CommandException wrong(String key, Path path, AccountOptions account) {
        return CommandException.wrongUse(TEXTS.get(key, Map.of("file", path.toString(), "account", account.typed())));
    }

    /** Field, value, and what is allowed. */
    static String line(Complaint complaint) {
        Map<String, String> values = new LinkedHashMap<>();
        // A list of all that is allowed is of no use with its end cut off.
        complaint.values().forEach((name, value) -> values.put(name, Visible.line(value, 1_000)));
        String allowed = RULES.get(complaint.key(), values);
        String line = RULES.get(complaint.value().isEmpty() ? "complaint.line-empty" : "complaint.line",
                Map.of("field", Visible.line(complaint.field(), 200), "value", Visible.line(complaint.value(), 200),
                        "allowed", allowed));
        return complaint.line()
                .map((number) -> RULES.get("complaint.at-line", Map.of("line", number.toString(), "complaint", line)))
                .orElse(line);
    }
}

package footing.cli;

import footing.aws.Told;
import footing.text.Texts;
import footing.text.Visible;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Log lines go to standard error, from the level that {@code --log} names. */
public final class Logging {

    private static final Map<String, Level> LEVELS = levels();

    /** It complains of the class path at every start, and runs from there. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private static final Logger OURS = Logger.getLogger("footing");

    private Logging() {
    }

    /** @param level {@code error}, {@code warn}, {@code info} or {@code debug}; absent: {@code warn} */
    public static void configure(Optional<String> level) {
        String word = level.orElse("warn");
        Level chosen = Optional.ofNullable(LEVELS.get(word))
                .orElseThrow(() -> CommandException.wrongUse(Texts.of("cli")
                        .get("options.log", Map.of("value",
                                Visible.line(word, 60), "allowed", String.join(", ", LEVELS.keySet())))));
        LogManager.getLogManager().reset();
        ConsoleHandler handler = new ConsoleHandler();
        handler.setLevel(Level.ALL);
        handler.setFormatter(new OneLine());
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        // What the libraries log could hold requests, headers or keys, or is of no use to anyone: never below a warning.
        root.setLevel(chosen.intValue() < Level.WARNING.intValue() ? Level.WARNING : chosen);
        OURS.setLevel(chosen);
        JAVAFX.setLevel(Level.SEVERE);
    }

    private static Map<String, Level> levels() {
        Map<String, Level> levels = new LinkedHashMap<>();
        levels.put("error", Level.SEVERE);
        levels.put("warn", Level.WARNING);
        levels.put("info", Level.INFO);
        levels.put("debug", Level.FINE);
        return levels;
    }

    /** As {@code --log} names it. */
    private static String level(Level level) {
        return LEVELS.entrySet()
                .stream()
                .filter((entry) -> entry.getValue().equals(level))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(level.getName())
                .toUpperCase(Locale.ROOT);
    }

    /** One line a record; what is thrown is named, its stack trace is not shown. */
    static final class OneLine extends Formatter {
        @Override
        public String format(LogRecord log) {
            String thrown = Optional.ofNullable(log.getThrown())
                    .map((cause) -> " (" + Told.of(cause.toString()) + ")")
                    .orElse("");
            return log.getInstant() + " " + level(log.getLevel()) + " " + log.getLoggerName() + " "
                    + Visible.line(formatMessage(log) + thrown, 1000) + System.lineSeparator();
        }
    }
}

package footing.practice.fault;

import footing.practice.PracticeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** The text of a faults file: YAML, of which JSON is a part. */
final class FaultText {

    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_DEPTH = 16;

    private FaultText() {
    }

    /**
     * @throws PracticeException where the file cannot be read
     */
    static String of(Path file) {
        if (Files.isDirectory(file)) {
            throw unreadable(file, "it is a folder", Optional.empty());
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw unreadable(file, "it is larger than " + MOST_BYTES + " bytes", Optional.empty());
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notText) {
            throw unreadable(file, "it is not text", Optional.of(notText));
        } catch (NoSuchFileException missing) {
            throw unreadable(file, "there is no such file", Optional.of(missing));
        } catch (IOException broken) {
            throw unreadable(file, broken.getClass().getSimpleName(), Optional.of(broken));
        }
    }

    private static PracticeException unreadable(Path file, String why, Optional<IOException> cause) {
        String message = "--practice-faults: %s cannot be read: %s".formatted(file, why);
        return cause.map((one) -> new PracticeException(message, one)).orElseGet(() -> new PracticeException(message));
    }

    /**
     * @throws PracticeException where the text is no YAML, or more than sections, lists and texts
     */
    static Node parse(String file, String text) {
        String yaml = text.startsWith("\uFEFF") ? text.substring(1) : text;
        LoadSettings settings = LoadSettings.builder().build();
        try {
            // The composer goes into the depth by recursion and follows aliases; the parser does neither.
            check(file, new Parse(settings).parseString(yaml));
            return new Compose(settings).composeString(yaml)
                    .orElseThrow(() -> new PracticeException("--practice-faults: %s: it is empty; at the top stands "
                            .formatted(file) + "'faults:', with a list under it"));
        } catch (MarkedYamlEngineException notYaml) {
            String where = notYaml.getProblemMark()
                    .map((mark) -> ", line %d, column %d".formatted(mark.getLine() + 1, mark.getColumn() + 1))
                    .orElse("");
            throw new PracticeException("--practice-faults: %s%s: this is neither YAML nor JSON".formatted(file, where),
                    notYaml);
        } catch (YamlEngineException notYaml) {
            throw new PracticeException("--practice-faults: %s: this is neither YAML nor JSON".formatted(file),
                    notYaml);
        }
    }

    private static void check(String file, Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > MOST_DEPTH || event instanceof AliasEvent) {
                String line = event.getStartMark().map((mark) -> ", line " + (mark.getLine() + 1)).orElse("");
                throw new PracticeException("--practice-faults: %s%s: %s".formatted(file, line,
                        event instanceof AliasEvent
                                ? "write out what the alias stands for"
                                : "at most " + MOST_DEPTH + " sections may stand in one another"));
            }
        }
    }
}

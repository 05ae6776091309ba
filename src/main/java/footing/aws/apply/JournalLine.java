package footing.aws.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import footing.plan.ValueJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/** An entry of the journal as a line of JSON, and back. */
final class JournalLine {

    private static final int VERSION = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private JournalLine() {
    }

    /** With the line's end. */
    static byte[] write(JournalEntry entry) throws JsonProcessingException {
        ObjectNode line = JSON.createObjectNode();
        line.put("v", VERSION);
        line.put("at", entry.at().toString());
        line.put("kind", word(entry.kind()));
        line.set("subject", ValueJson.write(entry.subject()));
        line.set("before", ValueJson.write(entry.before()));
        line.set("after", ValueJson.write(entry.after()));
        line.put("token", entry.token());
        line.put("outcome", entry.outcome());
        return (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @param bytes the line without its end
     * @throws IOException where it is no JSON
     * @throws RuntimeException where it is no entry
     */
    static JournalEntry read(byte[] bytes) throws IOException {
        JsonNode line = JSON.readTree(bytes);
        if (line.path("v").asInt() != VERSION) {
            throw new IllegalArgumentException("another version");
        }
        return new JournalEntry(Instant.parse(line.path("at").asText()),
                JournalEntry.Kind.valueOf(line.path("kind").asText().toUpperCase(Locale.ROOT).replace('-', '_')),
                ValueJson.read(line.path("subject")), ValueJson.read(line.path("before")),
                ValueJson.read(line.path("after")), line.path("token").asText(), line.path("outcome").asText());
    }

    private static String word(JournalEntry.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

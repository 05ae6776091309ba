package footing.work;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import footing.choices.Attestation;
import footing.choices.Complaint;
import footing.choices.ItemId;
import footing.choices.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * An entry as a line of JSON, and back: {@code {"v":1,"kind":"given","item":"root-mfa","by":…,"on":"2026-03-01",
 * "statement":…,"reference":…,"validUntil":"2027-03-01"}}, or of the kind {@code withdrawn}, with {@code by} and
 * {@code on}.
 */
final class WordLine {

    private static final int VERSION = 1;
    private static final String GIVEN = "given";
    private static final String WITHDRAWN = "withdrawn";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private WordLine() {
    }

    /** Without the line's end. */
    static byte[] write(WordEntry entry) {
        ObjectNode line = JSON.createObjectNode().put("v", VERSION);
        switch (entry) {
            case WordEntry.Given(ItemId item, Attestation word) -> line.put("kind", GIVEN)
                    .put("item", item.id())
                    .put("by", word.by())
                    .put("on", word.on().toString())
                    .put("statement", word.statement())
                    .put("reference", word.reference())
                    .put("validUntil", word.validUntil().toString());
            case WordEntry.Withdrawn(ItemId item, String by, LocalDate on) -> line.put("kind", WITHDRAWN)
                    .put("item", item.id())
                    .put("by", by)
                    .put("on", on.toString());
        }
        try {
            return JSON.writeValueAsString(line).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that is no JSON", e);
        }
    }

    /**
     * @param bytes without the line's end
     * @throws IOException where it is no JSON
     * @throws RuntimeException where it is no entry, or holds what {@link Rules} do not allow
     */
    static WordEntry read(byte[] bytes) throws IOException {
        JsonNode line = JSON.readTree(bytes);
        if (!line.isObject() || line.path("v").asInt() != VERSION) {
            throw new IllegalArgumentException("another version");
        }
        String id = text(line, "item");
        ItemId item = ItemId.of(id).orElseThrow(() -> new IllegalArgumentException("no item"));
        String by = text(line, "by");
        LocalDate on = LocalDate.parse(text(line, "on"));
        return switch (text(line, "kind")) {
            case GIVEN -> {
                Attestation word = new Attestation(by, on, text(line, "statement"), text(line, "reference"),
                        LocalDate.parse(text(line, "validUntil")));
                yield checked(Rules.attestation("", word), new WordEntry.Given(item, word));
            }
            case WITHDRAWN -> checked(Rules.who("", by), new WordEntry.Withdrawn(item, by, on));
            default -> throw new IllegalArgumentException("another kind");
        };
    }

    private static WordEntry checked(List<Complaint> complaints, WordEntry entry) {
        if (complaints.stream().anyMatch(Complaint::isError)) {
            throw new IllegalArgumentException("not allowed");
        }
        return entry;
    }

    private static String text(JsonNode line, String name) {
        JsonNode value = line.path(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("no " + name);
        }
        return value.textValue();
    }
}

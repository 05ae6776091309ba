package footing.practice.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a property of a resource takes. Source: the CloudFormation resource reference. Like CloudFormation, it takes a
 * number or a boolean that is written as text, and the other way round.
 */
sealed interface Shape {

    enum Plain implements Shape {
        TEXT("String"),
        WHOLE("Integer"),
        DECIMAL("Number"),
        FLAG("Boolean"),
        /** A document: a map, or its JSON text. */
        DOCUMENT("JSONObject");

        private final String written;

        Plain(String written) {
            this.written = written;
        }
    }

    record Items(Shape of) implements Shape {
    }

    record Fields(SequencedMap<String, Field> fields) implements Shape {
        public Fields {
            fields = Collections.unmodifiableSequencedMap(fields);
        }
    }

    /** @param replaces whether a change of it makes another resource take the place of this one */
    record Field(String name, Shape shape, boolean required, boolean replaces) {

        Field replacing() {
            return new Field(name, shape, required, true);
        }
    }

    static Fields fields(Field... fields) {
        SequencedMap<String, Field> byName = new LinkedHashMap<>();
        for (Field field : fields) {
            byName.put(field.name(), field);
        }
        return new Fields(byName);
    }

    /** What every property {@code Tags} takes. */
    static Items tags() {
        return listOf(fields(required("Key", Plain.TEXT), required("Value", Plain.TEXT)));
    }

    static Items listOf(Shape shape) {
        return new Items(shape);
    }

    static Field required(String name, Shape shape) {
        return new Field(name, shape, true, false);
    }

    static Field optional(String name, Shape shape) {
        return new Field(name, shape, false, false);
    }

    /** A value does not fit; the message is what CloudFormation says after the resource's name. */
    final class Misfit extends RuntimeException {
        private final String words;

        Misfit(String words) {
            super(words);
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * The value as the property takes it: a number where it takes a number.
     *
     * @param node a function's call fits everywhere, and so does what is not known yet
     * @param path where it stands: {@code #/MetricTransformations/0}
     * @throws Misfit where it does not fit
     */
    default JsonNode fit(JsonNode node, String path) {
        boolean notYetKnown = node.isTextual() && node.textValue().equals(Functions.KNOWN_AFTER_APPLY);
        if (notYetKnown || Functions.isCall(node)) {
            return node;
        }
        return switch (this) {
            case Plain plain -> Shape.plain(plain, node)
                    .orElseThrow(
                            () -> new Misfit(path + ": expected type: " + plain.written + ", found: " + found(node)));
            case Items items -> {
                if (!(node instanceof ArrayNode list)) {
                    throw new Misfit(path + ": expected type: JSONArray, found: " + found(node));
                }
                ArrayNode fitted = JsonNodeFactory.instance.arrayNode();
                for (JsonNode item : list) {
                    fitted.add(items.of().fit(item, path + "/" + fitted.size()));
                }
                yield fitted;
            }
            case Fields fields -> Shape.fields(fields, node, path);
        };
    }

    private static ObjectNode fields(Fields shape, JsonNode node, String path) {
        if (!(node instanceof ObjectNode object)) {
            throw new Misfit(path + ": expected type: JSONObject, found: " + found(node));
        }
        ObjectNode fitted = JsonNodeFactory.instance.objectNode();
        object.properties().forEach((entry) -> {
            Field field = Optional.ofNullable(shape.fields().get(entry.getKey()))
                    .orElseThrow(() -> new Misfit("Encountered unsupported property " + entry.getKey()));
            fitted.set(entry.getKey(), field.shape().fit(entry.getValue(), path + "/" + entry.getKey()));
        });
        shape.fields()
                .values()
                .stream()
                .filter((field) -> field.required() && !object.has(field.name()))
                .findFirst()
                .ifPresent((missing) -> {
                    throw new Misfit(path + ": required key [" + missing.name() + "] not found");
                });
        return fitted;
    }

    private static Optional<JsonNode> plain(Plain plain, JsonNode node) {
        String text = node.asText();
        return switch (plain) {
            case TEXT -> node.isValueNode() ? Optional.of(TextNode.valueOf(text)) : Optional.empty();
            case FLAG -> text.equals("true") || text.equals("false")
                    ? Optional.of(BooleanNode.valueOf(text.equals("true")))
                    : Optional.empty();
            case WHOLE -> node.isValueNode() && text.matches("-?[0-9]{1,18}")
                    ? Optional.of(LongNode.valueOf(Long.parseLong(text)))
                    : Optional.empty();
            case DECIMAL -> node.isValueNode() && text.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")
                    ? Optional.of(DecimalNode.valueOf(new BigDecimal(text).stripTrailingZeros()))
                    : Optional.empty();
            case DOCUMENT -> node.isObject() || node.isTextual() ? Optional.of(node) : Optional.empty();
        };
    }

    private static String found(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "JSONArray";
            case OBJECT, POJO -> "JSONObject";
            case BOOLEAN -> "Boolean";
            case NUMBER -> "Integer";
            case STRING, BINARY -> "String";
            case MISSING, NULL -> "Null";
        };
    }
}

package footing.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Which events a rule of EventBridge hears of. Source: "Creating Amazon EventBridge event patterns". What compares
 * numbers or addresses never holds: the events that are looked at here have none.
 */
final class EventPattern {

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode pattern;

    private EventPattern(ObjectNode pattern) {
        this.pattern = pattern;
    }

    /** Empty where the text is no pattern. */
    static Optional<EventPattern> parse(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode object && !object.isEmpty()
                    ? Optional.of(new EventPattern(object))
                    : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /**
     * @param fields by their path, {@code detail.messageType}; empty where the value is not known, and then whatever is
     * asked of it may hold
     */
    boolean matches(Map<String, Optional<String>> fields) {
        return matches(pattern, "", fields);
    }

    private static boolean matches(JsonNode object, String path, Map<String, Optional<String>> fields) {
        return object.properties().stream().allMatch((entry) -> {
            if (entry.getKey().equals("$or")) {
                return any(entry.getValue(), (one) -> one.isObject() && matches(one, path, fields));
            }
            String at = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            return entry.getValue().isObject()
                    ? matches(entry.getValue(), at, fields)
                    : any(entry.getValue(), (condition) -> holds(condition, at, fields));
        });
    }

    private static boolean holds(JsonNode condition, String path, Map<String, Optional<String>> fields) {
        if (condition.has("exists")) {
            return condition.path("exists").asBoolean() == fields.containsKey(path);
        }
        if (!fields.containsKey(path)) {
            return false;
        }
        return fields.get(path).map((value) -> holds(condition, value)).orElse(true);
    }

    private static boolean holds(JsonNode condition, String value) {
        if (condition.isTextual()) {
            return condition.textValue().equals(value);
        }
        if (condition.size() != 1) {
            return false;
        }
        JsonNode operand = condition.iterator().next();
        return switch (condition.fieldNames().next()) {
            case "prefix" -> operand.isTextual()
                    ? value.startsWith(operand.textValue())
                    : lower(value).startsWith(lower(ignoringCase(operand)));
            case "suffix" -> operand.isTextual()
                    ? value.endsWith(operand.textValue())
                    : lower(value).endsWith(lower(ignoringCase(operand)));
            case "equals-ignore-case" -> operand.asText().equalsIgnoreCase(value);
            case "wildcard" -> wildcard(operand.asText(), value);
            case "anything-but" -> operand.isObject()
                    ? operand.properties()
                            .stream()
                            .noneMatch((not) -> anyOf(not.getKey(), not.getValue(), value))
                    : !any(operand, (not) -> not.asText().equals(value));
            default -> false;
        };
    }

    private static boolean anyOf(String operator, JsonNode operands, String value) {
        return any(operands, (operand) -> holds(JSON.createObjectNode().set(operator, operand), value));
    }

    private static String ignoringCase(JsonNode operand) {
        return operand.path("equals-ignore-case").asText();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean wildcard(String pattern, String value) {
        String regex = Pattern.compile("\\*")
                .splitAsStream(pattern + "\0")
                .map((part) -> Pattern.quote(part.replace("\0", "")))
                .collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL).matcher(value).matches();
    }

    /** Of a list any, of a single thing that one. */
    private static boolean any(JsonNode nodes, java.util.function.Predicate<JsonNode> test) {
        return nodes.isArray()
                ? StreamSupport.stream(nodes.spliterator(), false).anyMatch(test)
                : test.test(nodes);
    }
}

package footing.practice.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The intrinsic functions: what each comes to, once the values it stands on are known. */
final class Functions {

    static final Set<String> KNOWN = Set.of("Ref", "Fn::GetAtt", "Fn::Sub", "Fn::Join", "Fn::Select", "Fn::Split");

    /** What stands for a value that is only known when the change set has been executed, as AWS writes it. */
    static final String KNOWN_AFTER_APPLY = "{{changeSet:KNOWN_AFTER_APPLY}}";

    /** A name in the text of {@code Fn::Sub}; one that begins with ! is no name, but text. */
    static final Pattern SUB_NAME = Pattern.compile("\\$\\{([^}]*)}");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Where the values come from. */
    interface Values {

        /** What {@code Ref} of a resource, a parameter or a pseudo parameter is; missing for {@code AWS::NoValue}. */
        JsonNode ref(String name);

        JsonNode attribute(String logicalId, String attribute);
    }

    private Functions() {
    }

    /** Whether a node is a call: a map with one key, which names a function. */
    static boolean isCall(JsonNode node) {
        return node instanceof ObjectNode fields && fields.size() == 1
                && fields.propertyStream().allMatch((field) -> isName(field.getKey()));
    }

    static boolean isName(String key) {
        return key.equals("Ref") || key.startsWith("Fn::");
    }

    static String name(JsonNode call) {
        return call.propertyStream().findFirst().orElseThrow().getKey();
    }

    static JsonNode argument(JsonNode call) {
        return call.propertyStream().findFirst().orElseThrow().getValue();
    }

    /** A tree without calls; what is {@code AWS::NoValue} is left out of it. */
    static JsonNode resolve(JsonNode node, Values values) {
        if (isCall(node)) {
            return call(name(node), argument(node), values);
        }
        if (node instanceof ObjectNode fields) {
            ObjectNode resolved = JSON.objectNode();
            fields.properties().forEach((field) -> {
                JsonNode value = resolve(field.getValue(), values);
                if (!value.isMissingNode()) {
                    resolved.set(field.getKey(), value);
                }
            });
            return resolved;
        }
        if (node instanceof ArrayNode items) {
            ArrayNode resolved = JSON.arrayNode();
            items.forEach((item) -> {
                JsonNode value = resolve(item, values);
                if (!value.isMissingNode()) {
                    resolved.add(value);
                }
            });
            return resolved;
        }
        return node;
    }

    private static JsonNode call(String function, JsonNode argument, Values values) {
        return switch (function) {
            case "Ref" -> values.ref(argument.asText());
            case "Fn::GetAtt" -> attribute(argument, values);
            case "Fn::Sub" -> argument.isArray()
                    ? sub(argument.get(0).asText(), argument.get(1), values)
                    : sub(argument.asText(), MissingNode.getInstance(), values);
            case "Fn::Join" -> join(argument.get(0).asText(), resolve(argument.get(1), values));
            case "Fn::Split" -> split(argument.get(0).asText(), resolve(argument.get(1), values));
            case "Fn::Select" -> select(resolve(argument.get(0), values), resolve(argument.get(1), values));
            default -> throw new IllegalStateException("An unchecked function: " + function);
        };
    }

    private static JsonNode attribute(JsonNode argument, Values values) {
        return values.attribute(argument.get(0).asText(), argument.get(1).asText());
    }

    private static JsonNode sub(String text, JsonNode own, Values values) {
        StringBuilder whole = new StringBuilder();
        Matcher names = SUB_NAME.matcher(text);
        while (names.find()) {
            String name = names.group(1).strip();
            String value;
            if (name.startsWith("!")) {
                value = "${" + name.substring(1) + "}";
            } else if (own.has(name)) {
                value = resolve(own.get(name), values).asText();
            } else if (name.contains(".")) {
                String[] parts = name.split("\\.", 2);
                value = values.attribute(parts[0], parts[1]).asText();
            } else {
                value = values.ref(name).asText();
            }
            names.appendReplacement(whole, Matcher.quoteReplacement(value));
        }
        return text(names.appendTail(whole).toString());
    }

    private static JsonNode join(String between, JsonNode list) {
        if (list.asText().equals(KNOWN_AFTER_APPLY)) {
            return list;
        }
        if (!list.isArray()) {
            throw malformedJoin();
        }
        List<String> parts = new ArrayList<>();
        for (JsonNode part : list) {
            if (!part.isValueNode()) {
                throw malformedJoin();
            }
            parts.add(part.asText());
        }
        return text(String.join(between, parts));
    }

    static RuntimeException malformedJoin() {
        return Refusals.validation("Template error: every Fn::Join object requires two parameters, (1) a string "
                + "delimiter and (2) a list of strings to be joined or a function that returns a list of strings "
                + "(such as Fn::GetAZs) to be joined.");
    }

    private static JsonNode split(String between, JsonNode whole) {
        if (whole.asText().contains(KNOWN_AFTER_APPLY)) {
            return text(KNOWN_AFTER_APPLY);
        }
        ArrayNode parts = JSON.arrayNode();
        Pattern.compile(Pattern.quote(between)).splitAsStream(whole.asText()).forEach(parts::add);
        return parts;
    }

    private static JsonNode select(JsonNode index, JsonNode list) {
        if (list.asText().equals(KNOWN_AFTER_APPLY)) {
            return list;
        }
        int at = index.asInt(-1);
        if (!list.isArray() || at < 0 || at >= list.size()) {
            throw Refusals.validation("Template error: Fn::Select cannot select nonexistent value at index "
                    + index.asText());
        }
        return list.get(at);
    }

    /** A text; one of which a part is not known yet is not known as a whole. */
    private static JsonNode text(String text) {
        return TextNode.valueOf(text.contains(KNOWN_AFTER_APPLY) ? KNOWN_AFTER_APPLY : text);
    }
}

package footing.practice.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * The text of a template, YAML or JSON, as a tree in which every intrinsic function stands in its long form:
 * {@code !Ref A} is {@code {"Ref": "A"}}.
 */
final class TemplateText {

    /** The most that CloudFormation takes in a request, in bytes. */
    static final int LONGEST = 51_200;

    private static final int DEEPEST = 60;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TemplateText() {
    }

    /**
     * @throws software.amazon.awssdk.services.cloudformation.model.CloudFormationException where it is no template
     * text, in CloudFormation's words
     */
    static ObjectNode read(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw Refusals.validation("1 validation error detected: Value at 'templateBody' failed to satisfy "
                    + "constraint: Member must have length less than or equal to " + LONGEST);
        }
        boolean json = text.stripLeading().startsWith("{");
        try {
            LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
            scan(settings, text);
            Node root = new Compose(settings).composeString(text).orElseThrow(TemplateText::noObject);
            if (tree(root, "") instanceof ObjectNode template) {
                return template;
            }
            throw noObject();
        } catch (MarkedYamlEngineException malformed) {
            throw notWellFormed(json, malformed.getProblemMark());
        } catch (YamlEngineException malformed) {
            throw notWellFormed(json, Optional.empty());
        }
    }

    /** What the tree no longer shows, and how deep it goes, before anything follows it down. */
    private static void scan(LoadSettings settings, String text) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            switch (event.getEventId()) {
                case Alias -> throw Refusals.validation(
                        "Template format error: YAML aliases are not allowed in CloudFormation templates");
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> {
                }
            }
            if (depth > DEEPEST) {
                throw Refusals.validation("Template format error: Template is nested too deeply");
            }
        }
    }

    private static JsonNode tree(Node node, String path) {
        String tag = node.getTag().getValue();
        if (tag.startsWith("!")) {
            return function(tag.substring(1), untagged(node, path));
        }
        return untagged(node, path);
    }

    private static JsonNode function(String name, JsonNode argument) {
        ObjectNode call = JSON.objectNode();
        if (name.equals("Ref") || name.equals("Condition")) {
            call.set(name, argument);
        } else if (name.equals("GetAtt") && argument.isTextual()) {
            String[] parts = argument.textValue().split("\\.", 2);
            ArrayNode both = JSON.arrayNode();
            for (String part : parts) {
                both.add(part);
            }
            call.set("Fn::GetAtt", both);
        } else {
            call.set("Fn::" + name, argument);
        }
        return call;
    }

    private static JsonNode untagged(Node node, String path) {
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar, path);
            case SequenceNode sequence -> {
                ArrayNode items = JSON.arrayNode();
                for (Node item : sequence.getValue()) {
                    items.add(tree(item, path + "/" + items.size()));
                }
                yield items;
            }
            case MappingNode mapping -> mapping(mapping, path);
            default -> throw Refusals.validation("Template format error: unsupported structure.");
        };
    }

    private static ObjectNode mapping(MappingNode mapping, String path) {
        ObjectNode fields = JSON.objectNode();
        for (NodeTuple field : mapping.getValue()) {
            if (!(field.getKeyNode() instanceof ScalarNode key)) {
                throw notWellFormed(false, field.getKeyNode().getStartMark());
            }
            if (fields.has(key.getValue())) {
                throw Refusals.validation(
                        "Template format error: [%s] key %s is there twice".formatted(path.isEmpty() ? "/" : path,
                                key.getValue()));
            }
            fields.set(key.getValue(), tree(field.getValueNode(), path + "/" + key.getValue()));
        }
        return fields;
    }

    private static JsonNode scalar(ScalarNode scalar, String path) {
        String text = scalar.getValue();
        Map<Tag, java.util.function.Supplier<JsonNode>> typed = Map.of(
                Tag.BOOL, () -> JSON.booleanNode(Boolean.parseBoolean(text)),
                Tag.INT, () -> whole(text),
                Tag.FLOAT, () -> decimal(text),
                Tag.NULL, () -> {
                    throw Refusals.validation(
                            "Template format error: [%s] 'null' values are not allowed in templates".formatted(path));
                });
        return Optional.ofNullable(typed.get(scalar.getTag()))
                .filter((type) -> scalar.isPlain())
                .map(java.util.function.Supplier::get)
                .orElseGet(() -> JSON.textNode(text));
    }

    private static JsonNode whole(String text) {
        if (text.startsWith("0x") || text.startsWith("0o")) {
            return JSON.numberNode(new BigInteger(text.substring(2), text.charAt(1) == 'x' ? 16 : 8));
        }
        BigInteger number = new BigInteger(text.startsWith("+") ? text.substring(1) : text);
        return number.bitLength() < 64 ? JSON.numberNode(number.longValue()) : JSON.numberNode(number);
    }

    private static JsonNode decimal(String text) {
        // Not every float is a number that JSON has: .inf, .nan
        return text.chars().anyMatch(Character::isDigit)
                ? JSON.numberNode(new BigDecimal(text))
                : JSON.textNode(text);
    }

    private static RuntimeException noObject() {
        return Refusals.validation("Template format error: unsupported structure.");
    }

    private static RuntimeException notWellFormed(boolean json, Optional<Mark> mark) {
        return Refusals.validation("Template format error: %s not well-formed.%s".formatted(json ? "JSON" : "YAML",
                mark.map((at) -> " (line %d, column %d)".formatted(at.getLine() + 1, at.getColumn() + 1)).orElse("")));
    }
}

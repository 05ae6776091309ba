package footing.practice.cloudformation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * The properties of a resource, or a part of them, resolved and of the shape that its type asks for.
 *
 * @param node a map
 */
record Properties(JsonNode node) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static final Properties NONE = new Properties(JsonNodeFactory.instance.objectNode());

    /** @param text JSON text that this program wrote */
    static Properties of(String text) {
        return new Properties(parse(text));
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The practice account holds broken JSON: " + text, broken);
        }
    }

    boolean has(String name) {
        return node.has(name);
    }

    Optional<String> text(String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isValueNode).map(JsonNode::asText);
    }

    /** A property that the type requires. */
    String needed(String name) {
        return text(name).orElseThrow(() -> new IllegalStateException("There is no " + name));
    }

    Optional<Boolean> flag(String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isBoolean).map(JsonNode::booleanValue);
    }

    Optional<Integer> whole(String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isNumber).map(JsonNode::intValue);
    }

    Optional<Double> decimal(String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isNumber).map(JsonNode::doubleValue);
    }

    List<String> texts(String name) {
        return StreamSupport.stream(node.path(name).spliterator(), false).map(JsonNode::asText).toList();
    }

    List<Properties> items(String name) {
        return StreamSupport.stream(node.path(name).spliterator(), false).map(Properties::new).toList();
    }

    Optional<Properties> part(String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isObject).map(Properties::new);
    }

    /** A document as the services take it: JSON text. */
    Optional<String> document(String name) {
        JsonNode document = node.path(name);
        return document.isObject() ? Optional.of(document.toString()) : text(name);
    }

    /** What the property {@code Tags} gives. */
    SortedMap<String, String> tags() {
        SortedMap<String, String> tags = new TreeMap<>();
        items("Tags").forEach((tag) -> tags.put(tag.needed("Key"), tag.needed("Value")));
        return tags;
    }
}

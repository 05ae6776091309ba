package footing.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A {@link Value} as JSON, and back. References are written in CloudFormation's long form: <code>{"Ref": …}</code>,
 * <code>{"Fn::GetAtt": […]}</code>, <code>{"Fn::Sub": …}</code>. Nothing is {@code null}.
 */
public final class ValueJson {

    static final String REF = "Ref";
    static final String GET_ATT = "Fn::GetAtt";
    static final String SUB = "Fn::Sub";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ValueJson() {
    }

    public static JsonNode write(Value value) {
        return switch (value) {
            case Value.Text(String text) -> NODES.textNode(text);
            case Value.Whole(long number) -> NODES.numberNode(number);
            case Value.Flag(boolean on) -> NODES.booleanNode(on);
            case Value.Items(List<Value> items) -> {
                ArrayNode array = NODES.arrayNode();
                items.forEach((item) -> array.add(write(item)));
                yield array;
            }
            case Value.Fields(SequencedMap<String, Value> fields) -> {
                ObjectNode object = NODES.objectNode();
                fields.forEach((name, field) -> object.set(name, write(field)));
                yield object;
            }
            case Value.Ref(String logicalId) -> NODES.objectNode().put(REF, logicalId);
            case Value.GetAtt(String logicalId, String attribute) -> {
                ObjectNode object = NODES.objectNode();
                object.putArray(GET_ATT).add(logicalId).add(attribute);
                yield object;
            }
            case Value.Sub(String text) -> NODES.objectNode().put(SUB, text);
            case Value.Absent() -> NODES.nullNode();
        };
    }

    /**
     * @throws IllegalArgumentException where the JSON holds what no value can be: a fraction, a number that is too
     * large, a reference that is not one
     */
    public static Value read(JsonNode json) {
        return switch (json.getNodeType()) {
            case STRING -> Value.text(json.textValue());
            case BOOLEAN -> Value.flag(json.booleanValue());
            case NULL, MISSING -> Value.ABSENT;
            case NUMBER -> {
                if (!json.canConvertToLong() || !json.isIntegralNumber()) {
                    throw new IllegalArgumentException("not a whole number: " + json);
                }
                yield Value.number(json.longValue());
            }
            case ARRAY -> {
                List<Value> items = new ArrayList<>();
                json.forEach((item) -> items.add(read(item)));
                yield new Value.Items(items);
            }
            case OBJECT -> {
                SequencedMap<String, Value> fields = new LinkedHashMap<>();
                json.properties().forEach((field) -> fields.put(field.getKey(), read(field.getValue())));
                yield References.shortened(new Value.Fields(fields));
            }
            case BINARY, POJO -> throw new IllegalArgumentException("not JSON: " + json.getNodeType());
        };
    }
}

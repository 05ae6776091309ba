package footing.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What stays of a practice account when generated ids and the history of its stacks are left out. */
public final class LastingState {

    /** A UUID, a unique id of IAM, a hash: what stands behind a mark that ends a name. */
    private static final Pattern GENERATED = Pattern
            .compile("(?<=[/:\"-])(?:[0-9a-f-]{8,}|A(?:GP|RO|ID|KI|SI)A[A-Z0-9]+)(?=[\"/:,\\\\])");

    private LastingState() {
    }

    /** As JSON, for comparing with that of the same account after another run by the same clock. */
    public static String of(PracticeAccount account) {
        ObjectNode state = (ObjectNode) StateDiff.json(account);
        ArrayNode stacks = JsonNodeFactory.instance.arrayNode();
        stream(state.get("stacks")).filter((stack) -> !code(stack).equals("DELETE_COMPLETE"))
                .map(LastingState::stack)
                .sorted(Comparator.comparing(JsonNode::toString))
                .forEach(stacks::add);
        state.set("stacks", stacks);
        return GENERATED.matcher(state.toString()).replaceAll("ID");
    }

    private static JsonNode stack(JsonNode stack) {
        ObjectNode lasting = JsonNodeFactory.instance.objectNode();
        for (String name : List.of("name", "region", "terminationProtection", "changeSets")) {
            lasting.set(name, stack.path(name));
        }
        lasting.set("template", stack.path("deployed").path("template"));
        lasting.put("rests", code(stack).endsWith("_COMPLETE"));
        ArrayNode resources = lasting.putArray("resources");
        stream(stack.path("resources")).map((resource) -> resource.path("logicalId").asText())
                .sorted()
                .forEach(resources::add);
        return lasting;
    }

    private static String code(JsonNode stack) {
        return stack.path("status").path("code").asText();
    }

    private static Stream<JsonNode> stream(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }
}

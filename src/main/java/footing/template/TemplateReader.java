package footing.template;

import footing.plan.Change;
import footing.plan.References;
import footing.plan.ResourceBody;
import footing.plan.ResourceOrder;
import footing.plan.Stack;
import footing.plan.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads a template that Footing wrote, in whatever hand it is now: YAML or JSON, short tags or long functions. What
 * Footing would not write is refused, since writing the template again would lose it.
 */
final class TemplateReader {

    private static final Set<String> PARTS = Set.of("AWSTemplateFormatVersion", "Description", "Resources");
    /** Deeper and larger than any template: aliases that multiply, or hold themselves, end here. */
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NODES = 100_000;

    private int nodes;

    private TemplateReader() {
    }

    /**
     * @throws IllegalArgumentException where the text is no template, or holds what Footing did not write
     */
    static List<Change.StackResource> read(Stack stack, String text) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(stack.label()).build();
            Node root = new Compose(settings).composeString(text)
                    .orElseThrow(() -> new IllegalArgumentException("the template is empty"));
            return resources(stack, new TemplateReader().value(root, 0));
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("the template is not YAML: " + e.getMessage(), e);
        }
    }

    private static List<Change.StackResource> resources(Stack stack, Value template) {
        Value.Fields parts = fields(template, "the template");
        Set<String> unknown = new TreeSet<>(parts.fields().keySet());
        unknown.removeAll(PARTS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the template has " + unknown);
        }
        Map<String, Change.StackResource> resources = new LinkedHashMap<>();
        fields(parts.fields().getOrDefault("Resources", Value.ABSENT), "Resources").fields()
                .forEach((logicalId, body) -> resources.put(logicalId, ResourceBody.read(stack, logicalId, body)));
        for (Change.StackResource resource : resources.values()) {
            Set<String> missing = new TreeSet<>(References.of(resource));
            missing.removeAll(resources.keySet());
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException(resource.logicalId() + " names what is not there: " + missing);
            }
        }
        return ResourceOrder.sorted(resources.values());
    }

    private static Value.Fields fields(Value value, String what) {
        if (value instanceof Value.Fields fields) {
            return fields;
        }
        throw new IllegalArgumentException(what + " is no mapping");
    }

    private Value value(Node node, int depth) {
        if (depth > MAX_DEPTH || ++nodes > MAX_NODES) {
            throw new IllegalArgumentException("the template is too deep or too large");
        }
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode sequence -> sequence(sequence, depth);
            case MappingNode mapping -> mapping(mapping, depth);
            default -> throw new IllegalArgumentException("the template holds " + node.getNodeType());
        };
    }

    private static Value scalar(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        String text = scalar.getValue();
        if (tag.equals(Tag.STR)) {
            return Value.text(text);
        }
        if (tag.equals(Tag.INT)) {
            return Value.number(Long.parseLong(text));
        }
        if (tag.equals(Tag.BOOL)) {
            return Value.flag(Boolean.parseBoolean(text));
        }
        if (tag.equals(TemplateWriter.REF)) {
            return new Value.Ref(text);
        }
        if (tag.equals(TemplateWriter.GET_ATT)) {
            return References.getAtt(Value.text(text));
        }
        if (tag.equals(TemplateWriter.SUB)) {
            return new Value.Sub(text);
        }
        throw new IllegalArgumentException("the template holds " + tag + " " + text);
    }

    private Value sequence(SequenceNode sequence, int depth) {
        List<Value> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(value(item, depth + 1));
        }
        if (sequence.getTag().equals(TemplateWriter.GET_ATT)) {
            return References.getAtt(new Value.Items(items));
        }
        if (!sequence.getTag().equals(Tag.SEQ)) {
            throw new IllegalArgumentException("the template holds " + sequence.getTag());
        }
        return new Value.Items(items);
    }

    private Value mapping(MappingNode mapping, int depth) {
        if (!mapping.getTag().equals(Tag.MAP)) {
            throw new IllegalArgumentException("the template holds " + mapping.getTag());
        }
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new IllegalArgumentException("the template has a key that is no text");
            }
            if (fields.put(key.getValue(), value(tuple.getValueNode(), depth + 1)) != null) {
                throw new IllegalArgumentException("the template says twice: " + key.getValue());
            }
        }
        return References.shortened(new Value.Fields(fields));
    }
}

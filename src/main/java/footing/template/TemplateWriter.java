package footing.template;

import footing.plan.Change;
import footing.plan.ResourceBody;
import footing.plan.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Writes a template as people write them: block style, short tags for references, quotes only where needed. */
final class TemplateWriter {

    static final Tag REF = new Tag("!Ref");
    static final Tag GET_ATT = new Tag("!GetAtt");
    static final Tag SUB = new Tag("!Sub");

    private static final String DESCRIPTION = "Security baseline of this account, made by Footing."
            + " Change it there, not by hand.";
    private static final int WIDTH = 4096;

    /** What no version of YAML takes for anything but text. Everything else is quoted. */
    private static final Pattern PLAIN = Pattern
            .compile("[A-Za-z][A-Za-z0-9_./@+-]*(( |::?|, )[A-Za-z0-9_./@+-]+)*");
    private static final Set<String> NOT_PLAIN = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private TemplateWriter() {
    }

    static String text(List<Change.StackResource> resources) {
        Value.Fields bodies = Value.none();
        for (Change.StackResource resource : resources) {
            bodies = bodies.with(resource.logicalId(), ResourceBody.of(resource));
        }
        Value template = Value.fields("AWSTemplateFormatVersion", Value.text("2010-09-09"))
                .with("Description", Value.text(DESCRIPTION))
                .with("Resources", bodies);
        StringBuilder text = new StringBuilder();
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndent(2)
                .setWidth(WIDTH)
                .setSplitLines(false)
                .setBestLineBreak("\n")
                .build();
        new Dump(settings).dumpNode(node(template), new StreamDataWriter() {
            @Override
            public void write(String part) {
                text.append(part);
            }

            @Override
            public void write(String part, int offset, int length) {
                text.append(part, offset, offset + length);
            }
        });
        return text.toString();
    }

    private static Node node(Value value) {
        return switch (value) {
            case Value.Text(String text) -> scalar(Tag.STR, text, style(text));
            case Value.Whole(long number) -> scalar(Tag.INT, Long.toString(number), ScalarStyle.PLAIN);
            case Value.Flag(boolean on) -> scalar(Tag.BOOL, Boolean.toString(on), ScalarStyle.PLAIN);
            case Value.Items(List<Value> items) ->
                new SequenceNode(Tag.SEQ, items.stream().map(TemplateWriter::node).toList(), style(items));
            case Value.Fields(SequencedMap<String, Value> fields) -> mapping(fields);
            case Value.Ref(String logicalId) -> scalar(REF, logicalId, ScalarStyle.PLAIN);
            case Value.GetAtt(String logicalId, String attribute) ->
                scalar(GET_ATT, logicalId + "." + attribute, ScalarStyle.PLAIN);
            case Value.Sub(String text) -> scalar(SUB, text, ScalarStyle.SINGLE_QUOTED);
            case Value.Absent() -> throw new IllegalArgumentException("nothing cannot be written in a template");
        };
    }

    private static Node mapping(SequencedMap<String, Value> fields) {
        List<NodeTuple> tuples = new ArrayList<>();
        for (Map.Entry<String, Value> field : fields.entrySet()) {
            tuples.add(new NodeTuple(scalar(Tag.STR, field.getKey(), style(field.getKey())), node(field.getValue())));
        }
        return new MappingNode(Tag.MAP, tuples, fields.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    private static FlowStyle style(List<Value> items) {
        return items.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }

    private static ScalarStyle style(String text) {
        boolean plain = PLAIN.matcher(text).matches()
                && !NOT_PLAIN.contains(text.toLowerCase(Locale.ROOT));
        return plain ? ScalarStyle.PLAIN : ScalarStyle.SINGLE_QUOTED;
    }

    private static Node scalar(Tag tag, String text, ScalarStyle style) {
        return new ScalarNode(tag, text, style);
    }
}

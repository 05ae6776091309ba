package footing.choices;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One section of a choices file, read key by key. What is wrong is added to the complaints, and reading goes on, so
 * that a person hears of everything at once. A key without a value is as good as none.
 */
final class FileSection {

    private final String path;
    private final Map<String, Node> given = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final List<Complaint> complaints;
    /** Where each field stands, from line 1; all sections of a file share it. */
    private final Map<String, Integer> lines;
    /** Whether it is no section at all, so that nothing in it can be missed. */
    private boolean broken;

    FileSection(String path, Optional<Node> node, List<Complaint> complaints) {
        this(path, node, complaints, new HashMap<>());
    }

    private FileSection(String path, Optional<Node> node, List<Complaint> complaints, Map<String, Integer> lines) {
        this.path = path;
        this.complaints = complaints;
        this.lines = lines;
        node.ifPresent(this::take);
    }

    private void take(Node node) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::take);
        } else if (!isEmpty(node)) {
            broken = true;
            complaints.addAll(Complaints.error(path.isEmpty() ? "(file)" : path, text(node), "section"));
        }
    }

    private void take(NodeTuple tuple) {
        String key = text(tuple.getKeyNode());
        tuple.getKeyNode().getStartMark().ifPresent((mark) -> lines.putIfAbsent(field(key), mark.getLine() + 1));
        if (given.containsKey(key)) {
            complaints.addAll(Complaints.error(field(key), text(tuple.getValueNode()), "twice"));
        } else {
            given.put(key, tuple.getValueNode());
        }
    }

    String field(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Whether nothing at all is given here. */
    boolean isEmpty() {
        return given.values().stream().allMatch(FileSection::isEmpty);
    }

    Optional<String> text(String key) {
        return value(key).flatMap((node) -> node instanceof ScalarNode scalar
                ? Optional.of(scalar.getValue())
                : wrong(key, node, "not-text"));
    }

    /** A text that must be there; {@code missing} is complained of, and an empty text goes on in its place. */
    String requiredText(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty() && value(key).isEmpty() && !broken) {
            complaints.addAll(Complaints.error(field(key), "", "required"));
        }
        return text.orElse("");
    }

    Optional<Integer> whole(String key) {
        return value(key).flatMap((node) -> {
            Optional<Integer> number = node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)
                    ? parse(scalar.getValue())
                    : Optional.empty();
            return number.isPresent() ? number : unquoted(key, node, "[0-9]+", "not-number");
        });
    }

    Optional<Boolean> flag(String key) {
        return value(key).flatMap((node) -> node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)
                ? Optional.of(Boolean.parseBoolean(scalar.getValue()))
                : unquoted(key, node, "true|false", "not-switch"));
    }

    /** What would be right, were it not for its quotes, which make a text of it, is told so. */
    private <T> Optional<T> unquoted(String key, Node node, String right, String rule) {
        boolean quoted = node instanceof ScalarNode scalar && !scalar.isPlain() && scalar.getValue().matches(right);
        return quoted ? wrong(key, node, "quoted") : wrong(key, node, rule);
    }

    List<String> texts(String key) {
        Optional<Node> node = value(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof SequenceNode list
                && list.getValue().stream().allMatch((one) -> one instanceof ScalarNode && !isEmpty(one))) {
            return list.getValue().stream().map(FileSection::text).toList();
        }
        return this.<List<String>>wrong(key, node.get(), "not-list").orElseGet(List::of);
    }

    FileSection section(String key) {
        FileSection section = new FileSection(field(key), value(key), complaints, lines);
        section.broken |= broken;
        return section;
    }

    Set<String> keys() {
        return Set.copyOf(given.keySet());
    }

    /** The line of a field, or of the innermost section that it is missing from; 0 for the file as a whole. */
    int line(String field) {
        String name = field;
        while (!lines.containsKey(name) && name.contains(".")) {
            name = name.substring(0, name.lastIndexOf('.'));
        }
        return lines.getOrDefault(name, 0);
    }

    /** Names that only become known as the file is read: of activities, of items. */
    void allow(Collection<String> keys) {
        known.addAll(keys);
    }

    void complain(List<Complaint> more) {
        complaints.addAll(more);
    }

    /** To be called when all keys were asked for: whatever nobody asked for is unknown. */
    void end() {
        given.forEach((key, node) -> {
            if (!known.contains(key)) {
                complaints.addAll(Complaints.error(field(key), text(node), "unknown-key",
                        Map.of("allowed", String.join(", ", new ArrayList<>(known)))));
            }
        });
    }

    private Optional<Node> value(String key) {
        known.add(key);
        return Optional.ofNullable(given.get(key)).filter((node) -> !isEmpty(node));
    }

    private <T> Optional<T> wrong(String key, Node node, String rule) {
        complaints.addAll(Complaints.error(field(key), text(node), rule));
        return Optional.empty();
    }

    private static Optional<Integer> parse(String digits) {
        try {
            return Optional.of(Integer.parseInt(digits));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private static boolean isEmpty(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static String text(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.getValue();
            case MappingNode mapping -> "{…}";
            case SequenceNode list -> "[…]";
            default -> node.getNodeType().toString();
        };
    }
}

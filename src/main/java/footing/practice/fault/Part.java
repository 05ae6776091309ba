package footing.practice.fault;

import footing.practice.PracticeException;
import java.util.ArrayList;
import java.util.Collection;
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
 * A value of a faults file with its place, read key by key where it is a section. The first thing that is wrong ends
 * the reading: its {@link PracticeException} names the field, the value and what is allowed.
 */
final class Part {

    private static final int MOST_SHOWN = 80;

    private final String file;
    private final String path;
    private final Node node;
    private final Set<String> asked = new LinkedHashSet<>();

    private Part(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** The whole of a file. */
    static Part whole(String file, Node node) {
        return new Part(file, "", node);
    }

    /** Where it stands, for people. */
    String place() {
        return path + line(node);
    }

    private static String line(Node node) {
        return node.getStartMark().map((mark) -> ", line " + (mark.getLine() + 1)).orElse("");
    }

    /** What stands under a key; empty where nothing does. */
    Optional<Part> find(String key) {
        asked.add(key);
        return Optional.ofNullable(fields().get(key)).filter((part) -> !part.node.getTag().equals(Tag.NULL));
    }

    Part get(String key) {
        return find(key).orElseThrow(() -> wrong("'%s' is missing".formatted(key)));
    }

    boolean has(String key) {
        return find(key).isPresent();
    }

    /** The section's own values, in the order of the file. */
    Map<String, Part> fields() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("'%s' is not a section of keys and values".formatted(shown()));
        }
        Map<String, Part> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode());
            Part part = new Part(file, path.isEmpty() ? key : path + "." + key, tuple.getValueNode());
            if (fields.put(key, part) != null) {
                throw part.wrong("stands there twice");
            }
        }
        return fields;
    }

    List<Part> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("'%s' is not a list".formatted(shown()));
        }
        List<Part> parts = new ArrayList<>();
        for (Node one : sequence.getValue()) {
            parts.add(new Part(file, "%s[%d]".formatted(path, parts.size()), one));
        }
        return parts;
    }

    boolean isSection() {
        return node instanceof MappingNode;
    }

    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return scalar.getValue();
        }
        throw wrong("'%s' is not a text".formatted(shown()));
    }

    int whole(int least, int most) {
        try {
            int number = Integer.parseInt(text());
            if (least <= number && number <= most) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // told below
        }
        throw notAllowed("a whole number from %d to %d".formatted(least, most));
    }

    /** To be called when all that is known was asked for: whatever nobody asked for is unknown. */
    void end() {
        fields().forEach((key, part) -> {
            if (!asked.contains(key)) {
                throw part.wrong("there is no such key here; allowed are " + String.join(", ", asked));
            }
        });
    }

    /** The text, which must be one of these. */
    String oneOf(Collection<String> words) {
        if (!words.contains(text())) {
            throw notAllowed(String.join(", ", words));
        }
        return text();
    }

    PracticeException notAllowed(String allowed) {
        return wrong("'%s' is not allowed; allowed is %s".formatted(shown(), allowed));
    }

    PracticeException wrong(String what) {
        return new PracticeException("--practice-faults: %s%s: %s: %s".formatted(file, line(node),
                path.isEmpty() ? "(file)" : path, what));
    }

    private String shown() {
        String line = text(node).replaceAll("\\p{C}", "\uFFFD");
        return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + "…";
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

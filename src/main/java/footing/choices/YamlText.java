package footing.choices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** YAML as people write it: sections, lists and texts. What only programs make of YAML is refused, with its line. */
final class YamlText {

    private static final String WHOLE = "(file)";
    /** More than any honest file; a larger one is refused before it is read. */
    private static final int MOST_CHARACTERS = 256 * 1024;
    private static final int MOST_DEPTH = 8;

    private YamlText() {
    }

    /** @return the root; empty where the file has none, or where there is a complaint */
    static Optional<Node> parse(String text, List<Complaint> complaints) {
        if (text.length() > MOST_CHARACTERS) {
            complaints.addAll(Complaints.error(WHOLE, text.length() + " characters", "too-large",
                    Map.of("max", String.valueOf(MOST_CHARACTERS))));
            return Optional.empty();
        }
        String yaml = text.startsWith("\uFEFF") ? text.substring(1) : text;
        LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
        try {
            // The composer goes into the depth by recursion and follows aliases; the parser does neither.
            complaints.addAll(tooClever(new Parse(settings).parseString(yaml)));
            return complaints.isEmpty() ? new Compose(settings).composeString(yaml) : Optional.empty();
        } catch (MarkedYamlEngineException notYaml) {
            // What the parser says of it is for who writes parsers; the line and the column help people.
            complaints.addAll(notYaml.getProblemMark()
                    .map((mark) -> at(mark, Complaints.error(WHOLE, line(yaml, mark), "not-yaml-line",
                            Map.of("line", String.valueOf(mark.getLine() + 1), "column",
                                    String.valueOf(mark.getColumn() + 1)))))
                    .orElseGet(() -> Complaints.error(WHOLE, "", "not-yaml")));
        } catch (YamlEngineException notYaml) {
            complaints.addAll(Complaints.error(WHOLE, "", "not-yaml"));
        }
        return Optional.empty();
    }

    /** The first thing that is more than sections, lists and texts. */
    private static List<Complaint> tooClever(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            Optional<Mark> mark = event.getStartMark();
            if (depth > MOST_DEPTH) {
                return complaint(mark, "", "too-deep", Map.of("max", String.valueOf(MOST_DEPTH)));
            }
            Optional<String> clever = clever(event);
            if (clever.isPresent()) {
                return complaint(mark, clever.get(), "too-clever", Map.of());
            }
        }
        return Complaints.none();
    }

    private static Optional<String> clever(Event event) {
        if (event instanceof AliasEvent alias) {
            return Optional.of("*" + alias.getAlias().getValue());
        }
        Optional<String> anchor = event instanceof NodeEvent node
                ? node.getAnchor().map((name) -> "&" + name.getValue())
                : Optional.empty();
        return anchor.or(() -> switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> Optional.empty();
        });
    }

    private static List<Complaint> complaint(Optional<Mark> mark, String value, String rule,
            Map<String, String> values) {
        List<Complaint> complaints = Complaints.error(WHOLE, value, rule, values);
        return mark.map((place) -> at(place, complaints)).orElse(complaints);
    }

    private static List<Complaint> at(Mark mark, List<Complaint> complaints) {
        return complaints.stream().map((complaint) -> complaint.at(mark.getLine() + 1)).toList();
    }

    private static String line(String yaml, Mark mark) {
        return yaml.lines().skip(mark.getLine()).findFirst().orElse("").strip();
    }
}

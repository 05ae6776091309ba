package footing.checklist;

import footing.checklist.Checklist.Named;
import footing.plan.Value;
import footing.text.Visible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A tree of values as lines: the path to each leaf, and the leaf. */
final class Leaves {

    private static final int LONGEST = 400;

    private Leaves() {
    }

    /** What one tree has that the other has not, or has otherwise. */
    static List<Named> differing(Value one, Value other) {
        Map<String, String> others = leaves(other);
        return leaves(one).entrySet()
                .stream()
                .filter((leaf) -> !leaf.getValue().equals(others.get(leaf.getKey())))
                .map((leaf) -> new Named(leaf.getKey(), Visible.line(leaf.getValue(), LONGEST)))
                .toList();
    }

    private static SequencedMap<String, String> leaves(Value value) {
        SequencedMap<String, String> leaves = new LinkedHashMap<>();
        collect("", value, leaves);
        return leaves;
    }

    private static void collect(String path, Value value, Map<String, String> leaves) {
        switch (value) {
            case Value.Fields(SequencedMap<String, Value> fields) -> fields
                    .forEach((name, field) -> collect(path.isEmpty() ? name : path + "." + name, field, leaves));
            case Value.Items(List<Value> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    collect(path + "[" + i + "]", items.get(i), leaves);
                }
            }
            case Value.Text(String text) -> leaves.put(path, text);
            case Value.Whole(long number) -> leaves.put(path, Long.toString(number));
            case Value.Flag(boolean on) -> leaves.put(path, Boolean.toString(on));
            case Value.Ref(String id) -> leaves.put(path, id);
            case Value.GetAtt(String id, String attribute) -> leaves.put(path, id + "." + attribute);
            case Value.Sub(String text) -> leaves.put(path, text);
            case Value.Absent absent -> {
            }
        }
    }
}

package footing.practice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What differs between two states of a practice account, by the JSON in which it is kept. */
public final class StateDiff {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * One thing that is not as it was.
     *
     * @param path the names and keys that lead to it; in a list, the place
     * @param before missing where nothing was there
     * @param after missing where nothing is left
     */
    public record Difference(List<String> path, JsonNode before, JsonNode after) {

        public boolean isBelow(List<String> place) {
            return path.size() >= place.size() && path.subList(0, place.size()).equals(place);
        }

        public boolean isAbove(List<String> place) {
            return place.size() > path.size() && place.subList(0, path.size()).equals(path);
        }

        public String name() {
            return path.getLast();
        }

        @Override
        public String toString() {
            return String.join(" > ", path) + ": " + before + " -> " + after;
        }
    }

    private StateDiff() {
    }

    public static JsonNode json(PracticeAccount account) {
        return parsed(AccountJson.write(account, "id")).path("account");
    }

    /** JSON that is kept as text, as policies are. */
    public static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    public static List<Difference> between(PracticeAccount before, PracticeAccount after) {
        List<Difference> found = new ArrayList<>();
        compare(List.of(), json(before), json(after), found);
        return found;
    }

    private static void compare(List<String> path, JsonNode before, JsonNode after, List<Difference> found) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach((name) -> compare(longer(path, name), before.path(name), after.path(name), found));
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(longer(path, String.valueOf(i)), before.path(i), after.path(i), found);
            }
        } else {
            found.add(new Difference(path, before, after));
        }
    }

    private static List<String> longer(List<String> path, String name) {
        List<String> more = new ArrayList<>(path);
        more.add(name);
        return List.copyOf(more);
    }

    /** Whether nothing is there. */
    public static boolean isMissing(JsonNode node) {
        return node instanceof MissingNode;
    }
}

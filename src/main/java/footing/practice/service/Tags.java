package footing.practice.service;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Tags as a map, whatever the service's own shape is. */
public final class Tags {

    private Tags() {
    }

    static <T> SortedMap<String, String> of(Collection<T> tags, Function<T, String> key, Function<T, String> value) {
        SortedMap<String, String> map = new TreeMap<>();
        tags.forEach((tag) -> map.put(key.apply(tag), value.apply(tag)));
        return map;
    }

    static SortedMap<String, String> with(Map<String, String> tags, Map<String, String> more) {
        SortedMap<String, String> map = new TreeMap<>(tags);
        map.putAll(more);
        return map;
    }

    static SortedMap<String, String> without(Map<String, String> tags, Collection<String> keys) {
        SortedMap<String, String> map = new TreeMap<>(tags);
        map.keySet().removeAll(keys);
        return map;
    }

    /** In the shape of a service. */
    public static <T> List<T> list(Map<String, String> tags, BiFunction<String, String, T> tag) {
        return tags.entrySet().stream().map((entry) -> tag.apply(entry.getKey(), entry.getValue())).toList();
    }
}

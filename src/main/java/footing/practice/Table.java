package footing.practice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Things of one kind by their key, in the order of the keys. A table never changes: what adds or takes away gives
 * another one.
 */
public record Table<T>(@JsonValue SortedMap<String, T> rows) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Table {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    public static <T> Table<T> empty() {
        return new Table<>(new TreeMap<>());
    }

    public Optional<T> find(String key) {
        return Optional.ofNullable(rows.get(key));
    }

    public boolean has(String key) {
        return rows.containsKey(key);
    }

    public Collection<T> all() {
        return rows.values();
    }

    public Table<T> with(String key, T row) {
        SortedMap<String, T> more = new TreeMap<>(rows);
        more.put(key, row);
        return new Table<>(more);
    }

    public Table<T> withAll(Map<String, T> others) {
        SortedMap<String, T> more = new TreeMap<>(rows);
        more.putAll(others);
        return new Table<>(more);
    }

    /**
     * With what a row becomes.
     *
     * @param missing what is thrown where there is no such row
     */
    public <X extends RuntimeException> Table<T> changed(String key, UnaryOperator<T> change, Supplier<X> missing) {
        return with(key, change.apply(find(key).orElseThrow(missing)));
    }

    public Table<T> without(String key) {
        SortedMap<String, T> fewer = new TreeMap<>(rows);
        fewer.remove(key);
        return new Table<>(fewer);
    }
}

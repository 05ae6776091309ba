package footing.aws.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the SDK gives, where it may give nothing: the named values of an observation, in their order. */
record Values(Map<String, String> map) {

    private static final int SHOWN = 5;

    static Values of() {
        return new Values(new LinkedHashMap<>());
    }

    /** A list of names, of which the first few are told: there may be many. */
    static String some(Stream<String> names) {
        List<String> all = names.toList();
        return all.isEmpty()
                ? "0"
                : all.size() + ": " + String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
    }

    /** A value that AWS did not give is not shown. */
    Values and(String name, @Nullable Object value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        Optional.ofNullable(value).ifPresent((given) -> more.put(name, given.toString()));
        return new Values(more);
    }
}

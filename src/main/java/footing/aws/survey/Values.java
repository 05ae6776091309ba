package footing.aws.survey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the SDK gives, where it may give nothing: the named values of an observation, in their order. */
record Values(Map<String, String> map) {

    static Values of() {
        return new Values(new LinkedHashMap<>());
    }

    /** A value that AWS did not give is not shown. */
    Values and(String name, @Nullable Object value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        Optional.ofNullable(value).ifPresent((given) -> more.put(name, given.toString()));
        return new Values(more);
    }

    static String text(@Nullable String told) {
        return told == null ? "" : told;
    }

    static boolean flag(@Nullable Boolean told) {
        return told != null && told;
    }

    /** A number that AWS writes as 0, or not at all, where there is none. */
    static Optional<Integer> count(@Nullable Integer told) {
        return Optional.ofNullable(told).filter((number) -> number > 0);
    }

    /** A text that AWS writes as "", or not at all, where there is none. */
    static Optional<String> some(@Nullable String told) {
        return Optional.ofNullable(told).filter((text) -> !text.isEmpty());
    }
}

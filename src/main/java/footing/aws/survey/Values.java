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
}

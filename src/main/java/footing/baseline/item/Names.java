package footing.baseline.item;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of users and the like, of which there may be thousands, as a sentence tells them. */
final class Names {

    private static final int TOLD = 8;

    private Names() {
    }

    /** The first of them as {@code users}, and how many there are as {@code count}. */
    static Map<String, String> users(List<String> names) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("count", String.valueOf(names.size()));
        values.put("users", some(names));
        return values;
    }

    static String some(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(TOLD, names.size())));
        return names.size() > TOLD ? first + ", …" : first;
    }
}

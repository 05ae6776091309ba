package footing.choices;

import java.util.Map;
import java.util.Optional;

/**
 * What is wrong, or odd, about one value that a person gave.
 *
 * @param field the value's place, as in the file: {@code contacts.security.email}
 * @param value what was given, bounded and on one line
 * @param severity a warning can be gone past, an error cannot
 * @param key the key of the text that says what is allowed
 * @param values what the text names
 * @param line where it stands in the file, from 1; empty where it does not come from one
 */
public record Complaint(String field, String value, Severity severity, String key, Map<String, String> values,
        Optional<Integer> line) {

    public Complaint {
        field = Complaints.shown(field);
        value = Complaints.shown(value);
    }

    public enum Severity {
        ERROR,
        WARNING
    }

    Complaint at(int place) {
        return new Complaint(field, value, severity, key, values, Optional.of(place));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}

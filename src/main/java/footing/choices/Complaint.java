package footing.choices;

import java.util.Map;

/**
 * What is wrong, or odd, about one value that a person gave.
 *
 * @param field the value's place, as in the file: {@code contacts.security.email}
 * @param value what was given, bounded
 * @param severity a warning can be gone past, an error cannot
 * @param key the key of the text that says what is allowed
 * @param values what the text names
 */
public record Complaint(String field, String value, Severity severity, String key, Map<String, String> values) {

    public enum Severity {
        ERROR,
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}

package footing.wizard.form;

import footing.choices.Complaint;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A value that is written as text and means something else.
 *
 * @param <T> what it means
 */
public final class Written<T> {

    private final Field field;
    private final String rule;
    private final Function<String, Optional<T>> meaning;

    private Written(Field field, String rule, Function<String, Optional<T>> meaning) {
        this.field = field;
        this.rule = rule;
        this.meaning = meaning;
    }

    /** A whole number. */
    public static Written<Integer> number(Field field) {
        return new Written<>(field, "complaint.not-number", Written::number);
    }

    /** A day: {@code 2026-01-31}. */
    public static Written<LocalDate> day(Field field) {
        return new Written<>(field, "complaint.date", Written::day);
    }

    public Field field() {
        return field;
    }

    /** What was written, where it means something. */
    public Optional<T> meant() {
        return field.given().flatMap(meaning);
    }

    /** What is wrong where something was written that means nothing. */
    public List<Complaint> complaints() {
        return field.given()
                .filter((text) -> meaning.apply(text).isEmpty())
                .map((text) -> complaint(text, rule))
                .stream()
                .toList();
    }

    /** The same where a value has to be given. */
    public List<Complaint> complaintsOfRequired() {
        return Stream.concat(complaints().stream(),
                field.given().isEmpty() ? Stream.of(complaint("", "complaint.required")) : Stream.of()).toList();
    }

    private Complaint complaint(String value, String key) {
        return new Complaint(field.id(), value, Complaint.Severity.ERROR, key, Map.of(), Optional.empty());
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}

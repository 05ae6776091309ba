package footing.wizard.people;

import footing.wizard.form.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A role that people or programs take on through an identity provider, as it is written.
 *
 * @param number tells it from the other rows, and stands in the ids of its fields
 * @param subject of whom a token has to be, where the provider gives tokens
 * @param policies names of AWS's policies, with commas between them
 */
record RoleRow(int number, Field name, Optional<Field> subject, Field policies) {

    /** In the order in which they stand on the page. */
    Stream<Field> fields() {
        return Stream.of(Stream.of(name), subject.stream(), Stream.of(policies)).flatMap((some) -> some);
    }

    String roleName() {
        return name.given().orElse("");
    }

    /** Empty where none is written, or none is asked for. */
    String subjectText() {
        return subject.flatMap(Field::given).orElse("");
    }

    List<String> held() {
        return Policies.of(policies);
    }
}

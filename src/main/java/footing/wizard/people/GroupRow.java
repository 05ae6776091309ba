package footing.wizard.people;

import footing.wizard.form.Field;
import java.util.List;
import java.util.stream.Stream;

/**
 * A group that is to be made, as it is written.
 *
 * @param number tells it from the other rows, and stands in the ids of its fields
 * @param policies names of AWS's policies, with commas between them
 */
record GroupRow(int number, Field name, Field policies) {

    /** In the order in which they stand on the page. */
    Stream<Field> fields() {
        return Stream.of(name, policies);
    }

    String groupName() {
        return name.given().orElse("");
    }

    List<String> held() {
        return Policies.of(policies);
    }
}

package footing.wizard.people;

import footing.wizard.form.Field;
import java.util.Arrays;
import java.util.List;

/** Names of AWS's policies as people write them: with commas between them. */
final class Policies {

    private Policies() {
    }

    static List<String> of(Field field) {
        return Arrays.stream(field.value().get().split(",", -1))
                .map(String::strip)
                .filter((policy) -> !policy.isEmpty())
                .toList();
    }

    static void write(Field field, List<String> policies) {
        field.value().set(String.join(", ", policies));
    }
}

package footing.baseline.item;

import footing.choices.Complaint;
import footing.choices.Complaint.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said of a name that cannot be had. */
final class Taken {

    private Taken() {
    }

    /** @param other the field that has the same name, in the same place */
    static List<Complaint> by(String field, String name, String other) {
        return List.of(new Complaint(field, name, Severity.ERROR, "complaint.name-twice", Map.of("other", other),
                Optional.empty()));
    }

    /** A bucket that is there already, of which nothing is known but its name. */
    static List<Complaint> bucket(String field, String name) {
        return List.of(new Complaint(field, name, Severity.ERROR, "complaint.bucket-there", Map.of(),
                Optional.empty()));
    }
}

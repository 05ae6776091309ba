package footing.baseline.item;

import footing.account.Region;
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

    /** A bucket of this account that has the name, but is no place for what is to be written. */
    static List<Complaint> closed(String field, String name, Region there, Region wanted) {
        return List.of(new Complaint(field, name, Severity.ERROR, "complaint.bucket-closed",
                Map.of("there", there.id(), "wanted", wanted.id()), Optional.empty()));
    }

    /** A bucket that another account has, or that is kept from the caller: which of the two, S3 does not tell. */
    static List<Complaint> foreign(String field, String name) {
        return List.of(new Complaint(field, name, Severity.WARNING, "complaint.bucket-foreign", Map.of(),
                Optional.empty()));
    }

    /** A bucket that is there already, of which nothing is known but its name. */
    static List<Complaint> bucket(String field, String name) {
        return List.of(new Complaint(field, name, Severity.ERROR, "complaint.bucket-there", Map.of(),
                Optional.empty()));
    }
}

package footing.wizard.people;

import footing.choices.Complaint;
import footing.choices.SamlChoice;
import footing.wizard.form.Field;
import footing.wizard.form.Form;
import footing.work.MetadataFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** An identity provider that IAM is to trust by SAML, as it is written. It counts only where a person wants one. */
final class SamlFields {

    static final String NAME = "access.saml.name";
    static final String ROLES = "access.saml.roles";

    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");
    private final Field name;
    private final Field file;
    private final RoleFields roles;
    private final ObjectProperty<Optional<MetadataFile>> read = new SimpleObjectProperty<>(this, "read",
            Optional.empty());

    SamlFields(Form form) {
        name = form.field(NAME);
        file = form.field(MetadataFile.FIELD);
        roles = new RoleFields(form, ROLES, false);
        wanted.subscribe((before, now) -> {
            if (now) {
                roles.begin();
            }
            form.check();
        });
        read.subscribe((before, now) -> form.check());
    }

    BooleanProperty wanted() {
        return wanted;
    }

    Field name() {
        return name;
    }

    /** The path of the metadata file. */
    Field file() {
        return file;
    }

    RoleFields roles() {
        return roles;
    }

    /** What was read of the file that is written now; empty where none is, or it is still being read. */
    ObjectProperty<Optional<MetadataFile>> read() {
        return read;
    }

    void fill(Optional<SamlChoice> choice) {
        name.value().set(choice.map(SamlChoice::name).orElse(""));
        file.value().set(choice.flatMap(SamlChoice::metadataFile).orElse(""));
        roles.rows().clear();
        choice.map(SamlChoice::roles).orElseGet(TreeMap::new).forEach((role, held) -> {
            RoleRow row = roles.rows().add();
            row.name().value().set(role);
            Policies.write(row.policies(), held);
        });
        wanted.set(choice.isPresent());
    }

    Optional<SamlChoice> choice() {
        if (!wanted.get()) {
            return Optional.empty();
        }
        SortedMap<String, List<String>> held = new TreeMap<>();
        roles.rows().all().forEach((row) -> held.putIfAbsent(row.roleName(), row.held()));
        SamlChoice written = new SamlChoice(name.given().orElse(""), file.given(), Optional.empty(), held);
        return Optional.of(read.get().map((found) -> found.in(written)).orElse(written));
    }

    List<Complaint> complaints(SortedMap<String, String> ids) {
        List<Complaint> complaints = new ArrayList<>();
        if (wanted.get()) {
            read.get().map(MetadataFile::complaints).ifPresent(complaints::addAll);
            complaints.addAll(roles.complaints(ids));
        }
        return complaints;
    }

    Stream<Field> fields() {
        return Stream.concat(Stream.of(name, file), roles.fields());
    }
}

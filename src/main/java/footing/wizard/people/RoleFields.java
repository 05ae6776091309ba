package footing.wizard.people;

import footing.choices.Complaint;
import footing.choices.FederationRules;
import footing.choices.Rules;
import footing.wizard.form.Field;
import footing.wizard.form.Form;
import footing.wizard.form.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The roles of one identity provider: as many as a person wants, each with its fields. */
final class RoleFields {

    private final Field all;
    private final Rows<RoleRow> rows;

    /**
     * @param id their place in the choices file
     * @param subjects whether each has a subject
     */
    RoleFields(Form form, String id, boolean subjects) {
        all = form.field(id);
        rows = new Rows<>(form, (number) -> {
            String of = id + "." + number + ".";
            return new RoleRow(number, form.field(of + "name"),
                    subjects ? Optional.of(form.field(of + "subject")) : Optional.empty(),
                    form.field(of + "policies"));
        }, RoleRow::fields);
    }

    Rows<RoleRow> rows() {
        return rows;
    }

    /** Where it is told that there is none. */
    Field all() {
        return all;
    }

    /** Whoever wants a provider wants a role, so there is one to be filled in. */
    void begin() {
        if (rows.all().isEmpty()) {
            rows.add();
        }
    }

    /**
     * What is wrong with each, at its row.
     *
     * @param ids those of the roles before these, each with its name
     */
    List<Complaint> complaints(SortedMap<String, String> ids) {
        List<Complaint> complaints = new ArrayList<>();
        for (RoleRow row : rows.all()) {
            complaints.addAll(FederationRules.roleName(row.name().id(), row.roleName(), ids));
            complaints.addAll(Rules.groupPolicies(row.policies().id(), row.held()));
        }
        return complaints;
    }

    /** In the order in which they stand on the page. */
    Stream<Field> fields() {
        return Stream.concat(rows.fields(), Stream.of(all));
    }
}

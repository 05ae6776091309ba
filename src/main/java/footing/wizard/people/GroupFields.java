package footing.wizard.people;

import footing.choices.Complaint;
import footing.choices.Groups;
import footing.choices.Rules;
import footing.wizard.form.Form;
import footing.wizard.form.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The groups that are to be made: as many as a person wants, each with its fields. */
final class GroupFields {

    private final Rows<GroupRow> rows;

    GroupFields(Form form) {
        rows = new Rows<>(form, (number) -> new GroupRow(number, form.field("groups." + number + ".name"),
                form.field("groups." + number + ".policies")), GroupRow::fields);
    }

    Rows<GroupRow> rows() {
        return rows;
    }

    void fill(Groups groups) {
        rows.clear();
        groups.policies().forEach((name, held) -> {
            GroupRow row = rows.add();
            row.name().value().set(name);
            Policies.write(row.policies(), held);
        });
    }

    /** Of two rows that name the same group the first one counts; the other is complained about. */
    Groups groups() {
        SortedMap<String, List<String>> policies = new TreeMap<>();
        rows.all().forEach((row) -> policies.putIfAbsent(row.groupName(), row.held()));
        return new Groups(policies);
    }

    List<Complaint> complaints() {
        List<Complaint> complaints = new ArrayList<>();
        SortedMap<String, String> ids = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (GroupRow row : rows.all()) {
            String name = row.groupName();
            complaints.addAll(Rules.groupName(row.name().id(), name));
            complaints.addAll(Rules.groupPolicies(row.policies().id(), row.held()));
            Optional.ofNullable(ids.putIfAbsent(Groups.logicalId(name), name))
                    .map((other) -> new Complaint(row.name().id(), name, Complaint.Severity.ERROR,
                            "complaint.group-alike", Map.of("other", other), Optional.empty()))
                    .ifPresent(complaints::add);
        }
        return complaints;
    }
}

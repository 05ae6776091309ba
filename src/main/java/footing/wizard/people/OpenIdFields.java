package footing.wizard.people;

import footing.choices.Complaint;
import footing.choices.FederationRules;
import footing.choices.OpenIdChoice;
import footing.wizard.form.Field;
import footing.wizard.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** An issuer that IAM is to trust by OpenID Connect, as it is written. It counts only where a person wants one. */
final class OpenIdFields {

    static final String URL = "access.openIdConnect.url";
    static final String AUDIENCE = "access.openIdConnect.audience";
    static final String ROLES = "access.openIdConnect.roles";

    /** For whom tokens are that are meant for AWS, unless an issuer is set up otherwise. */
    private static final String USUAL_AUDIENCE = "sts.amazonaws.com";

    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");
    private final Field url;
    private final Field audience;
    private final RoleFields roles;

    OpenIdFields(Form form) {
        url = form.field(URL);
        audience = form.field(AUDIENCE);
        roles = new RoleFields(form, ROLES, true);
        wanted.subscribe((before, now) -> {
            if (now) {
                roles.begin();
            }
            form.check();
        });
    }

    BooleanProperty wanted() {
        return wanted;
    }

    Field url() {
        return url;
    }

    Field audience() {
        return audience;
    }

    RoleFields roles() {
        return roles;
    }

    void fill(Optional<OpenIdChoice> choice) {
        url.value().set(choice.map(OpenIdChoice::url).orElse(""));
        audience.value().set(choice.map(OpenIdChoice::audience).orElse(USUAL_AUDIENCE));
        roles.rows().clear();
        choice.map(OpenIdChoice::roles).orElseGet(TreeMap::new).forEach((name, role) -> {
            RoleRow row = roles.rows().add();
            row.name().value().set(name);
            row.subject().ifPresent((subject) -> subject.value().set(role.subject()));
            Policies.write(row.policies(), role.policies());
        });
        wanted.set(choice.isPresent());
    }

    Optional<OpenIdChoice> choice() {
        return wanted.get() ? Optional.of(written()) : Optional.empty();
    }

    private OpenIdChoice written() {
        SortedMap<String, OpenIdChoice.Role> held = new TreeMap<>();
        roles.rows()
                .all()
                .forEach((row) -> held.putIfAbsent(row.roleName(),
                        new OpenIdChoice.Role(row.subjectText(), row.held())));
        return new OpenIdChoice(url.given().orElse(""), audience.given().orElse(""), held);
    }

    List<Complaint> complaints(SortedMap<String, String> ids) {
        List<Complaint> complaints = new ArrayList<>();
        if (wanted.get()) {
            complaints.addAll(roles.complaints(ids));
            OpenIdChoice provider = written();
            for (RoleRow row : roles.rows().all()) {
                row.subject()
                        .ifPresent((subject) -> complaints
                                .addAll(FederationRules.subject(subject.id(), row.subjectText(), provider)));
            }
        }
        return complaints;
    }

    Stream<Field> fields() {
        return Stream.concat(Stream.of(url, audience), roles.fields());
    }
}

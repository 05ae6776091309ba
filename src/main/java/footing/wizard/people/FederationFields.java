package footing.wizard.people;

import footing.choices.Access;
import footing.choices.Complaint;
import footing.wizard.form.Field;
import footing.wizard.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The identity providers that IAM is to trust, as they are written. */
final class FederationFields {

    private final SamlFields saml;
    private final OpenIdFields openIdConnect;

    FederationFields(Form form) {
        saml = new SamlFields(form);
        openIdConnect = new OpenIdFields(form);
    }

    SamlFields saml() {
        return saml;
    }

    OpenIdFields openIdConnect() {
        return openIdConnect;
    }

    void fill(Access access) {
        saml.fill(access.saml());
        openIdConnect.fill(access.openIdConnect());
    }

    Access choices(Access base) {
        return base.withSaml(saml.choice()).withOpenIdConnect(openIdConnect.choice());
    }

    /** What is wrong at a row; what is wrong with the rest, the rules tell of the choices. */
    List<Complaint> complaints() {
        SortedMap<String, String> ids = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<Complaint> complaints = new ArrayList<>(saml.complaints(ids));
        complaints.addAll(openIdConnect.complaints(ids));
        return complaints;
    }

    /** In the order in which they stand on the page. */
    Stream<Field> fields() {
        return Stream.concat(saml.fields(), openIdConnect.fields());
    }
}

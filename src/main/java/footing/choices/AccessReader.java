package footing.choices;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The section of a choices file that tells how people get in. */
final class AccessReader {

    private AccessReader() {
    }

    static Access read(FileSection section) {
        Access access = new Access(section.flag("unusedAccess").orElse(Access.USUAL.unusedAccess()),
                saml(section.section("saml")), openIdConnect(section.section("openIdConnect")));
        section.end();
        return access;
    }

    private static Optional<SamlChoice> saml(FileSection section) {
        if (section.isEmpty()) {
            section.allow(List.of("name", "metadataFile", "roles"));
            section.end();
            return Optional.empty();
        }
        FileSection roles = section.section("roles");
        SortedMap<String, List<String>> held = new TreeMap<>();
        roles.keys().forEach((role) -> held.put(role, roles.texts(role)));
        roles.end();
        SamlChoice saml = new SamlChoice(section.requiredText("name"), section.text("metadataFile"), Optional.empty(),
                held);
        section.end();
        return Optional.of(saml);
    }

    private static Optional<OpenIdChoice> openIdConnect(FileSection section) {
        if (section.isEmpty()) {
            section.allow(List.of("url", "audience", "roles"));
            section.end();
            return Optional.empty();
        }
        FileSection roles = section.section("roles");
        SortedMap<String, OpenIdChoice.Role> held = new TreeMap<>();
        for (String name : new TreeSet<>(roles.keys())) {
            FileSection role = roles.section(name);
            held.put(name, new OpenIdChoice.Role(role.requiredText("subject"), role.texts("policies")));
            role.end();
        }
        roles.end();
        OpenIdChoice provider = new OpenIdChoice(section.requiredText("url"), section.requiredText("audience"), held);
        section.end();
        return Optional.of(provider);
    }
}

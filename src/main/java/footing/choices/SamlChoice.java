package footing.choices;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An identity provider that IAM is to trust by SAML, with the roles that people take on through it.
 *
 * @param name what it is called in IAM
 * @param metadataFile where its metadata stands; absent where the metadata that IAM has already is to stay
 * @param metadata what was read of that file
 * @param roles the policies of AWS that each role holds, by the role's name
 */
public record SamlChoice(String name, Optional<String> metadataFile, Optional<SamlMetadata> metadata,
        SortedMap<String, List<String>> roles) {

    /** What the provider is called in the template. */
    public static final String PROVIDER = "SamlProvider";

    static final String ROLE = "SamlRole";

    /** Whether a resource of Footing's was made for a provider by SAML. */
    public static boolean isOfSaml(String logicalId) {
        return logicalId.equals(PROVIDER) || logicalId.startsWith(ROLE);
    }

    public SamlChoice {
        SortedMap<String, List<String>> copy = new TreeMap<>();
        roles.forEach((role, held) -> copy.put(role, List.copyOf(held)));
        roles = Collections.unmodifiableSortedMap(copy);
    }

    /** What a role is called in a template: {@code SamlRoleAdministrators}. */
    public static String logicalId(String role) {
        return ROLE + LogicalIds.of(role);
    }

    public SamlChoice withMetadata(String file, SamlMetadata now) {
        return new SamlChoice(name, Optional.of(file), Optional.of(now), roles);
    }
}

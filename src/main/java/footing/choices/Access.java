package footing.choices;

import java.util.Optional;

/**
 * How people get into the account, and how that is reviewed.
 *
 * @param unusedAccess whether an analyzer tells what access nobody uses; AWS asks money for every role and user
 * @param saml the identity provider that people come from by SAML, where IAM is to trust one
 * @param openIdConnect the one that people or programs come from by OpenID Connect
 */
public record Access(boolean unusedAccess, Optional<SamlChoice> saml, Optional<OpenIdChoice> openIdConnect) {

    /** What the analyzer of unused access is called in the template. */
    public static final String UNUSED_ANALYZER = "UnusedAccessAnalyzer";

    /** What holds where nobody has chosen. */
    public static final Access USUAL = new Access(false, Optional.empty(), Optional.empty());

    /** Whether IAM is to trust any identity provider. */
    public boolean hasProvider() {
        return saml.isPresent() || openIdConnect.isPresent();
    }

    public Access withUnusedAccess(boolean now) {
        return new Access(now, saml, openIdConnect);
    }

    public Access withSaml(Optional<SamlChoice> now) {
        return new Access(unusedAccess, now, openIdConnect);
    }

    public Access withOpenIdConnect(Optional<OpenIdChoice> now) {
        return new Access(unusedAccess, saml, now);
    }
}

package footing.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The identity providers that IAM trusts. Source: {@code iam:ListSAMLProviders}, {@code
 * iam:ListOpenIDConnectProviders}.
 *
 * @param openIdConnect the ARNs of the OpenID Connect providers, which end in the issuer's address
 */
public record IdentityProviders(List<Saml> saml, List<String> openIdConnect) {

    public IdentityProviders {
        saml = List.copyOf(saml);
        openIdConnect = List.copyOf(openIdConnect);
    }

    /** @param validUntil when its metadata expires */
    public record Saml(String arn, Optional<Instant> validUntil) {

        public String name() {
            return arn.substring(arn.lastIndexOf('/') + 1);
        }

        /** Whether IAM Identity Center made it, as it does in every account that people reach through it. */
        public boolean isOfIdentityCenter() {
            return name().startsWith("AWSSSO_");
        }
    }
}

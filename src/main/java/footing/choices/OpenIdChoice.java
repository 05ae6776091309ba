package footing.choices;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An issuer that IAM is to trust by OpenID Connect, with the roles that its tokens let in.
 *
 * @param url the issuer, as its tokens write it: {@code https://token.actions.githubusercontent.com}
 * @param audience for whom the tokens have to be: {@code sts.amazonaws.com}
 * @param roles by name
 */
public record OpenIdChoice(String url, String audience, SortedMap<String, Role> roles) {

    /** What the provider is called in the template. */
    public static final String PROVIDER = "OpenIdProvider";

    static final String ROLE = "OpenIdRole";
    static final String SCHEME = "https://";

    /** Issuers that vouch for programs, never for people: build services and clusters. */
    private static final Pattern MACHINES = Pattern.compile(
            "(token\\.actions\\.githubusercontent\\.com|oidc[.-]eks\\..*|gitlab\\.com|app\\.terraform\\.io"
                    + "|api\\.bitbucket\\.org/.*|oidc\\.circleci\\.com/.*|agent\\.buildkite\\.com|rh-oidc\\..*).*");

    public OpenIdChoice {
        roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
    }

    /**
     * @param subject of whom the tokens have to be; {@code *} stands for any letters
     * @param policies of AWS, by name
     */
    public record Role(String subject, List<String> policies) {
        public Role {
            policies = List.copyOf(policies);
        }

        public boolean isPattern() {
            return subject.contains("*") || subject.contains("?");
        }
    }

    /** Whether a resource of Footing's was made for an issuer by OpenID Connect. */
    public static boolean isOfOpenId(String logicalId) {
        return logicalId.equals(PROVIDER) || logicalId.startsWith(ROLE);
    }

    /** What a role is called in a template: {@code OpenIdRoleDeploy}. */
    public static String logicalId(String role) {
        return ROLE + LogicalIds.of(role);
    }

    /** As ARNs and conditions write the issuer: without the scheme. */
    public String issuer() {
        return url.startsWith(SCHEME) ? url.substring(SCHEME.length()) : url;
    }

    public boolean isForPeople() {
        return !vouchesForMachines(issuer());
    }

    /** @param issuer without the scheme */
    public static boolean vouchesForMachines(String issuer) {
        return MACHINES.matcher(issuer).matches();
    }
}

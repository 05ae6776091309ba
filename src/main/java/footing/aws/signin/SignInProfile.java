package footing.aws.signin;

import footing.account.Region;
import java.util.List;
import java.util.Optional;

/**
 * A profile of the AWS tools, as the screens list it.
 *
 * @param region the Region that it names, where it names one that can be one
 * @param asRoot whether it signs in as the account's root user, as far as the profile tells
 * @param troubles what is wrong with it; it can be used where nothing is
 */
public record SignInProfile(String name, Kind kind, Optional<Region> region, boolean asRoot, List<Trouble> troubles) {

    /** How it signs in. */
    public enum Kind {
        STATIC_KEYS,
        /** IAM Identity Center by a named session, which can be refreshed. */
        SSO_SESSION,
        /** IAM Identity Center by a start URL of its own, which cannot. */
        LEGACY_SSO,
        ROLE,
        PROCESS,
        WEB_IDENTITY,
        /** What {@code aws login} leaves. */
        LOGIN_SESSION,
        /** It has no key that would sign in. */
        UNKNOWN
    }

    public SignInProfile {
        troubles = List.copyOf(troubles);
    }

    public boolean usable() {
        return troubles.isEmpty();
    }
}

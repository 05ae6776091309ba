package footing.aws.signin;

import footing.aws.signin.SignInProfile.Kind;
import java.util.Optional;

/**
 * Where credentials come from, so that it can be told how to get them again.
 *
 * @param profile the profile's name
 * @param kind how it signs in
 * @param source the profile from which a role is taken
 */
record Origin(String profile, Kind kind, Optional<Origin> source) {

    /** The profile that signs in, where others only take roles by it. */
    Origin first() {
        Origin first = this;
        while (first.source.isPresent()) {
            first = first.source.get();
        }
        return first;
    }

    /** The end of the keys of its texts in the bundle {@code signin}. */
    String way() {
        return switch (kind) {
            case SSO_SESSION, LEGACY_SSO -> "sso";
            case LOGIN_SESSION -> "login";
            case PROCESS -> "process";
            case ROLE -> "role";
            case WEB_IDENTITY -> "web-identity";
            case STATIC_KEYS, UNKNOWN -> "missing";
        };
    }
}

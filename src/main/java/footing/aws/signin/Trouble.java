package footing.aws.signin;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * What is wrong with a profile, so told that a person can mend it.
 *
 * @param file the file to open
 * @param profile the profile in it
 * @param key the key that is wrong or missing
 * @param what what is wrong with it
 * @param value what it says; empty where it is missing
 */
public record Trouble(Path file, String profile, String key, What what, String value) {

    public enum What {
        MISSING,
        /** There is no {@code [sso-session]} of this name. */
        NO_SUCH_SESSION,
        /** The {@code [sso-session]} lacks this key. */
        SESSION_WITHOUT,
        NO_SUCH_SOURCE,
        /** The sources lead back to the profile itself. */
        SOURCE_CIRCLE,
        /** {@code source_profile} and {@code credential_source} exclude each other, and one must be there. */
        ONE_SOURCE,
        /** The SDK knows no such Region. */
        NOT_A_REGION,
        NOT_AN_ACCOUNT,
        NOT_A_START_URL,
        NOT_A_ROLE,
        /** It is none of the values of {@code credential_source}. */
        NOT_A_SOURCE,
        /** An {@code endpoint_url} that can be no address. */
        NOT_AN_ADDRESS,
        /** The role wants a code of an MFA device, for which the SDK cannot ask. */
        WANTS_CODE,
        /** No key of it signs in. */
        NOTHING_TO_SIGN_IN_WITH
    }

    /** The key of its text in the bundle {@code signin}. */
    public String textKey() {
        return "trouble." + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What that text names. */
    public Map<String, String> values() {
        return Map.of("file", file.toString(), "profile", profile, "key", key, "value", value);
    }
}

package footing.aws;

import java.util.Locale;
import java.util.Map;

/** Nothing can be asked of the account before somebody signs in (again). */
public final class SignInNeededException extends RuntimeException implements Explained {

    public enum Reason {
        /** There are no credentials, or they could not be loaded. */
        MISSING,
        /** They were good once. */
        EXPIRED,
        /** AWS does not know them. */
        INVALID
    }

    private final Reason reason;
    private final String detail;
    private final String profile;
    private final String key;

    /** @param detail what was said, as data: bounded, without control characters, without secrets */
    public SignInNeededException(Reason reason, String detail, Throwable cause) {
        this(reason, detail, "", reason.name().toLowerCase(Locale.ROOT), cause);
    }

    /**
     * By a profile of the AWS tools, so that it can be told how to sign in again.
     *
     * @param way how the profile signs in, as the bundle {@code signin} has it: {@code sso}, {@code process} …
     */
    public SignInNeededException(Reason reason, String detail, String profile, String way, Throwable cause) {
        super("Sign-in needed: the credentials are " + reason.name().toLowerCase(Locale.ROOT)
                + (detail.isEmpty() ? "" : ": " + detail), cause);
        this.reason = reason;
        this.detail = detail;
        this.profile = profile;
        this.key = "needed." + way;
    }

    public Reason reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }

    /** The text names {@code {detail}} and, where a profile is known, {@code {profile}}. */
    @Override
    public String key() {
        return key;
    }

    @Override
    public Map<String, String> values() {
        return Map.of("detail", detail, "profile", profile);
    }
}

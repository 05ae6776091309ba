package footing.aws;

import java.util.Locale;

/** Nothing can be asked of the account before somebody signs in (again). */
public final class SignInNeededException extends RuntimeException {

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

    /** @param detail what was said, as data: bounded, without control characters, without secrets */
    public SignInNeededException(Reason reason, String detail, Throwable cause) {
        super("Sign-in needed: the credentials are " + reason.name().toLowerCase(Locale.ROOT)
                + (detail.isEmpty() ? "" : ": " + detail), cause);
        this.reason = reason;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }

    /** The key of its text in the bundle {@code signin}; the text names {@code {detail}}. */
    public String key() {
        return "needed." + reason.name().toLowerCase(Locale.ROOT);
    }
}

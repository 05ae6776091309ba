package footing.account;

/**
 * Why an answer did not come.
 *
 * @param kind which of the known causes
 * @param call the call that failed, as {@code service:Operation}
 * @param message what was said, as data: bounded, without control characters, without secrets
 */
public record Problem(Kind kind, String call, String message) {

    public enum Kind {
        TIMED_OUT,
        THROTTLED,
        NETWORK,
        /** The credentials are expired, unknown to AWS or cannot be loaded. */
        CREDENTIALS,
        /** The credentials are good, and one Region that need not be on does not know them. */
        CREDENTIALS_HERE,
        /** AWS answered with an error that is none of the above. */
        SERVICE,
        /** Nobody has asked yet. */
        NOT_READ
    }
}

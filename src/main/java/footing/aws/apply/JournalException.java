package footing.aws.apply;

/** The journal could not be written or read. */
public final class JournalException extends RuntimeException {

    JournalException(String message, Exception cause) {
        super(message + ": " + cause.getMessage(), cause);
    }

    JournalException(String message) {
        super(message);
    }
}

package footing.aws.apply;

/** The journal could not be written or read. */
public final class JournalException extends RuntimeException {

    JournalException(String message, Exception cause) {
        super(message + ": " + cause.getMessage(), cause);
    }

    /** One that is whole, and holds what this version does not know. */
    static JournalException foreign(IllegalArgumentException unknown) {
        return new JournalException("A journal holds what this version of Footing does not know", unknown);
    }

    JournalException(String message) {
        super(message);
    }
}

package footing.practice;

/** The practice account cannot be opened or kept. The message is one sentence for people and names what is wrong. */
public final class PracticeException extends RuntimeException {

    public PracticeException(String message) {
        super(message);
    }

    public PracticeException(String message, Throwable cause) {
        super(message, cause);
    }
}

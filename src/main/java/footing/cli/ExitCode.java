package footing.cli;

/** How a command ended, for scripts. They are told in {@code --help}. */
public final class ExitCode {

    public static final int DONE = 0;
    /** The baseline is not met, and {@code --fail-on} asked. */
    public static final int NOT_MET = 1;
    public static final int WRONG_USE = 2;
    public static final int SIGN_IN_NEEDED = 3;
    /** Something could not be seen or done. */
    public static final int NOT_DONE = 4;

    private ExitCode() {
    }
}

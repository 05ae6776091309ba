package footing.cli;

/** A command ends here: with one line for people, and an exit code for scripts. */
final class CommandException extends RuntimeException {

    private final int exitCode;

    private CommandException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    private CommandException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    static CommandException wrongUse(String message) {
        return new CommandException(ExitCode.WRONG_USE, message);
    }

    static CommandException wrongUse(String message, Throwable cause) {
        return new CommandException(ExitCode.WRONG_USE, message, cause);
    }

    static CommandException notDone(String message) {
        return new CommandException(ExitCode.NOT_DONE, message);
    }

    static CommandException notDone(String message, Throwable cause) {
        return new CommandException(ExitCode.NOT_DONE, message, cause);
    }

    int exitCode() {
        return exitCode;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}

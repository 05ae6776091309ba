package footing.wizard;

import footing.aws.Explained;
import footing.file.FileException;
import footing.text.Texts;
import footing.text.Visible;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that could not be done, as a page shows it.
 *
 * @param cause what went wrong, as it was said: data, bounded
 * @param code short and always the same for the same mistake at the same place, for people to quote
 * @param details everything there is, for the clipboard
 */
public record Failure(String cause, String code, String details) {

    private static final int LONGEST_CAUSE = 600;
    private static final int LONGEST_DETAILS = 20_000;

    /** @param where the step's key, which begins the code */
    public static Failure of(String where, Throwable problem) {
        StringWriter details = new StringWriter();
        problem.printStackTrace(new PrintWriter(details));
        return new Failure(bounded(cause(problem), LONGEST_CAUSE), code(where, problem),
                bounded(details.toString(), LONGEST_DETAILS));
    }

    private static String cause(Throwable problem) {
        if (problem instanceof Explained told) {
            return Visible.line(Texts.of("signin").get(told.key(), told.values()), LONGEST_CAUSE);
        }
        if (problem instanceof FileException file) {
            return Texts.of("file").get(file.key(), file.values());
        }
        return Optional.ofNullable(problem.getMessage())
                .filter((message) -> !message.isBlank())
                .orElseGet(() -> problem.getClass().getSimpleName());
    }

    private static String code(String where, Throwable problem) {
        int hash = problem.getClass().getName().hashCode();
        StackTraceElement[] stack = problem.getStackTrace();
        if (stack.length > 0) {
            hash = 31 * hash + (stack[0].getClassName() + stack[0].getMethodName()).hashCode();
        }
        return (where + "-%04X".formatted(hash & 0xFFFF)).toUpperCase(Locale.ROOT);
    }

    private static String bounded(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}

package footing.aws;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Something that the program did not foresee, for window and terminal alike.
 *
 * @param code short and always the same for the same mistake at the same place: for people to quote and to look for
 * @param details the stack trace, bounded and without secrets, to be kept or copied
 */
public record Breakdown(String code, String details) {

    private static final int MOST_LINES = 300;
    private static final String OURS = "footing.";

    public static Breakdown of(Throwable problem) {
        StringWriter trace = new StringWriter();
        problem.printStackTrace(new PrintWriter(trace, true));
        return new Breakdown(code(problem), Told.lines(trace.toString(), MOST_LINES));
    }

    /**
     * What kinds of errors led to it, and the first place of this program on the way: neither a message, which names
     * accounts, nor a line number, which another version moves, goes into it.
     */
    private static String code(Throwable problem) {
        StringBuilder what = new StringBuilder();
        List<StackTraceElement> trace = new ArrayList<>();
        Set<Throwable> passed = new HashSet<>();
        for (Throwable cause = problem; cause != null && passed.add(cause); cause = cause.getCause()) {
            what.append(cause.getClass().getName()).append(' ');
            trace.addAll(Arrays.asList(cause.getStackTrace()));
        }
        trace.stream()
                .filter((place) -> place.getClassName().startsWith(OURS))
                .findFirst()
                .or(() -> trace.stream().findFirst())
                .ifPresent((place) -> what.append(place.getClassName()).append('.').append(place.getMethodName()));
        return "F-" + String.format(Locale.ROOT, "%06X", what.toString().hashCode() & 0xFFFFFF);
    }
}

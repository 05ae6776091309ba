package footing.cli;

import footing.aws.SignInNeededException;
import footing.aws.UnreachableException;
import footing.aws.apply.JournalException;
import footing.aws.signin.ProfileException;
import footing.practice.PracticeException;
import footing.text.Texts;
import footing.text.Visible;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What went wrong, in one line for people; a stack trace goes to the log file and never to the terminal. */
final class Problems {

    private static final Texts TEXTS = Texts.of("cli");
    private static final int LONGEST = 600;

    record Told(String line, int exitCode) {
    }

    private Problems() {
    }

    static Told tell(Throwable problem, Surroundings surroundings) {
        return switch (problem) {
            case CommandException ended -> new Told(ended.text(), ended.exitCode());
            case ProfileException profile -> new Told(signIn(profile.key(), profile.values()), ExitCode.WRONG_USE);
            case PracticeException practice -> new Told(line(practice), ExitCode.WRONG_USE);
            case SignInNeededException needed -> new Told(signIn(needed.key(), Map.of("detail", needed.detail())),
                    ExitCode.SIGN_IN_NEEDED);
            case UnreachableException unreachable -> new Told(line(unreachable), ExitCode.NOT_DONE);
            case JournalException journal -> new Told(line(journal), ExitCode.NOT_DONE);
            default -> unexpected(problem, surroundings);
        };
    }

    /** Where the log of unexpected errors is. */
    static Path log(Surroundings surroundings) {
        return surroundings.dataDir().resolve("footing.log");
    }

    private static String signIn(String key, Map<String, String> values) {
        return Visible.line(Texts.of("signin").get(key, values), LONGEST);
    }

    private static String line(Throwable problem) {
        return Visible.line(Optional.ofNullable(problem.getMessage()).orElse(problem.getClass().getSimpleName()),
                LONGEST);
    }

    private static Told unexpected(Throwable problem, Surroundings surroundings) {
        String code = code(problem);
        Path log = log(surroundings);
        try {
            StringWriter trace = new StringWriter();
            problem.printStackTrace(new PrintWriter(trace, true));
            Files.createDirectories(surroundings.dataDir());
            Files.writeString(log, surroundings.clock().instant() + " " + surroundings.version() + " " + code + "\n"
                    + trace + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new Told(TEXTS.get("problem.unexpected", Map.of("code", code, "log", log.toString())),
                    ExitCode.NOT_DONE);
        } catch (IOException unwritable) {
            return new Told(TEXTS.get("problem.unlogged", Map.of("code", code, "log", log.toString(), "message",
                    line(problem))), ExitCode.NOT_DONE);
        }
    }

    /** The same mistake at the same place gives the same code: something short to look for, and to tell others. */
    private static String code(Throwable problem) {
        StackTraceElement[] trace = problem.getStackTrace();
        String place = trace.length == 0 ? "" : trace[0].getClassName() + "." + trace[0].getMethodName();
        return "F-" + String.format(Locale.ROOT, "%06X", (problem.getClass().getName() + "@" + place).hashCode()
                & 0xFFFFFF);
    }
}

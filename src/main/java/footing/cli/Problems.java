package footing.cli;

import footing.aws.Breakdown;
import footing.aws.BreakdownLog;
import footing.aws.Explained;
import footing.aws.SignInNeededException;
import footing.aws.Told;
import footing.aws.UnreachableException;
import footing.aws.apply.JournalException;
import footing.aws.signin.ProfileException;
import footing.file.FileException;
import footing.practice.PracticeException;
import footing.text.Texts;
import footing.text.Visible;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What went wrong, in one line for people; a stack trace goes to the log file and never to the terminal. */
final class Problems {

    private static final Texts TEXTS = Texts.of("cli");
    private static final int LONGEST = 600;

    record Ending(String line, int exitCode) {
    }

    private Problems() {
    }

    static Ending tell(Throwable problem, Surroundings surroundings) {
        return switch (problem) {
            case CommandException ended -> new Ending(ended.text(), ended.exitCode());
            case ProfileException profile -> new Ending(words(profile), ExitCode.WRONG_USE);
            case FileException file ->
                new Ending(Visible.line(Texts.of("file").get(file.key(), file.values()), LONGEST),
                        ExitCode.WRONG_USE);
            case PracticeException practice -> new Ending(line(practice), ExitCode.WRONG_USE);
            case SignInNeededException needed -> new Ending(words(needed), ExitCode.SIGN_IN_NEEDED);
            case UnreachableException unreachable -> new Ending(words(unreachable) + redirected(surroundings),
                    ExitCode.NOT_DONE);
            case JournalException journal -> new Ending(line(journal), ExitCode.NOT_DONE);
            default -> unexpected(problem, surroundings);
        };
    }

    private static String words(Explained problem) {
        return Visible.line(Texts.of("signin").get(problem.key(), problem.values()), LONGEST);
    }

    /** Whoever sends the calls elsewhere is told so, where nothing came of it. */
    private static String redirected(Surroundings surroundings) {
        return surroundings.variable("AWS_ENDPOINT_URL")
                .map((endpoint) -> " " + TEXTS.get("problem.endpoint", Map.of("endpoint", Visible.line(endpoint, 200))))
                .orElse("");
    }

    private static String line(Throwable problem) {
        return Visible.line(Told.of(Optional.ofNullable(problem.getMessage())
                .orElse(problem.getClass().getSimpleName())), LONGEST);
    }

    private static Ending unexpected(Throwable problem, Surroundings surroundings) {
        Breakdown breakdown = Breakdown.of(problem);
        BreakdownLog log = BreakdownLog.in(surroundings.dataDir());
        Map<String, String> values = Map.of("code", breakdown.code(), "log", log.file().toString());
        try {
            log.add(breakdown, surroundings.clock().instant(), surroundings.version());
            return new Ending(TEXTS.get("problem.unexpected", values), ExitCode.NOT_DONE);
        } catch (IOException unwritable) {
            return new Ending(TEXTS.get("problem.unlogged", values) + " " + line(problem), ExitCode.NOT_DONE);
        }
    }
}

package footing.cli;

import footing.aws.Breakdown;
import footing.aws.BreakdownLog;
import footing.aws.SignInNeededException;
import footing.aws.UnreachableException;
import footing.aws.apply.AnotherRunException;
import footing.aws.apply.JournalException;
import footing.aws.apply.JournalFolderException;
import footing.aws.signin.Endpoints;
import footing.aws.signin.ProfileException;
import footing.file.FileException;
import footing.practice.PracticeException;
import footing.text.Texts;
import footing.text.Visible;
import footing.work.HomeOffException;
import footing.work.Trouble;
import footing.work.WordsException;
import java.io.IOException;
import java.util.Map;

/** What went wrong, in one line for people; a stack trace goes to the log file and never to the terminal. */
final class Problems {

    private static final Texts TEXTS = Texts.of("cli");

    record Ending(String line, int exitCode) {
    }

    private Problems() {
    }

    static Ending tell(Throwable problem, Surroundings surroundings) {
        return switch (problem) {
            case CommandException ended -> new Ending(ended.text(), ended.exitCode());
            case ProfileException profile -> new Ending(Trouble.words(profile), ExitCode.WRONG_USE);
            case FileException file -> new Ending(Trouble.words(file), ExitCode.WRONG_USE);
            case PracticeException practice -> new Ending(Trouble.words(practice), ExitCode.WRONG_USE);
            case HomeOffException off -> new Ending(Trouble.words(off), ExitCode.WRONG_USE);
            case SignInNeededException needed -> new Ending(Trouble.words(needed), ExitCode.SIGN_IN_NEEDED);
            case UnreachableException unreachable ->
                new Ending(Trouble.words(unreachable) + redirected(surroundings), ExitCode.NOT_DONE);
            case JournalFolderException folder -> new Ending(TEXTS.get("problem.journal-folder",
                    Map.of("folder", Visible.line(folder.folder().toString(), 600))), ExitCode.WRONG_USE);
            case AnotherRunException other -> new Ending(Trouble.words(other), ExitCode.NOT_DONE);
            case WordsException words -> new Ending(Trouble.words(words), ExitCode.NOT_DONE);
            case JournalException journal -> new Ending(Trouble.words(journal), ExitCode.NOT_DONE);
            default -> unexpected(problem, surroundings);
        };
    }

    /** Whoever sends the calls elsewhere is told so, where nothing came of it. */
    private static String redirected(Surroundings surroundings) {
        return Endpoints.redirections(surroundings.environment())
                .map((endpoint) -> " " + TEXTS.get("problem.endpoint", Map.of("endpoint", endpoint)))
                .orElse("");
    }

    private static Ending unexpected(Throwable problem, Surroundings surroundings) {
        Breakdown breakdown = Breakdown.of(problem);
        BreakdownLog log = BreakdownLog.in(surroundings.dataDir());
        Map<String, String> values = Map.of("code", breakdown.code(), "log", log.file().toString());
        try {
            log.add(breakdown, surroundings.clock().instant(), surroundings.version());
            return new Ending(TEXTS.get("problem.unexpected", values), ExitCode.NOT_DONE);
        } catch (IOException unwritable) {
            return new Ending(TEXTS.get("problem.unlogged", values) + " " + Trouble.words(problem), ExitCode.NOT_DONE);
        }
    }
}

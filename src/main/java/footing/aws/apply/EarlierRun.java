package footing.aws.apply;

import footing.account.Region;
import footing.plan.Setting;
import footing.plan.Settings;
import footing.plan.Stack;
import footing.plan.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A run as its journal tells it.
 *
 * @param began when it began
 * @param home the home Region that it was made for
 * @param principal who was signed in
 * @param end how it ended
 * @param steps what it began to do, in order
 */
public record EarlierRun(Path journal, Instant began, Region home, String principal, Intent intent, End end,
        List<Step> steps) {

    /** In the line that ends a run: how much of it failed. */
    static final String FAILED = "failed";

    private static final String STACK = "stack";
    private static final String REGION = "region";
    private static final String ACTION = "action";

    public EarlierRun {
        steps = List.copyOf(steps);
    }

    public enum End {
        /** All of it was done. */
        DONE,
        /** It came to its end, and some of it was not done. */
        FAILED,
        /** It did not come to its end: the program was stopped, or the machine. */
        BROKEN_OFF,
        /** It has no end yet, and is at work. */
        AT_WORK
    }

    /** What became of a step. */
    public enum Outcome {
        DONE,
        REFUSED,
        /** Nobody knows: the answer was lost, nobody waited for the end, or the program ended before it. */
        UNKNOWN
    }

    /**
     * One thing that the run did.
     *
     * @param said what AWS said of it, or the state in which the stack was seen last; may be empty
     */
    public record Step(What what, Outcome outcome, String said) {
    }

    public sealed interface What {

        record OfSetting(Setting<?> setting) implements What {
        }

        /** @param action {@code CREATE}, {@code UPDATE}, {@code DELETE} */
        record OfStack(Stack stack, String action) implements What {
        }
    }

    /** Whether something of it may be left to do. */
    public boolean isOpen() {
        return end == End.BROKEN_OFF || end == End.FAILED;
    }

    /** Whether it only asked what would be done, and came to its end. */
    boolean onlyAsked() {
        return end == End.DONE && steps.isEmpty();
    }

    /**
     * @throws JournalException where the journal cannot be read
     */
    static Optional<EarlierRun> read(Path journal) {
        List<JournalEntry> entries = JournalFiles.read(journal);
        if (entries.isEmpty() || entries.getFirst().kind() != JournalEntry.Kind.RUN_BEGAN) {
            // It was cut off before its first line was on the disk, so that it did nothing.
            return Optional.empty();
        }
        JournalEntry first = entries.getFirst();
        try {
            return Optional.of(new EarlierRun(journal, first.at(), new Region(text(first.subject(), REGION)),
                    text(first.subject(), "principal"), Intent.read(first), end(journal, entries.getLast()),
                    steps(entries)));
        } catch (IllegalArgumentException foreign) {
            throw JournalException.foreign(foreign);
        }
    }

    private static End end(Path journal, JournalEntry last) {
        if (last.kind() == JournalEntry.Kind.RUN_ENDED) {
            boolean failed = last.after() instanceof Value.Fields(var fields)
                    && fields.get(FAILED) instanceof Value.Whole(long count) && count > 0;
            return failed ? End.FAILED : End.DONE;
        }
        return JournalFiles.isOver(journal) ? End.BROKEN_OFF : End.AT_WORK;
    }

    /** The last line of each tells what became of it. */
    private static List<Step> steps(List<JournalEntry> entries) {
        SequencedMap<List<Object>, Step> steps = new LinkedHashMap<>();
        for (JournalEntry entry : entries) {
            what(entry.subject()).ifPresent((what) -> steps.put(
                    List.of(entry.subject(), entry.token(), entry.after()),
                    new Step(what, outcome(entry.kind()), entry.outcome())));
        }
        return List.copyOf(steps.values());
    }

    private static Optional<What> what(Value subject) {
        if (subject instanceof Value.Fields(var fields)) {
            if (fields.containsKey(History.ITEM)) {
                return Optional.of(new What.OfSetting(Settings.read(subject)));
            }
            if (Scribe.ACTIONS.contains(text(subject, ACTION))) {
                return Optional
                        .of(new What.OfStack(Stack.named(text(subject, STACK), new Region(text(subject, REGION))),
                                text(subject, ACTION)));
            }
        }
        return Optional.empty();
    }

    private static Outcome outcome(JournalEntry.Kind kind) {
        return switch (kind) {
            case WRITTEN -> Outcome.DONE;
            case FAILED -> Outcome.REFUSED;
            case WRITING, UNKNOWN, RUN_BEGAN, RUN_ENDED -> Outcome.UNKNOWN;
        };
    }

    private static String text(Value value, String name) {
        return value instanceof Value.Fields(var fields) && fields.get(name) instanceof Value.Text(String text)
                ? text
                : "";
    }
}

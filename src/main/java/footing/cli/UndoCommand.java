package footing.cli;

import footing.text.Texts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes back what Footing did to an account. */
@Command(name = "undo")
final class UndoCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of("cli");

    private final Program program;

    @Option(names = "--yes") private boolean yes;

    UndoCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (!yes && !program.terminal().hasPerson()) {
            throw CommandException.wrongUse(TEXTS.get("options.yes"));
        }
        try (Journey journey = program.journey()) {
            return new TakingBack(journey).run(yes);
        }
    }
}

package footing.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes back what Footing did to an account. */
@Command(name = "undo")
final class UndoCommand implements Callable<Integer> {

    private final Program program;

    @Option(names = "--yes") private boolean yes;

    @Option(names = "--despite-denied") private boolean despiteDenied;

    UndoCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (Journey journey = program.journey()) {
            return new TakingBack(journey, despiteDenied).run(yes);
        }
    }
}

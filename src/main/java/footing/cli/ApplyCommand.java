package footing.cli;

import footing.choices.Choices;
import footing.text.Texts;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the changes, and shows where the account stands then. */
@Command(name = "apply")
final class ApplyCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of("cli");

    private final Program program;

    @Option(names = "--choices", required = true, paramLabel = "FILE") private @Nullable String choices;

    @Option(names = "--yes") private boolean yes;

    @Option(names = "--despite-denied") private boolean despiteDenied;

    ApplyCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (!yes && !program.terminal().hasPerson()) {
            throw CommandException.wrongUse(TEXTS.get("options.yes"));
        }
        Choices decided = ChoicesInput.read(Optional.ofNullable(choices).orElseThrow(), program);
        try (Journey journey = program.journey(Optional.of(decided))) {
            return new Applying(journey, despiteDenied).run(decided, yes);
        }
    }
}

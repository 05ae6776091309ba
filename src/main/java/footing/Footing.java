package footing;

import footing.aws.signin.Endpoints;
import footing.cli.ExitCode;
import footing.cli.Program;
import footing.cli.Surroundings;
import footing.cli.Terminal;
import footing.wizard.WizardApp;
import footing.wizard.WizardServices;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The program's entrance: the window where nothing is asked for, the command line otherwise. Here, and nowhere else,
 * the ways to an account meet those who use them.
 */
public final class Footing {

    private Footing() {
    }

    public static void main(String[] args) throws InterruptedException {
        System.exit(run(List.of(args)));
    }

    /** @return the exit code */
    static int run(List<String> arguments) throws InterruptedException {
        Surroundings surroundings = Surroundings.ofProcess();
        Program program = new Program(Terminal.ofProcess(), surroundings);
        if (!program.meansWindow(arguments)) {
            return program.run(arguments);
        }
        Optional<String> missing = Display.missing();
        if (missing.isPresent()) {
            return program.tour(missing.get());
        }
        OptionalInt refused = program.configureLogging();
        if (refused.isPresent()) {
            return refused.getAsInt();
        }
        try {
            WizardApp.open(services(surroundings));
            return ExitCode.DONE;
        } catch (UnsupportedOperationException noDisplay) {
            return program.tour(Display.refused());
        }
    }

    static WizardServices services(Surroundings surroundings) {
        return new WizardServices(() -> new Ways().list(), Clock.system(ZoneId.systemDefault()), surroundings.dataDir(),
                surroundings.version(), Endpoints.redirections(surroundings.environment()));
    }
}

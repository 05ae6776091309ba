package footing;

import footing.cli.Program;
import footing.cli.Surroundings;
import footing.cli.Terminal;
import footing.wizard.WizardApp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What the build runs once, for the Java to remember which classes a start needs: the tour, a survey of whatever the
 * environment leads to, and the window's first page. Its results are of no interest, and it is no part of the program's
 * use.
 */
final class Training {

    /** Long enough for the first page to be there. */
    private static final Duration WINDOW = Duration.ofSeconds(2);

    private Training() {
    }

    /** @param arguments a folder to work in */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        run("tour", "--out", folder.resolve("tour").toString());
        run("survey", "--practice=inherited", "--json", folder.resolve("survey.json").toString(), "--timings");
        run("survey", "--region", "us-east-1", "--timings");
        window();
        System.exit(0);
    }

    /** A program for each command, as in life: one that fails is as good a lesson as one that does not. */
    private static void run(String... command) {
        new Program(Terminal.ofProcess(), Surroundings.ofProcess()).run(List.of(command));
    }

    private static void window() {
        CompletableFuture<Void> closing = CompletableFuture.runAsync(
                WizardApp::close,
                CompletableFuture.delayedExecutor(WINDOW.toMillis(), TimeUnit.MILLISECONDS));
        WizardApp.open(Footing.services(Surroundings.ofProcess()));
        closing.join();
    }
}

package footing.cli;

import footing.work.Work;
import footing.work.Workplace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a command is given by the machine that it runs on.
 *
 * @param environment the environment's variables
 * @param clock the time
 * @param dataDir the user's folder for what Footing keeps; made when it is first written to
 * @param tempDir where the tour leaves its files, where nobody says otherwise
 * @param version the program's version
 * @param stackPoll the time between two looks at a stack that AWS works on
 */
public record Surroundings(Map<String, String> environment, Clock clock, Path dataDir, Path tempDir, String version,
        Duration stackPoll) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    public static Surroundings ofProcess() {
        Map<String, String> environment = System.getenv();
        String version = Optional.ofNullable(Surroundings.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new Surroundings(environment, Clock.systemUTC(), dataDir(environment), Path.of(
                System.getProperty("java.io.tmpdir")), version, Workplace.USUAL_POLL);
    }

    /** What is done with an account on this machine. */
    Work work() {
        return new Work(new Workplace(clock, dataDir, version, stackPoll));
    }

    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter((value) -> !value.isBlank());
    }

    private static Path dataDir(Map<String, String> environment) {
        Path home = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return Optional.ofNullable(environment.get("LOCALAPPDATA"))
                    .map(Path::of)
                    .orElse(home.resolve("AppData/Local"))
                    .resolve("Footing");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support/Footing");
        }
        return Optional.ofNullable(environment.get("XDG_DATA_HOME"))
                .filter((value) -> !value.isBlank())
                .map(Path::of)
                .orElse(home.resolve(".local/share"))
                .resolve("footing");
    }
}

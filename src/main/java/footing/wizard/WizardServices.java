package footing.wizard;

import footing.work.Work;
import footing.work.Workplace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * What the window is given by the program around it.
 *
 * @param signInOptions the ways to an account; asked for after the window is there, away from the JavaFX thread, since
 * it may read files
 * @param clock the time, and the zone in which people read it
 * @param dataDir the user's folder for what Footing remembers; made when it is first written to
 * @param version the program's version, for people
 * @param endpoint where calls to AWS are sent instead of AWS, for people, where somebody redirects them
 */
public record WizardServices(Callable<List<SignInOption>> signInOptions, Clock clock, Path dataDir, String version,
        Optional<String> endpoint) {

    /** What is done with an account on this machine. */
    public Work work() {
        return new Work(new Workplace(clock, dataDir, version, Workplace.USUAL_POLL));
    }
}

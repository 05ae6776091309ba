package footing.practice;

import footing.practice.fault.Faults;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How a practice account is to be opened.
 *
 * @param scenario the scenario to begin from
 * @param scenarioNamed whether a person named it; then a state file must be of the same scenario
 * @param stateFile keeps the account between runs; without it the account ends with the process
 * @param latency how long every call takes
 * @param clock tells the account's time
 * @param faults what goes wrong with it
 */
public record PracticeOptions(String scenario, boolean scenarioNamed, Optional<Path> stateFile, Duration latency,
        Clock clock, Faults faults) {

    /** A scenario as it stands, in memory, at once, by the real time. */
    public static PracticeOptions of(String scenario) {
        return new PracticeOptions(scenario, true, Optional.empty(), Duration.ZERO, Clock.systemUTC(),
                Faults.NONE);
    }

    public PracticeOptions at(Clock time) {
        return new PracticeOptions(scenario, scenarioNamed, stateFile, latency, time, faults);
    }

    public PracticeOptions keptIn(Path file) {
        return new PracticeOptions(scenario, scenarioNamed, Optional.of(file), latency, clock, faults);
    }

    public PracticeOptions with(Faults wrong) {
        return new PracticeOptions(scenario, scenarioNamed, stateFile, latency, clock, wrong);
    }
}

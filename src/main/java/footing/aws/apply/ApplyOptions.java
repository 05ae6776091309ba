package footing.aws.apply;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How a plan is applied.
 *
 * @param clock the time that the journal tells
 * @param journal what was written, kept before and after each write
 * @param pause the time between two looks at a stack
 * @param intent what the run is for
 */
public record ApplyOptions(Clock clock, Journal journal, Pause pause, Intent intent) {

    public ApplyOptions(Clock clock, Journal journal, Duration pollInterval) {
        this(clock, journal, Pause.of(pollInterval));
    }

    /** One that does not tell what was decided, so that nobody can go on with it by its journal alone. */
    public ApplyOptions(Clock clock, Journal journal, Pause pause) {
        this(clock, journal, pause, new Intent.Carry(Optional.empty()));
    }
}

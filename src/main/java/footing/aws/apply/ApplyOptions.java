package footing.aws.apply;

import java.time.Clock;
import java.time.Duration;

/**
 * How a plan is applied.
 *
 * @param clock the time that the journal tells
 * @param journal what was written, kept before and after each write
 * @param pause the time between two looks at a stack
 */
public record ApplyOptions(Clock clock, Journal journal, Pause pause) {

    public ApplyOptions(Clock clock, Journal journal, Duration pollInterval) {
        this(clock, journal, Pause.of(pollInterval));
    }
}

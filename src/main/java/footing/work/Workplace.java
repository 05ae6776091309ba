package footing.work;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What the work is given by the machine that it is done on.
 *
 * @param clock the time
 * @param dataDir the user's folder for what Footing keeps; made when it is first written to
 * @param version the program's version, for people
 * @param stackPoll the time between two looks at a stack that AWS works on
 */
public record Workplace(Clock clock, Path dataDir, String version, Duration stackPoll) {

    /** As often as AWS likes to be asked for a stack's events. */
    public static final Duration USUAL_POLL = Duration.ofSeconds(2);

    /** The day on which words are given and judged: that of the printout, which is in UTC. */
    public LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}

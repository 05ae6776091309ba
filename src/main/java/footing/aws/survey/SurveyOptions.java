package footing.aws.survey;

import footing.account.Fact;
import footing.account.Region;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a survey is made.
 *
 * @param home the Region in which Footing makes what is made once
 * @param regions the Regions to look at, to which the home Region is added where it is missing; none for every Region
 * that the account has enabled
 * @param clock tells when each answer came
 * @param callDeadline how long one call may take, with all its attempts
 * @param beyond which facts of {@link Fact#BEYOND} to read as well
 */
public record SurveyOptions(Region home, List<Region> regions, Clock clock, Duration callDeadline,
        Set<Fact<?>> beyond) {

    /** As long as the SDK itself would try. */
    public static final Duration USUAL_DEADLINE = Duration.ofSeconds(45);

    /** For the call that everything waits for: a network that is silent for so long will not speak at all. */
    public static final Duration FIRST_DEADLINE = Duration.ofSeconds(20);

    public SurveyOptions {
        regions = regions.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(home), regions.stream()).distinct().toList();
        beyond = Set.copyOf(beyond);
    }

    /** A survey of what the baseline rests on, and of nothing more. */
    public SurveyOptions(Region home, List<Region> regions, Clock clock, Duration callDeadline) {
        this(home, regions, clock, callDeadline, Set.of());
    }

    /** The same survey, with these facts as well. */
    public SurveyOptions with(Set<Fact<?>> facts) {
        return new SurveyOptions(home, regions, clock, callDeadline, facts);
    }

    /** A survey of every Region that the account has enabled. */
    public static SurveyOptions of(Region home, Clock clock) {
        return new SurveyOptions(home, List.of(), clock, USUAL_DEADLINE);
    }
}

package footing.aws.survey;

import footing.account.Region;
import java.time.Duration;
import java.util.List;

/**
 * What a survey cost in calls.
 *
 * @param calls every call that was really made
 * @param repeated how many of them asked what had been asked before
 * @param longestChain the number of calls on the longest path in which each needed the answer of the one before
 * @param wall from the first call to the last answer
 */
public record Timings(List<Call> calls, int repeated, int longestChain, Duration wall) {

    public Timings {
        calls = List.copyOf(calls);
    }

    public record Call(String service, String operation, Region region, Duration took) {
    }
}

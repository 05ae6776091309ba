package footing.aws.apply;

import footing.plan.Value;
import java.time.Instant;

/**
 * One line of the journal.
 *
 * @param kind what happened
 * @param subject what it happened to: a setting as {@link footing.plan.Settings#show} gives it, a stack with its
 * Region and change set, or the account
 * @param before what was there; {@link Value#ABSENT} where nothing was, or where it does not matter
 * @param after what is to be there
 * @param token the request token by which AWS knows the write; empty where there is none
 * @param outcome what came of it, as AWS says it; empty before it is known
 */
public record JournalEntry(Instant at, Kind kind, Value subject, Value before, Value after, String token,
        String outcome) {

    public enum Kind {
        RUN_BEGAN,
        /** About to be written: where no other line follows, nobody knows whether it was. */
        WRITING,
        WRITTEN,
        FAILED,
        /** Nobody knows what came of it: the answer was lost, or nobody waited for its end. */
        UNKNOWN,
        RUN_ENDED
    }
}

package footing.aws.survey;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Identity;
import footing.account.Region;
import java.time.Duration;

/** What happens during a survey, for window and terminal alike. Events come from many threads, one at a time. */
public sealed interface SurveyEvent {

    /** It is known who asks, which took calls already; so many facts will be read. */
    record Began(Identity identity, int facts) implements SurveyEvent {
    }

    record CallBegan(String service, String operation, Region region) implements SurveyEvent {
    }

    record CallEnded(String service, String operation, Region region, Duration took, boolean seen)
            implements SurveyEvent {
    }

    /** One more fact is known, or known not to be knowable; {@code soFar} has all that was read up to now. */
    record FactRead(Fact<?> fact, AccountState soFar, int read, int facts) implements SurveyEvent {
    }

    record Ended(AccountState account, Timings timings) implements SurveyEvent {
    }
}

package footing.wizard;

import footing.account.AccountState;
import footing.aws.Connection;
import footing.aws.apply.ApplyEvent;
import footing.aws.survey.SurveyEvent;
import footing.plan.Plan;
import java.util.function.Consumer;

/** What the wizard does with an account, away from the JavaFX thread. */
public interface AccountWork {

    /** @param progress called from many threads, one at a time */
    AccountState survey(Connection connection, Consumer<SurveyEvent> progress) throws Exception;

    ApplyEvent.Ended apply(Connection connection, Plan plan, Consumer<ApplyEvent> progress) throws Exception;
}

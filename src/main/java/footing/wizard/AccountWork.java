package footing.wizard;

import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.aws.Connection;
import footing.aws.apply.ApplyEvent;
import footing.aws.apply.Intent;
import footing.aws.survey.SurveyEvent;
import footing.choices.ItemId;
import footing.plan.Allowances;
import footing.plan.Plan;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What the wizard does with an account, away from the JavaFX thread. */
public interface AccountWork {

    /** @param progress called from many threads, one at a time */
    AccountState survey(Connection connection, Consumer<SurveyEvent> progress) throws Exception;

    /**
     * What was seen before, and what these items beyond the baseline rest on, read now.
     *
     * @param beyond of {@link ItemId#BEYOND}
     */
    AccountState more(Connection connection, AccountState account, Set<ItemId> beyond) throws Exception;

    /**
     * Waits until CloudFormation has ended what it is doing to a stack; the account has to be surveyed again then.
     *
     * @return why it cannot be told how it ended; empty where it has ended, well or badly
     */
    Optional<ApplyEvent.Failure> settle(Connection connection, DeployedStack busy, Consumer<ApplyEvent> progress)
            throws Exception;

    /** What is known of the permissions that a plan takes, before anything is touched. */
    Allowances allowances(Connection connection, Plan plan) throws Exception;

    ApplyEvent.Ended apply(Connection connection, Plan plan, Intent intent, Consumer<ApplyEvent> progress)
            throws Exception;
}

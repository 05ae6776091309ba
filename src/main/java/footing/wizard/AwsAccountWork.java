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
import footing.work.Work;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The real thing: what the terminal does too, through the SDK clients of the connection. */
final class AwsAccountWork implements AccountWork {

    private final Work work;

    AwsAccountWork(Work work) {
        this.work = work;
    }

    @Override
    public AccountState survey(Connection connection, Consumer<SurveyEvent> progress) {
        return work.survey(connection, List.of(), progress);
    }

    @Override
    public AccountState more(Connection connection, AccountState account, Set<ItemId> beyond) {
        return work.more(connection, account, beyond);
    }

    @Override
    public Optional<ApplyEvent.Failure> settle(Connection connection, DeployedStack busy,
            Consumer<ApplyEvent> progress) {
        return work.settle(connection, busy, progress);
    }

    @Override
    public Allowances allowances(Connection connection, Plan plan) {
        return Work.allowances(connection, plan);
    }

    @Override
    public ApplyEvent.Ended apply(Connection connection, Plan plan, Intent intent,
            Consumer<ApplyEvent> progress) {
        return work.apply(connection, plan, intent, progress);
    }
}

package footing.wizard;

import footing.account.AccountState;
import footing.aws.Connection;
import footing.aws.apply.ApplyEvent;
import footing.aws.survey.Survey;
import footing.aws.survey.SurveyEvent;
import footing.aws.survey.SurveyOptions;
import footing.plan.Plan;
import java.util.function.Consumer;

/** The real thing: surveys and applies through the SDK clients of the connection. */
final class AwsAccountWork implements AccountWork {

    private final WizardServices services;

    AwsAccountWork(WizardServices services) {
        this.services = services;
    }

    @Override
    public AccountState survey(Connection connection, Consumer<SurveyEvent> progress) {
        return Survey.run(connection, SurveyOptions.of(connection.home(), services.clock()), progress);
    }

    @Override
    public ApplyEvent.Ended apply(Connection connection, Plan plan, Consumer<ApplyEvent> progress) {
        throw new UnsupportedOperationException(services.version());
    }
}

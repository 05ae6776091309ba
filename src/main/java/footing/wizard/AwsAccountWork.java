package footing.wizard;

import footing.account.AccountState;
import footing.aws.Connection;
import footing.aws.apply.Apply;
import footing.aws.apply.ApplyEvent;
import footing.aws.apply.ApplyOptions;
import footing.aws.apply.Journal;
import footing.aws.survey.Survey;
import footing.aws.survey.SurveyEvent;
import footing.aws.survey.SurveyOptions;
import footing.plan.Plan;
import java.time.Duration;
import java.util.function.Consumer;

/** The real thing: surveys and applies through the SDK clients of the connection. */
final class AwsAccountWork implements AccountWork {

    /** The time between two looks at a stack: as often as AWS likes it, and as it takes the practice account. */
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration PRACTICE_POLL = Duration.ofMillis(50);

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
        try (Journal journal = Journal.in(services.dataDir(), plan.identity().account(), services.clock())) {
            return Apply.run(connection.clients(), plan,
                    new ApplyOptions(services.clock(), journal, connection.practice() ? PRACTICE_POLL : POLL),
                    progress);
        }
    }
}

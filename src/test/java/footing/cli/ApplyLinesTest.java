package footing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Region;
import footing.aws.Connection;
import footing.aws.apply.ApplyEvent;
import footing.aws.survey.Survey;
import footing.aws.survey.SurveyOptions;
import footing.choices.ExampleChoices;
import footing.plan.Plan;
import footing.plan.Stack;
import footing.practice.Practice;
import footing.practice.PracticeOptions;
import footing.work.Work;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApplyLinesTest {

    @Test
    void failure_isToldOfItsOwnRegion_whereManyHaveAResourceOfThatName() {
        try (Connection connection = Practice.open(PracticeOptions.of("fresh"))) {
            AccountState account = Survey.run(connection, SurveyOptions.of(connection.home(), Clock.systemUTC()),
                    (event) -> {
                    });
            Plan plan = Work.plan(account, ExampleChoices.of(account));
            ApplyEvent.Failure failure = new ApplyEvent.Failure(ApplyEvent.Cause.AWS, "ConfigRecorder",
                    "AWS::Config::ConfigurationRecorder", "no", false,
                    Optional.of(Stack.config(new Region("eu-west-3"))));

            assertThat(ApplyLines.failure(failure, plan.changes())).contains("eu-west-3").doesNotContain("us-east-1");
        }
    }
}

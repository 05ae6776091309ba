package footing.wizard.review;

import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.aws.Connection;
import footing.aws.apply.ApplyEvent;
import footing.aws.survey.SurveyEvent;
import footing.wizard.Background;
import footing.wizard.Desk;
import footing.wizard.Failure;
import footing.wizard.Step;
import footing.wizard.control.ChangeWords;
import footing.work.Work;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * Waits until CloudFormation has ended what it is doing to a stack, whoever asked for that, and looks at the account
 * again: what is planned before is planned on what is half-way.
 */
final class StackWait {

    /** How far it is. */
    sealed interface State {
        record Nothing() implements State {
        }

        /** @param latest what CloudFormation told last of something in the stack */
        record Waiting(DeployedStack stack, Optional<ApplyEvent.ResourceEvent> latest) implements State {
        }

        record Looking() implements State {
        }

        /** @param why in words: it cannot be told how it ended */
        record GivenUp(DeployedStack stack, String why) implements State {
        }
    }

    private static final State NOTHING = new State.Nothing();

    private final Desk desk;
    private final Runnable planAnew;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", NOTHING);
    private Optional<Background.Job> job = Optional.empty();

    /** @param planAnew called after the session has what was seen at the end of the wait */
    StackWait(Desk desk, Runnable planAnew) {
        this.desk = desk;
        this.planAnew = planAnew;
    }

    ObservableValue<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Waits where the account that the session has was seen with a stack at work. */
    void start() {
        job.ifPresent(Background.Job::cancel);
        job = Optional.empty();
        state.set(NOTHING);
        desk.session()
                .get()
                .connection()
                .ifPresent((connection) -> desk.session()
                        .get()
                        .account()
                        .flatMap(Work::busy)
                        .ifPresent((busy) -> waitFor(connection, busy)));
    }

    private void waitFor(Connection connection, DeployedStack busy) {
        state.set(new State.Waiting(busy, Optional.empty()));
        job = Optional.of(desk.background().<ApplyEvent, Optional<ApplyEvent
                .Failure>>run(
                        (tell) -> desk.work().settle(connection, busy, tell),
                        (event) -> {
                            if (event instanceof ApplyEvent.ResourceEvent told) {
                                state.set(new State.Waiting(busy, Optional.of(told)));
                            }
                        },
                        (failure) -> failure.ifPresentOrElse(
                                (why) -> state.set(new State.GivenUp(busy, ChangeWords.failure(why))),
                                () -> look(connection, busy)),
                        (problem) -> giveUp(busy, problem)));
    }

    private void look(Connection connection, DeployedStack busy) {
        state.set(new State.Looking());
        job = Optional.of(desk.background()
                .<SurveyEvent, AccountState>run(desk.survey(connection), (event) -> {
                }, (account) -> {
                    state.set(NOTHING);
                    desk.saw(connection, account);
                    if (desk.session().get().at() == Step.REVIEW) {
                        planAnew.run();
                    }
                }, (problem) -> giveUp(busy, problem)));
    }

    private void giveUp(DeployedStack busy, Exception problem) {
        state.set(new State.GivenUp(busy, Failure.of(problem).cause()));
    }
}

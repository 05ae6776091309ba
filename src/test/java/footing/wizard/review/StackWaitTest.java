package footing.wizard.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import footing.choices.ItemId;
import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.aws.Connection;
import footing.aws.apply.ApplyEvent;
import footing.aws.apply.Intent;
import footing.aws.survey.SurveyEvent;
import footing.choices.ExampleChoices;
import footing.plan.Allowances;
import footing.plan.Plan;
import footing.plan.Stack;
import footing.wizard.AccountWork;
import footing.wizard.Desk;
import footing.wizard.Desks;
import footing.wizard.FakeWork;
import footing.wizard.Step;
import footing.wizard.Words;
import footing.wizard.review.StackWait.State;
import footing.work.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StackWaitTest {

    private static final DeployedStack BUSY = new DeployedStack("footing-security", Region.US_EAST_1,
            "CREATE_IN_PROGRESS", "", List.of());
    private static final ApplyEvent.ResourceEvent TOLD = new ApplyEvent.ResourceEvent(Stack.SECURITY, "Trail",
            "AWS::CloudTrail::Trail", "CREATE_COMPLETE", "", Instant.EPOCH);

    private final FakeWork fake = new FakeWork();
    private final List<String> waitedFor = new ArrayList<>();
    private Optional<ApplyEvent.Failure> ending = Optional.empty();
    /** What somebody does while it is waited. */
    private Consumer<Desk> meanwhile = (desk) -> {
    };
    private final Desk desk = Desks.atOnce(new AccountWork() {
        @Override
        public AccountState survey(Connection connection, Consumer<SurveyEvent> progress) throws Exception {
            return fake.survey(connection, progress);
        }

        @Override
        public AccountState more(Connection connection, AccountState account, Set<ItemId> beyond) {
            throw new IllegalStateException("nothing is switched on here");
        }

        @Override
        public Optional<ApplyEvent.Failure> settle(Connection connection, DeployedStack busy,
                Consumer<ApplyEvent> progress) {
            waitedFor.add(busy.name());
            progress.accept(new ApplyEvent.Waited(Stack.SECURITY, busy.status(), Optional.empty()));
            progress.accept(TOLD);
            meanwhile.accept(desk());
            return ending;
        }

        @Override
        public Allowances allowances(Connection connection, Plan plan) {
            return fake.allowances(connection, plan);
        }

        @Override
        public ApplyEvent.Ended apply(Connection connection, Plan plan, Intent intent, Consumer<ApplyEvent> progress) {
            throw new IllegalStateException("nothing is applied while something is waited for");
        }
    }, List.of());
    private final ReviewModel model = new ReviewModel(desk);
    private final List<State> states = new ArrayList<>();

    private Desk desk() {
        return desk;
    }

    private void review(AccountState account) {
        desk.session()
                .set(desk.session()
                        .get()
                        .signedIn(FakeWork.connection())
                        .surveyed(account)
                        .chose(ExampleChoices.of(account))
                        .at(Step.REVIEW));
        model.waiting().addListener((observable, before, now) -> states.add(now));
        model.enter();
    }

    private AccountState busy() {
        return fake.account().with(Fact.SECURITY_STACK, Reading.seen(Optional.of(BUSY)));
    }

    @Test
    void nobodyWaits_whenNoStackIsAtWork() {
        review(fake.account());

        assertThat(waitedFor).isEmpty();
        assertThat(model.busy().getValue()).isFalse();
    }

    @Test
    void accountIsReadAgain_andPlannedAnew_whenTheStackHasEnded() {
        review(busy());

        assertThat(waitedFor).containsExactly("footing-security");
        assertThat(states).containsExactly(new State.Waiting(BUSY, Optional.empty()),
                new State.Waiting(BUSY, Optional.of(TOLD)), new State.Looking(), new State.Nothing());
        assertThat(desk.session().get().account().orElseThrow()).satisfies(
                (account) -> assertThat(Work.busy(account)).isEmpty());
        assertThat(desk.session().get().plan()).isPresent();
        assertThat(model.busy().getValue()).isFalse();
    }

    @Test
    void nothingIsApplied_whileItIsWaited() {
        List<String> buttons = new ArrayList<>();
        meanwhile = (desk) -> {
            buttons.add(model.primary().getValue());
            assertThat(model.busy().getValue()).isTrue();
            model.proceed();
        };

        review(busy());

        assertThat(buttons).containsExactly(Words.get("review.waiting"));
        assertThat(desk.session().get().at()).isEqualTo(Step.REVIEW);
    }

    @Test
    void reasonIsTold_andTheWaitCanBeBegunAgain_whenItCannotBeToldHowItEnded() {
        ending = Optional.of(new ApplyEvent.Failure(ApplyEvent.Cause.DENIED, "footing-security",
                "AWS::CloudFormation::Stack", "not allowed", false));

        review(busy());

        assertThat(model.waiting().getValue()).isInstanceOfSatisfying(State.GivenUp.class,
                (gaveUp) -> assertThat(gaveUp.why()).contains("not allowed"));
        ending = Optional.empty();
        model.enter();
        assertThat(waitedFor).hasSize(2);
        assertThat(model.waiting().getValue()).isEqualTo(new State.Nothing());
    }

    @Test
    void anotherAccount_isNotTakenForThisOne_whenSomebodyWentOnToIt() {
        Connection other = new Connection(FakeWork.connection().clients(), "other", Optional.of("other"),
                Region.US_EAST_1,
                Optional.empty());
        meanwhile = (desk) -> desk.session().set(desk.session().get().signedIn(other).at(Step.SURVEY));

        review(busy());

        assertThat(desk.session().get().connection()).contains(other);
        assertThat(desk.session().get().account()).isEmpty();
    }
}

package footing.wizard.review;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.States;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.plan.Allowance;
import footing.plan.Allowance.Denied;
import footing.plan.Allowance.Obstacle;
import footing.plan.Allowances;
import footing.plan.IamPolicy;
import footing.account.Permission;
import footing.wizard.Desk;
import footing.wizard.Desks;
import footing.wizard.FakeWork;
import footing.wizard.Missing;
import footing.wizard.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AllowanceCheckTest {

    private static final Permission ACTION = new Permission("iam:CreateGroup");
    private static final Allowances DENIED = new Allowances(List.of(new Denied(
            new Allowance.Asked(
                    new IamPolicy.Statement("Groups", new TreeSet<>(List.of(ACTION)), List.of("*"), Map.of()),
                    ACTION),
            List.of("*"), Obstacle.NOT_ALLOWED, List.of())));

    private final FakeWork work = new FakeWork();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Desk desk = Desks.desk(work, List.of(), waiting::add);
    private final ReviewModel model = new ReviewModel(desk);

    @BeforeEach
    void review() {
        AccountState account = States.fresh().account();
        desk.session()
                .set(desk.session()
                        .get()
                        .signedIn(FakeWork.connection())
                        .surveyed(account)
                        .chose(ExampleChoices.of(account))
                        .at(Step.REVIEW));
        model.enter();
    }

    private void answer(Allowances allowances) {
        work.allowances = allowances;
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    private Step proceed() {
        model.proceed();
        return desk.session().get().at();
    }

    @Test
    void nothingIsApplied_beforeItIsKnown() {
        assertThat(model.busy().getValue()).isTrue();
        assertThat(proceed()).isEqualTo(Step.REVIEW);

        answer(new Allowances(List.of()));

        assertThat(model.busy().getValue()).isFalse();
        assertThat(proceed()).isEqualTo(Step.APPLY);
    }

    @Test
    void denial_holdsThePlanBack_untilSomebodyGoesOnDespiteIt() {
        answer(DENIED);
        assertThat(model.missing().getValue().map(Missing::field)).contains(AllowanceCheck.DESPITE);
        assertThat(proceed()).isEqualTo(Step.REVIEW);

        model.allowances().despite().set(true);

        assertThat(model.missing().getValue()).isEmpty();
        assertThat(proceed()).isEqualTo(Step.APPLY);
    }

    @Test
    void anotherPlan_isAskedAboutAnew_andWhatWasSaidOfTheOneBeforeIsForgotten() {
        answer(DENIED);
        model.allowances().despite().set(true);

        model.leave(ItemId.SECURITY_CONTACT, true);

        assertThat(model.busy().getValue()).isTrue();
        answer(DENIED);
        assertThat(proceed()).isEqualTo(Step.REVIEW);
    }

    @Test
    void whatCannotBeAsked_isNotKnown_andHoldsNothingBack() {
        work.failure = java.util.Optional.of(new IllegalStateException("no network"));

        answer(DENIED);

        assertThat(model.allowances().state().getValue()).isInstanceOfSatisfying(AllowanceCheck.State.Told.class,
                (told) -> assertThat(told.allowances().doubts().keySet().toString()).contains("no network"));
        assertThat(proceed()).isEqualTo(Step.APPLY);
    }
}

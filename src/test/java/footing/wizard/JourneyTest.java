package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.aws.apply.ApplyEvent;
import footing.choices.Choices;
import footing.choices.ExampleChoices;
import footing.plan.Plan;
import footing.work.Work;
import java.util.List;
import footing.choices.ItemId;
import java.util.EnumMap;
import org.junit.jupiter.api.Test;

class JourneyTest {

    private static final AccountState ACCOUNT = new FakeWork().account();
    private static final Choices CHOICES = ExampleChoices.of(ACCOUNT);
    private static final Plan PLAN = Work.plan(ACCOUNT, CHOICES);
    private static final Plan NOTHING = new Plan(PLAN.identity(), PLAN.home(), List.of(), List.of(),
            new EnumMap<>(ItemId.class), java.util.Map.of(), java.util.Map.of());

    @Test
    void next_isNone_whenNobodySignedIn() {
        assertThat(Journey.next(Session.start())).isEmpty();
    }

    @Test
    void next_leadsThroughEveryStep_whenEachHasWhatItNeeds() {
        Session session = Session.start().signedIn(FakeWork.connection());
        assertThat(Journey.next(session)).contains(Step.SURVEY);
        session = session.at(Step.SURVEY);
        assertThat(Journey.next(session)).isEmpty();
        session = session.surveyed(ACCOUNT);
        assertThat(Journey.next(session)).contains(Step.CONTACTS);
        session = session.at(Step.CONTACTS).chose(CHOICES);
        assertThat(Journey.next(session)).contains(Step.NOTIFICATIONS);
        session = session.at(Step.NOTIFICATIONS);
        assertThat(Journey.next(session)).contains(Step.PEOPLE);
        session = session.at(Step.PEOPLE);
        assertThat(Journey.next(session)).contains(Step.BUDGETS);
        session = session.at(Step.BUDGETS);
        assertThat(Journey.next(session)).contains(Step.REVIEW);
        session = session.at(Step.REVIEW).planned(PLAN);
        assertThat(Journey.next(session)).contains(Step.APPLY);
        session = session.at(Step.APPLY).applied(PLAN, new ApplyEvent.Ended(PLAN.changes(), List.of()));
        assertThat(Journey.next(session)).as("the account is not as it was read").isEmpty();
        session = session.surveyed(ACCOUNT);
        assertThat(Journey.next(session)).contains(Step.FINISH);
        session = session.at(Step.FINISH);
        assertThat(Journey.next(session)).contains(Step.CHECKLIST);
        assertThat(Journey.next(session.at(Step.CHECKLIST))).isEmpty();
    }

    @Test
    void next_leavesApplyOut_whenNothingIsLeftToChange() {
        Session session = ready().planned(NOTHING).at(Step.REVIEW);
        assertThat(Journey.next(session)).contains(Step.FINISH);
        assertThat(Journey.back(session.at(Step.FINISH))).contains(Step.REVIEW);
    }

    @Test
    void back_leadsToApply_whenSomethingWasApplied() {
        Session session = ready().planned(NOTHING)
                .applied(PLAN, new ApplyEvent.Ended(PLAN.changes(), List.of()))
                .at(Step.FINISH);
        assertThat(Journey.back(session)).contains(Step.APPLY);
    }

    @Test
    void back_isNone_whenAtTheFirstStep() {
        assertThat(Journey.back(ready().at(Step.SIGN_IN))).isEmpty();
    }

    @Test
    void leadsTo_isTrue_whenTheStepWasReachedBefore() {
        Session session = ready().at(Step.REVIEW).at(Step.SURVEY);
        assertThat(Journey.leadsTo(Step.CONTACTS, session)).isTrue();
        assertThat(Journey.leadsTo(Step.FINISH, session)).isFalse();
        assertThat(Journey.leadsTo(Step.SURVEY, session)).isFalse();
    }

    @Test
    void marks_tellDoneCurrentAndNotYet_whenInTheMiddle() {
        Session session = ready().at(Step.CONTACTS);
        assertThat(Journey.mark(Step.SURVEY, session)).isEqualTo(Journey.Mark.DONE);
        assertThat(Journey.mark(Step.CONTACTS, session)).isEqualTo(Journey.Mark.CURRENT);
        assertThat(Journey.mark(Step.REVIEW, session)).isEqualTo(Journey.Mark.NOT_YET);
    }

    @Test
    void signingInAnew_forgetsEverything_whenThereWasAnotherAccount() {
        Session session = ready().planned(PLAN).at(Step.REVIEW).at(Step.SIGN_IN).signedIn(FakeWork.connection());
        assertThat(session.account()).isEmpty();
        assertThat(session.choices()).isEmpty();
        assertThat(session.plan()).isEmpty();
        assertThat(Journey.leadsTo(Step.REVIEW, session)).isFalse();
    }

    @Test
    void everyStep_standsUnderOneHeading_inItsOrder() {
        assertThat(List.of(Phase.values()).stream().flatMap((phase) -> Journey.steps(phase).stream()))
                .containsExactly(Step.values());
    }

    private Session ready() {
        return Session.start().signedIn(FakeWork.connection()).surveyed(ACCOUNT).chose(CHOICES);
    }
}

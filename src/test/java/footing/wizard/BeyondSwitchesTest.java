package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.States;
import footing.baseline.Beyond;
import footing.choices.BeyondChoices;
import footing.choices.Choices;
import footing.choices.Conventions;
import footing.choices.ItemId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BeyondSwitchesTest {

    private static final Set<Fact<?>> EBS = Beyond.facts(Set.of(ItemId.EBS_ENCRYPTION));
    private static final Set<Fact<?>> ANOMALIES = Beyond.facts(Set.of(ItemId.COST_ANOMALIES));

    private final FakeWork work = new FakeWork();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Desk desk = Desks.desk(work, List.of(), waiting::add);
    private int changes;
    private final BeyondSwitches page = new BeyondSwitches(desk,
            List.of(ItemId.EBS_ENCRYPTION, ItemId.THREAT_DETECTION), () -> changes++);
    private final BeyondSwitches otherPage = new BeyondSwitches(desk, List.of(ItemId.COST_ANOMALIES), () -> {
    });
    private final AccountState surveyed = States.fresh().account();

    private void signIn() {
        desk.session().set(desk.session().get().signedIn(FakeWork.connection()).surveyed(surveyed));
    }

    private AccountState account() {
        return desk.session().get().account().orElseThrow();
    }

    private void finishWork() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    private static Choices wanting(ItemId... items) {
        Choices choices = Conventions.choices(States.fresh().account());
        BeyondChoices beyond = choices.beyond();
        for (ItemId item : items) {
            beyond = beyond.with(item, true);
        }
        return choices.withBeyond(beyond);
    }

    @Test
    void nothingIsRead_whileAllAreOff() {
        signIn();
        page.fill(wanting());
        page.read();
        finishWork();

        assertThat(work.asked).isEmpty();
        assertThat(page.reading().getValue()).isFalse();
        assertThat(account()).isEqualTo(surveyed);
    }

    @Test
    void whatIsOn_isReadTogether_andOnce() {
        signIn();
        page.fill(wanting(ItemId.EBS_ENCRYPTION, ItemId.THREAT_DETECTION));
        page.read();
        assertThat(waiting).hasSize(1);
        assertThat(page.reading().getValue()).isTrue();
        int before = changes;
        finishWork();
        assertThat(changes).as("the page is told").isEqualTo(before + 1);
        assertThat(page.reading().getValue()).isFalse();
        page.on(ItemId.EBS_ENCRYPTION).set(false);
        page.on(ItemId.EBS_ENCRYPTION).set(true);
        page.read();
        finishWork();

        assertThat(work.asked).containsExactly(Set.of(ItemId.EBS_ENCRYPTION, ItemId.THREAT_DETECTION));
        assertThat(account().hasRead(EBS)).isTrue();
        assertThat(page.choices(wanting().beyond()).on())
                .containsExactlyInAnyOrder(ItemId.EBS_ENCRYPTION, ItemId.THREAT_DETECTION);
    }

    @Test
    void failure_isTold_andGone_onceItCouldBeRead() {
        signIn();
        work.failure = Optional.of(new IllegalStateException("no answer"));
        page.on(ItemId.EBS_ENCRYPTION).set(true);
        finishWork();
        assertThat(page.failure().getValue()).isPresent();
        assertThat(page.reading().getValue()).isFalse();
        assertThat(account()).isEqualTo(surveyed);

        work.failure = Optional.empty();
        page.read();
        finishWork();
        assertThat(page.failure().getValue()).isEmpty();
        assertThat(account().hasRead(EBS)).isTrue();
    }

    @Test
    void pages_keepWhatTheOtherHasReadMeanwhile() {
        signIn();
        page.on(ItemId.EBS_ENCRYPTION).set(true);
        otherPage.on(ItemId.COST_ANOMALIES).set(true);
        finishWork();

        assertThat(account().hasRead(EBS)).isTrue();
        assertThat(account().hasRead(ANOMALIES)).isTrue();
    }

    @Test
    void laterSurvey_stays_andIsAskedAnew_whenAnEarlierOneIsStillBeingRead() {
        signIn();
        page.on(ItemId.EBS_ENCRYPTION).set(true);
        AccountState later = new AccountState(surveyed.identity(), surveyed.home(), surveyed.regions(),
                surveyed.surveyedAt().plus(Duration.ofMinutes(5)), surveyed.readings());
        desk.session().set(desk.session().get().surveyed(later));
        waiting.removeFirst().run();
        assertThat(account()).isEqualTo(later);

        finishWork();
        assertThat(account().surveyedAt()).isEqualTo(later.surveyedAt());
        assertThat(account().hasRead(EBS)).isTrue();
    }

    @Test
    void anotherAccount_isNotAsked_forWhatWasSwitchedOnBefore() {
        signIn();
        page.on(ItemId.EBS_ENCRYPTION).set(true);
        signIn();
        finishWork();

        assertThat(work.asked).hasSize(1);
        assertThat(account()).isEqualTo(surveyed);
        assertThat(page.reading().getValue()).isFalse();
    }
}

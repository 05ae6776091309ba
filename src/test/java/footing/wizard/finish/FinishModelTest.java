package footing.wizard.finish;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.SampleTrails;
import footing.account.States;
import footing.baseline.Status;
import footing.choices.Complaint;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.practice.Practice;
import footing.practice.PracticeOptions;
import footing.wizard.Desk;
import footing.wizard.Desks;
import footing.wizard.FakeWork;
import footing.wizard.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinishModelTest {

    private final Desk desk = Desks.atOnce(new FakeWork(), List.of());

    private FinishModel model(AccountState account) {
        desk.session()
                .set(desk.session()
                        .get()
                        .signedIn(FakeWork.connection())
                        .surveyed(account)
                        .chose(ExampleChoices.of(account))
                        .at(Step.FINISH));
        return new FinishModel(desk);
    }

    @Test
    void pending_namesTheAddress_whenTheTopicWasAdopted() {
        AccountState account = States.fresh()
                .account()
                .with(Fact.TOPICS, Reading.seen(List.of(SampleTrails.topic("other-security-alerts",
                        SampleTrails.subscription("list@example.com", false)))));

        assertThat(model(account).left().getValue().orElseThrow().pending()).singleElement().satisfies((waiting) -> {
            assertThat(waiting.address()).isEqualTo("list@example.com");
            assertThat(waiting.topic().name()).isEqualTo("other-security-alerts");
        });
    }

    @Test
    void whatIsNotMet_staysOpen_withTheReason_andIsNotForgotten() {
        FinishModel.Left left = model(States.fresh()
                .denied(Fact.BUDGETS, "budgets:ViewBudget")
                .account()).left().getValue().orElseThrow();

        assertThat(left.nothing()).isFalse();
        assertThat(left.open()).extracting((open) -> open.finding().item().id())
                .contains(ItemId.TRAIL, ItemId.BUDGET)
                .doesNotContainAnyElementsOf(left.byHand().stream().map((step) -> step.item()).toList());
        assertThat(left.open()).filteredOn((open) -> open.finding().item().id() == ItemId.BUDGET)
                .singleElement()
                .satisfies((open) -> assertThat(open.finding().status()).isEqualTo(Status.UNKNOWN));
    }

    @Test
    void word_isKept_whenNothingIsWrongWithIt() {
        FinishModel model = model(States.fresh().account());

        write(model, ItemId.ROOT_MFA, "Head of IT", " Two keys in the safe ");
        assertThat(model.attest(ItemId.ROOT_MFA)).isEmpty();
        assertThat(desk.session().get().choices().orElseThrow().attestations()).containsKey(ItemId.ROOT_MFA);
    }

    @Test
    void word_isNotKept_whenSomethingIsMissing() {
        FinishModel model = model(States.fresh().account());

        write(model, ItemId.ROOT_MFA, "", "x".repeat(5000));
        assertThat(model.attest(ItemId.ROOT_MFA)).extracting(Complaint::field)
                .containsExactlyInAnyOrder("attestations.root-mfa.by", "attestations.root-mfa.statement");
        assertThat(desk.session().get().choices().orElseThrow().attestations()).doesNotContainKey(ItemId.ROOT_MFA);
    }

    private static void write(FinishModel model, ItemId item, String by, String statement) {
        model.draft(item).by().set(by);
        model.draft(item).statement().set(statement);
    }

    @Test
    void otherWords_stayAsTheyAreWritten_whenOneIsGiven_andGoWithTheAccount() {
        FinishModel model = model(States.fresh().account());
        model.enter();
        write(model, ItemId.ROOT_MFA, "Head of IT", "Two keys in the safe");
        write(model, ItemId.ROOT_PASSWORD, "Head of", "Half a sent");
        model.attest(ItemId.ROOT_MFA);
        model.enter();

        assertThat(model.draft(ItemId.ROOT_PASSWORD).statement().get()).isEqualTo("Half a sent");
        assertThat(model.draft(ItemId.ROOT_MFA).statement().get()).isEmpty();
        desk.session().set(desk.session().get().signedIn(Practice.open(PracticeOptions.of("fresh"))));
        model.enter();
        assertThat(model.draft(ItemId.ROOT_PASSWORD).statement().get()).isEmpty();
    }
}

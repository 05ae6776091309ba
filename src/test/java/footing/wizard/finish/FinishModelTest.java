package footing.wizard.finish;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.SampleTrails;
import footing.account.States;
import footing.baseline.Status;
import footing.choices.Attestation;
import footing.choices.Complaint;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.practice.Practice;
import footing.practice.PracticeOptions;
import footing.wizard.Desk;
import footing.wizard.Desks;
import footing.wizard.FakeWork;
import footing.wizard.Session;
import footing.wizard.Step;
import footing.work.KeptWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishModelTest {

    @TempDir private Path folder = Path.of("");
    private Desk desk = Desks.atOnce(new FakeWork(), List.of());

    @BeforeEach
    void open() {
        desk = Desks.desk(new FakeWork(), List.of(), Runnable::run, folder);
    }

    private KeptWords kept() {
        return desk.services()
                .work()
                .words(FakeWork.connection(), States.fresh().account().identity().account());
    }

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
        assertThat(desk.session().get().choices().orElseThrow().attestations()).containsKey(ItemId.ROOT_MFA)
                .isEqualTo(kept().given());
        assertThat(desk.session().get().words()).isEqualTo(kept());
    }

    @Test
    void wordOfAnEarlierPage_isKeptOnce_whenThisOneIsReached() throws IOException {
        FinishModel model = model(States.fresh().account());
        LocalDate day = LocalDate.of(2026, 3, 1);
        Attestation word = new Attestation("Ada", day, "It is so", "", day.plusYears(1));
        Session session = desk.session().get();
        desk.session()
                .set(session.chose(
                        session.choices().orElseThrow().withAttestations(Map.of(ItemId.PEOPLE_PROCESS, word))));
        model.enter();
        model.enter();

        assertThat(kept().given()).containsExactly(Map.entry(ItemId.PEOPLE_PROCESS, word));
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).singleElement()
                    .satisfies((file) -> assertThat(file).content().hasLineCount(1));
        }
    }

    @Test
    void wordOfAnEarlierPage_countsAllTheSame_whereItCannotBeKept() throws IOException {
        Files.writeString(folder.resolve("practice"), "in the place of the folder");
        FinishModel model = model(States.fresh().account());
        LocalDate day = LocalDate.of(2026, 3, 1);
        Session session = desk.session().get();
        desk.session()
                .set(session.chose(session.choices()
                        .orElseThrow()
                        .withAttestations(Map.of(ItemId.ROOT_MFA,
                                new Attestation("Ada", day, "It is so", "", day.plusYears(1))))));
        model.enter();

        assertThat(model.notKept().getValue().orElseThrow().cause()).contains("writable");
        assertThat(desk.session().get().choices().orElseThrow().attestations()).containsKey(ItemId.ROOT_MFA);
    }

    @Test
    void word_thatCouldNotBeKept_staysAsItIsWritten_andSaysSo() throws IOException {
        Files.writeString(folder.resolve("practice"), "in the place of the folder");
        FinishModel model = model(States.fresh().account());
        write(model, ItemId.ROOT_MFA, "Head of IT", "Two keys in the safe");

        assertThat(model.attest(ItemId.ROOT_MFA)).isEmpty();

        WordDraft draft = model.draft(ItemId.ROOT_MFA);
        assertThat(draft.failure().get().orElseThrow().cause()).contains("was not kept", "writable");
        assertThat(draft.statement().get()).isEqualTo("Two keys in the safe");
        assertThat(draft.keeping().get()).isFalse();
        assertThat(desk.session().get().choices().orElseThrow().attestations()).isEmpty();
    }

    @Test
    void word_doesNotCount_forAnotherAccount_thatCameMeanwhile() {
        List<Runnable> later = new ArrayList<>();
        desk = Desks.desk(new FakeWork(), List.of(), later::add, folder);
        FinishModel model = model(States.fresh().account());
        write(model, ItemId.ROOT_MFA, "Head of IT", "Two keys in the safe");
        model.attest(ItemId.ROOT_MFA);
        assertThat(model.draft(ItemId.ROOT_MFA).keeping().get()).isTrue();
        desk.session().set(desk.session().get().signedIn(Practice.open(PracticeOptions.of("fresh"))));

        later.forEach(Runnable::run);

        assertThat(kept().given()).containsKey(ItemId.ROOT_MFA);
        assertThat(desk.session().get().words()).isEqualTo(KeptWords.NONE);
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

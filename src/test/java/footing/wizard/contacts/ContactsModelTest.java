package footing.wizard.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.States;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.wizard.ChoicesEdit;
import footing.wizard.Desk;
import footing.wizard.Desks;
import footing.wizard.FakeWork;
import footing.wizard.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactsModelTest {

    private final AccountState account = States.fresh().account();
    private final Desk desk = Desks.atOnce(new FakeWork(), List.of());
    private final ContactsModel model = new ContactsModel(desk);

    private void open() {
        desk.session()
                .set(desk.session()
                        .get()
                        .signedIn(FakeWork.connection())
                        .surveyed(account)
                        .chose(ExampleChoices.of(account))
                        .at(Step.CONTACTS));
        model.enter();
    }

    @Test
    void nothingIsMissing_whenAllWasChosenBefore() {
        open();
        assertThat(model.missing().getValue()).isEmpty();
        model.proceed();
        assertThat(desk.session().get().at()).isEqualTo(Step.NOTIFICATIONS);
        assertThat(desk.session().get().choices()).contains(ExampleChoices.of(account));
    }

    @Test
    void whatWasLeftInTheReview_staysLeft_whenThePageIsOpenedAgain() {
        open();
        model.proceed();
        desk.session()
                .set(desk.session()
                        .get()
                        .chose(ChoicesEdit.leave(ExampleChoices.of(account), ItemId.SECURITY_CONTACT, true))
                        .at(Step.CONTACTS));
        model.enter();
        model.proceed();
        assertThat(desk.session().get().choices().orElseThrow().leaves(ItemId.SECURITY_CONTACT)).isTrue();
    }
}

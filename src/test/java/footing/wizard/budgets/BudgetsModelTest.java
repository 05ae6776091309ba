package footing.wizard.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.States;
import footing.choices.BudgetChoice;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.ItemId;
import footing.wizard.Desk;
import footing.wizard.Desks;
import footing.wizard.FakeWork;
import footing.wizard.Missing;
import footing.wizard.Step;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetsModelTest {

    private static final String LIST = "aws-billing@example.com";

    private final Desk desk = Desks.atOnce(new FakeWork(), List.of());
    private final BudgetsModel model = new BudgetsModel(desk);
    private final BudgetsForm written = model.written();

    private void open(AccountState account) {
        desk.session()
                .set(desk.session().get().signedIn(FakeWork.connection()).surveyed(account).at(Step.BUDGETS));
        model.enter();
    }

    private void write(String field, String text) {
        written.form().field(field).value().set(text);
    }

    private Choices chosen() {
        model.proceed();
        return desk.session().get().choices().orElseThrow();
    }

    private Optional<String> missing() {
        return model.missing().getValue().map(Missing::field);
    }

    private Optional<Complaint> complaint(String field) {
        return written.form().field(field).complaint();
    }

    @Test
    void firstBudget_lacksItsLimitAlone_whenTheAccountHasNone() {
        open(States.fresh().account());
        write(BudgetsForm.LIST, LIST);
        assertThat(missing()).contains("billing.budgets.1.limit");
        write("billing.budgets.1.limit", "a lot");
        assertThat(complaint("billing.budgets.1.limit").orElseThrow().key()).isEqualTo("complaint.not-number");
        write("billing.budgets.1.limit", "500");
        assertThat(missing()).isEmpty();

        assertThat(chosen().billing().budgets()).containsExactlyEntriesOf(java.util.Map.of("monthly-cost",
                new BudgetChoice(500, "USD", BudgetChoice.Period.MONTHLY, 80, 100)));
        assertThat(desk.session().get().at()).isEqualTo(Step.REVIEW);
    }

    @Test
    void list_isNeeded_whereNobodyHearsOfMoneyYet() {
        open(States.fresh().account());
        write(BudgetsForm.LIST, "");
        assertThat(missing()).contains(BudgetsForm.LIST);
        written.leave(ItemId.BILLING_NOTIFICATIONS).set(true);
        assertThat(missing()).contains("billing.budgets.1.limit");
    }

    @Test
    void currency_isChecked_whenItIsNoneOrUnusual() {
        open(States.fresh().account());
        write("billing.budgets.1.currency", "DOLLARS");
        assertThat(complaint("billing.budgets.1.currency").orElseThrow().isError()).isTrue();
        write("billing.budgets.1.currency", "EUR");
        assertThat(complaint("billing.budgets.1.currency").orElseThrow().isError()).isFalse();
    }

    @Test
    void nameTakenTwice_isComplainedAbout_atTheSecondBudget() {
        open(States.fresh().account());
        written.budgets().add().name().value().set("monthly-cost");

        assertThat(complaint("billing.budgets.1.name")).isEmpty();
        assertThat(complaint("billing.budgets.2.name").orElseThrow().key()).isEqualTo("complaint.listed-twice");
    }

    @Test
    void budgets_countForNothing_whenTheyAreLeftAsTheyAre() {
        open(States.fresh().account());
        write(BudgetsForm.LIST, LIST);
        written.leave(ItemId.BUDGET).set(true);

        assertThat(missing()).isEmpty();
        assertThat(model.choosesBudgets().getValue()).isFalse();
        assertThat(chosen().billing().budgets()).isEmpty();
        assertThat(chosen().leaves(ItemId.BUDGET)).isTrue();
    }

    @Test
    void nothing_isAsked_aboutWhatCouldNotBeSeen() {
        open(States.fresh().denied(Fact.BUDGETS, "budgets:ViewBudget").account());

        assertThat(written.leave(ItemId.BUDGET).get()).isTrue();
        assertThat(written.budgets().all()).isEmpty();
        assertThat(model.isHidden(ItemId.BUDGET).getValue()).isTrue();
    }

    @Test
    void button_tellsHowManyChangesThereAre_asTheyAreChosen() {
        open(States.fresh().account());
        write(BudgetsForm.LIST, LIST);
        write("billing.budgets.1.limit", "500");
        String with = model.primary().getValue();
        written.leave(ItemId.USAGE_REPORT).set(true);

        assertThat(with).matches("Review \\d+ changes");
        assertThat(changes(model.primary().getValue())).isLessThan(changes(with));
    }

    private static int changes(String words) {
        return Integer.parseInt(words.replaceAll("\\D", ""));
    }
}

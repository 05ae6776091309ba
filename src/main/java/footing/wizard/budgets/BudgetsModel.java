package footing.wizard.budgets;

import footing.account.AccountState;
import footing.aws.Connection;
import footing.baseline.Finding;
import footing.baseline.Status;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.Conventions;
import footing.account.ContactType;
import footing.choices.ItemId;
import footing.plan.Stack;
import footing.wizard.Deciding;
import footing.wizard.Desk;
import footing.wizard.Drafting;
import footing.wizard.Missing;
import footing.wizard.PageModel;
import footing.wizard.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;

/** Who hears of money, what may be spent, and where the usage report is kept. */
public final class BudgetsModel implements PageModel {

    private final Desk desk;
    private final Deciding deciding;
    private final Drafting drafting;
    private final BudgetsForm written;
    private Optional<Connection> filledFor = Optional.empty();

    public BudgetsModel(Desk desk) {
        this.desk = desk;
        this.deciding = new Deciding(desk);
        this.drafting = new Drafting(desk);
        this.written = new BudgetsForm(desk, this::complaints);
    }

    BudgetsForm written() {
        return written;
    }

    /** What would come of the choices as they are now. */
    Drafting drafting() {
        return drafting;
    }

    ObservableValue<Boolean> isHidden(ItemId item) {
        return is(item, Status.UNKNOWN);
    }

    private ObservableValue<Boolean> is(ItemId item, Status status) {
        return drafting.finding(item)
                .map((finding) -> finding.map(Finding::verdict).filter((one) -> one.status() == status).isPresent());
    }

    /** Whether Footing makes the topic, so that what it is called can be chosen. */
    ObservableValue<Boolean> choosesTopic() {
        return drafting.makes(Stack.BILLING, "AWS::SNS::Topic");
    }

    /** Whether there is something to choose about budgets: where none is adopted. */
    ObservableValue<Boolean> choosesBudgets() {
        return chooses(ItemId.BUDGET, "AWS::Budgets::Budget");
    }

    ObservableValue<Boolean> choosesReport() {
        return chooses(ItemId.USAGE_REPORT, "AWS::S3::Bucket");
    }

    private ObservableValue<Boolean> chooses(ItemId item, String type) {
        return written.leave(item)
                .flatMap((left) -> drafting.makes(Stack.BILLING, type)
                        .flatMap((makes) -> is(item, Status.NOT_MET).map((open) -> !left && (makes || open))));
    }

    /** An address to show in the empty field. */
    String proposal() {
        return deciding.account()
                .flatMap((account) -> Conventions.address(ContactType.BILLING, account))
                .orElseGet(() -> Words.get("contacts.email.prompt", "type", "billing"));
    }

    @Override
    public String help() {
        return "budgets.help";
    }

    @Override
    public void enter() {
        Optional<Connection> connection = desk.session().get().connection();
        deciding.account().ifPresent((account) -> {
            Choices base = deciding.base(account);
            drafting.begin(account, base);
            Predicate<ItemId> hidden = (item) -> isHidden(item).getValue();
            written.form().fill(() -> {
                if (filledFor.equals(connection)) {
                    written.fillLeft(base, hidden);
                } else {
                    written.fill(base, hidden, this::isOpen);
                }
            });
            written.beyond().read();
            filledFor = connection;
        });
    }

    private boolean isOpen(ItemId item) {
        return is(item, Status.NOT_MET).getValue();
    }

    private List<Complaint> complaints() {
        return deciding.account().map((account) -> {
            Choices choices = choices(account);
            List<Complaint> complaints = written.complaints(choices, this::isOpen, account.home());
            if (complaints.stream().noneMatch(Complaint::isError)) {
                drafting.follow(account, choices);
            }
            return complaints;
        }).orElse(List.of());
    }

    private Choices choices(AccountState account) {
        return written.choices(deciding.base(account));
    }

    @Override
    public ObservableValue<String> primary() {
        return drafting.changes()
                .map((changes) -> changes.map((count) -> Words.count("budgets.next", count))
                        .orElseGet(() -> Words.get("budgets.next")));
    }

    @Override
    public ObservableValue<Optional<Missing>> missing() {
        return written.form().missing();
    }

    @Override
    public ObservableValue<Boolean> busy() {
        return written.beyond().reading();
    }

    @Override
    public void proceed() {
        written.form().showAll();
        deciding.account().filter((account) -> written.form().isRight()).ifPresent((account) -> {
            desk.session().set(desk.session().get().chose(choices(account)));
            desk.next();
        });
    }
}

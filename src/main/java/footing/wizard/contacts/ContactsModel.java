package footing.wizard.contacts;

import footing.account.AccountState;
import footing.account.AlternateContact;
import footing.account.ContactType;
import footing.aws.Connection;
import footing.baseline.Finding;
import footing.baseline.Status;
import footing.choices.Choices;
import footing.choices.Contacts;
import footing.choices.Conventions;
import footing.choices.ItemId;
import footing.choices.Rules;
import footing.choices.Complaint;
import footing.wizard.ChoicesEdit;
import footing.wizard.Deciding;
import footing.wizard.Desk;
import footing.wizard.Drafting;
import footing.wizard.Missing;
import footing.wizard.PageModel;
import footing.wizard.Words;
import footing.wizard.form.Form;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;

/** Whom AWS is to reach: the primary contact and the three alternate ones, each left as it is or written. */
public final class ContactsModel implements PageModel {

    /** The order of the page, so that what is missing first is also what stands first. */
    static final List<ContactType> ORDER = List.of(ContactType.SECURITY, ContactType.OPERATIONS, ContactType.BILLING);

    private final Desk desk;
    private final Deciding deciding;
    private final Form form = new Form(this::complaints);
    private final Map<ContactType, AlternateFields> alternate = new LinkedHashMap<>();
    private final PrimaryFields primary;
    private final Map<ItemId, BooleanProperty> leave = new EnumMap<>(ItemId.class);
    private final Drafting drafting;
    private Optional<Connection> filledFor = Optional.empty();

    public ContactsModel(Desk desk) {
        this.desk = desk;
        this.deciding = new Deciding(desk);
        this.drafting = new Drafting(desk);
        for (ContactType type : ORDER) {
            alternate.put(type, new AlternateFields(form, type));
            leave(item(type));
        }
        primary = new PrimaryFields(form);
        leave(ItemId.PRIMARY_CONTACT);
        leave.values().forEach((left) -> left.subscribe((before, now) -> form.check()));
    }

    static ItemId item(ContactType type) {
        return switch (type) {
            case BILLING -> ItemId.BILLING_CONTACT;
            case OPERATIONS -> ItemId.OPERATIONS_CONTACT;
            case SECURITY -> ItemId.SECURITY_CONTACT;
        };
    }

    Form form() {
        return form;
    }

    /** What would come of the choices as they are now. */
    Drafting drafting() {
        return drafting;
    }

    /** Whether the item stays as it is. */
    BooleanProperty leave(ItemId item) {
        return leave.computeIfAbsent(item, (key) -> new SimpleBooleanProperty(this, key.id()));
    }

    /** Where the item stands now. */
    Optional<Finding> finding(ItemId item) {
        return deciding.finding(item);
    }

    /** An address to show in the empty field. */
    String proposal(ContactType type) {
        return deciding.account()
                .flatMap((account) -> Conventions.address(type, account))
                .orElseGet(() -> Words.get("contacts.email.prompt", "type",
                        type.name().toLowerCase(java.util.Locale.ROOT)));
    }

    @Override
    public String help() {
        return "contacts.help";
    }

    @Override
    public void enter() {
        Optional<Connection> connection = desk.session().get().connection();
        deciding.account().ifPresent((account) -> {
            Choices choices = deciding.base(account);
            drafting.begin(account, choices);
            if (filledFor.equals(connection)) {
                form.fill(() -> fillLeave(choices));
            } else {
                filledFor = connection;
                fill(choices);
            }
        });
    }

    /** What stays as it is may have been chosen elsewhere since the page was left. */
    private void fillLeave(Choices choices) {
        leave.forEach((item, left) -> left.set(choices.leaves(item) || isHidden(item)));
    }

    private void fill(Choices choices) {
        form.fill(() -> {
            choices.contacts().primary().ifPresent(primary::fill);
            alternate.forEach((type, fields) -> fields.fill(Optional
                    .ofNullable(choices.contacts().alternate().get(type))
                    .orElseGet(() -> new AlternateContact("", "", "", ""))));
            fillLeave(choices);
        });
    }

    /** What could not be seen is not written either. */
    boolean isHidden(ItemId item) {
        return finding(item).filter((finding) -> finding.status() == Status.UNKNOWN).isPresent();
    }

    private List<Complaint> complaints() {
        return deciding.account().map((account) -> {
            Choices choices = choices(account);
            List<Complaint> complaints = Rules.check(choices);
            if (complaints.stream().noneMatch(Complaint::isError)) {
                drafting.follow(account, choices);
            }
            return complaints;
        }).orElse(List.of());
    }

    private Choices choices(AccountState account) {
        Map<ContactType, AlternateContact> kept = new EnumMap<>(ContactType.class);
        alternate.forEach((type, fields) -> {
            if (!leave(item(type)).get()) {
                kept.put(type, fields.contact());
            }
        });
        Choices choices = ChoicesEdit.contacts(deciding.base(account), new Contacts(
                leave(ItemId.PRIMARY_CONTACT).get() ? Optional.empty() : Optional.of(primary.contact()), kept));
        for (Map.Entry<ItemId, BooleanProperty> left : leave.entrySet()) {
            choices = ChoicesEdit.leave(choices, left.getKey(), left.getValue().get());
        }
        return choices;
    }

    @Override
    public ObservableValue<String> primary() {
        return new SimpleStringProperty(Words.get("contacts.next"));
    }

    @Override
    public ObservableValue<Optional<Missing>> missing() {
        return form.missing();
    }

    @Override
    public ObservableValue<Boolean> busy() {
        return new SimpleBooleanProperty(false);
    }

    @Override
    public void proceed() {
        form.showAll();
        deciding.account().filter((account) -> form.isRight()).ifPresent((account) -> {
            desk.session().set(desk.session().get().chose(choices(account)));
            desk.next();
        });
    }
}

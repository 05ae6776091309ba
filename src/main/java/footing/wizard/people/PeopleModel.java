package footing.wizard.people;

import footing.account.AccountState;
import footing.aws.Connection;
import footing.baseline.Finding;
import footing.baseline.Status;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.EarlierAccess;
import footing.choices.ItemId;
import footing.plan.Stack;
import footing.wizard.Background;
import footing.wizard.Deciding;
import footing.wizard.Desk;
import footing.wizard.Drafting;
import footing.wizard.Missing;
import footing.wizard.PageModel;
import footing.wizard.Words;
import footing.work.MetadataFile;
import footing.work.Work;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;

/** Groups by role, what passwords must be, what the account is measured by, and what only people know of it. */
public final class PeopleModel implements PageModel {

    private static final int FEW = 200;
    /** From here a path counts that is not absolute: nobody sees where the program was started. */
    private static final Path HOME = Path.of(System.getProperty("user.home", ""));

    private final Desk desk;
    private final Deciding deciding;
    private final Drafting drafting;
    private final PeopleForm written = new PeopleForm(this::complaints);
    private final ReadOnlyObjectWrapper<Users> users = new ReadOnlyObjectWrapper<>(this, "users", Users.NONE);
    private final ReadOnlyBooleanWrapper readsMetadata = new ReadOnlyBooleanWrapper(this, "readsMetadata");
    private final ReadOnlyBooleanWrapper keepsMetadata = new ReadOnlyBooleanWrapper(this, "keepsMetadata");
    private Optional<Background.Job> reading = Optional.empty();
    private Optional<Connection> filledFor = Optional.empty();

    public PeopleModel(Desk desk) {
        this.desk = desk;
        this.deciding = new Deciding(desk);
        this.drafting = new Drafting(desk);
        written.federation().saml().file().value().subscribe((before, now) -> readMetadata());
    }

    PeopleForm written() {
        return written;
    }

    /** What would come of the choices as they are now. */
    Drafting drafting() {
        return drafting;
    }

    /** What was seen of the users, once it is put together. */
    ObservableValue<Users> users() {
        return users.getReadOnlyProperty();
    }

    /** Whether the metadata file is being read. */
    ObservableValue<Boolean> readsMetadata() {
        return readsMetadata.getReadOnlyProperty();
    }

    /** Whether IAM has metadata of Footing's that stays where no file is named. */
    ObservableValue<Boolean> keepsMetadata() {
        return keepsMetadata.getReadOnlyProperty();
    }

    /** Reads the file that is named now; what is read of another one no longer counts. */
    private void readMetadata() {
        SamlFields saml = written.federation().saml();
        reading.ifPresent(Background.Job::cancel);
        saml.read().set(Optional.empty());
        Optional<String> name = saml.file().given();
        readsMetadata.set(name.isPresent());
        LocalDate today = today();
        reading = name.map((file) -> desk.background()
                .<MetadataFile, MetadataFile>run((tell) -> MetadataFile.read(file, HOME, today), (read) -> {
                }, this::hasRead, (problem) -> hasRead(MetadataFile.unreadable(file, HOME))));
    }

    private void hasRead(MetadataFile file) {
        readsMetadata.set(false);
        written.federation().saml().read().set(Optional.of(file));
    }

    /** Whether only somebody's word can tell how it is. */
    ObservableValue<Boolean> asksForWord(ItemId item) {
        return is(item, Status.NEEDS_ATTESTATION);
    }

    /** Whether AWS shows that it is not so: nobody can vouch against that. */
    ObservableValue<Boolean> contradicts(ItemId item) {
        return is(item, Status.NOT_MET);
    }

    ObservableValue<Boolean> isHidden(ItemId item) {
        return is(item, Status.UNKNOWN);
    }

    private ObservableValue<Boolean> is(ItemId item, Status status) {
        return drafting.finding(item)
                .map((finding) -> finding.map(Finding::verdict).filter((one) -> one.status() == status).isPresent());
    }

    /** Whether Footing makes groups, or would if any were named. */
    ObservableValue<Boolean> choosesGroups() {
        return written.leave(ItemId.ROLE_GROUPS)
                .flatMap((left) -> drafting.makes(Stack.SECURITY, "AWS::IAM::Group")
                        .map((makes) -> !left && (makes || written.groups().rows().all().isEmpty())));
    }

    @Override
    public String help() {
        return "people.help";
    }

    @Override
    public void enter() {
        Optional<Connection> connection = desk.session().get().connection();
        deciding.account().ifPresent((account) -> {
            Choices base = deciding.base(account);
            drafting.begin(account, base);
            keepsMetadata.set(EarlierAccess.metadata(account).isPresent());
            Predicate<ItemId> hidden = (item) -> isHidden(item).getValue();
            written.form().fill(() -> {
                if (filledFor.equals(connection)) {
                    written.fillAgain(base, hidden, today());
                } else {
                    written.fill(base, hidden, today());
                }
            });
            filledFor = connection;
            look(account);
        });
    }

    /** Thousands of users are put together in the background; a few are there when the page opens. */
    private void look(AccountState account) {
        ZoneId zone = desk.services().clock().getZone();
        if (Users.count(account) <= FEW) {
            users.set(Users.of(account, zone));
        } else {
            desk.background()
                    .<Users, Users>run((tell) -> Users.of(account, zone), users::set, users::set,
                            (problem) -> users.set(Users.NONE));
        }
    }

    private List<Complaint> complaints() {
        return deciding.account().map((account) -> {
            Choices choices = choices(account);
            List<Complaint> complaints = new ArrayList<>(
                    written.complaints(choices, this::asked, today()));
            complaints.addAll(Work.complaints(ItemId.FEDERATION, account, choices));
            if (complaints.stream().noneMatch(Complaint::isError)) {
                drafting.follow(account, choices);
            }
            return complaints;
        }).orElse(List.of());
    }

    private Choices choices(AccountState account) {
        return written.choices(deciding.base(account), this::asked, today());
    }

    private boolean asked(ItemId item) {
        return asksForWord(item).getValue();
    }

    private LocalDate today() {
        return desk.services().work().place().today();
    }

    @Override
    public ObservableValue<String> primary() {
        return new SimpleStringProperty(Words.get("people.next"));
    }

    @Override
    public ObservableValue<Optional<Missing>> missing() {
        return written.form().missing();
    }

    @Override
    public ObservableValue<Boolean> busy() {
        return readsMetadata();
    }

    @Override
    public void proceed() {
        written.form().showAll();
        deciding.account()
                .filter((account) -> written.form().isRight() && !readsMetadata.get())
                .ifPresent((account) -> {
                    desk.session().set(desk.session().get().chose(choices(account)));
                    desk.next();
                });
    }
}

package footing.wizard.notifications;

import footing.account.AccountState;
import footing.account.Region;
import footing.aws.Connection;
import footing.baseline.Status;
import footing.choices.Activity;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.ItemId;
import footing.choices.LogStorage;
import footing.choices.Notifications;
import footing.choices.Rules;
import footing.wizard.BeyondSwitches;
import footing.wizard.ChoicesEdit;
import footing.wizard.Deciding;
import footing.wizard.Desk;
import footing.wizard.Drafting;
import footing.wizard.Missing;
import footing.wizard.PageModel;
import footing.wizard.Words;
import footing.wizard.form.Field;
import footing.wizard.form.Form;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;

/** Who hears of security matters, where the logs are kept, and what raises an alarm. */
public final class NotificationsModel implements PageModel {

    static final String LIST = "notifications.securityList";
    static final String TOPIC = "notifications.topicName";
    static final String BUCKET = "logStorage.bucket";
    static final String TRAIL = "logStorage.trail";
    static final String LOG_GROUP = "logStorage.logGroup";

    private final Desk desk;
    private final Deciding deciding;
    private final Form form = new Form(this::complaints);
    private final Field list = form.field(LIST);
    private final Field topic = form.field(TOPIC);
    private final Field bucket = form.field(BUCKET);
    private final Field trail = form.field(TRAIL);
    private final Field logGroup = form.field(LOG_GROUP);
    private final ObjectProperty<Integer> logGroupDays = new SimpleObjectProperty<>(this, "logGroupDays", 365);
    private final ObjectProperty<Integer> archiveDays = new SimpleObjectProperty<>(this, "archiveDays", 90);
    private final ObjectProperty<Optional<Integer>> expireDays = new SimpleObjectProperty<>(this, "expireDays",
            Optional.empty());
    private final Map<Activity, BooleanProperty> alarms = new EnumMap<>(Activity.class);
    private final Drafting drafting;
    private final ConfigFields config = new ConfigFields(form::check);
    private final BeyondSwitches beyond;
    private Optional<Connection> filledFor = Optional.empty();

    public NotificationsModel(Desk desk) {
        this.desk = desk;
        this.deciding = new Deciding(desk);
        this.drafting = new Drafting(desk);
        this.beyond = new BeyondSwitches(desk, List.of(ItemId.S3_PUBLIC_ACCESS_BLOCK, ItemId.EBS_ENCRYPTION,
                ItemId.THREAT_DETECTION), form::check);
        List.of("logGroupDays", "archiveAfterDays", "expireAfterDays")
                .forEach((name) -> form.field("logStorage." + name));
        for (Activity activity : Activity.values()) {
            alarm(activity).subscribe((before, now) -> form.check());
        }
        logGroupDays.subscribe((before, now) -> form.check());
        archiveDays.subscribe((before, now) -> form.check());
        expireDays.subscribe((before, now) -> form.check());
    }

    Form form() {
        return form;
    }

    ConfigFields config() {
        return config;
    }

    /** What is offered here beyond the baseline. */
    BeyondSwitches beyond() {
        return beyond;
    }

    boolean isHome(Region region) {
        return deciding.account().map(AccountState::home).filter(region::equals).isPresent();
    }

    ObservableValue<Boolean> isHidden(ItemId item) {
        return drafting.finding(item)
                .map((finding) -> finding.filter((one) -> one.status() == Status.UNKNOWN).isPresent());
    }

    ObjectProperty<Integer> logGroupDays() {
        return logGroupDays;
    }

    ObjectProperty<Integer> archiveDays() {
        return archiveDays;
    }

    ObjectProperty<Optional<Integer>> expireDays() {
        return expireDays;
    }

    BooleanProperty alarm(Activity activity) {
        return alarms.computeIfAbsent(activity, (key) -> new SimpleBooleanProperty(this, key.id(), true));
    }

    /** What would come of the choices as they are now. */
    Drafting drafting() {
        return drafting;
    }

    @Override
    public String help() {
        return "notifications.help";
    }

    @Override
    public void enter() {
        Optional<Connection> connection = desk.session().get().connection();
        deciding.account().ifPresent((account) -> {
            Choices base = deciding.base(account);
            drafting.begin(account, base);
            form.fill(() -> {
                if (!filledFor.equals(connection)) {
                    fill(account, base);
                }
                config.fillLeft(base, (item) -> isHidden(item).getValue());
            });
            beyond.read();
            filledFor = connection;
        });
    }

    private void fill(AccountState account, Choices choices) {
        list.value().set(choices.notifications().securityList().orElse(""));
        topic.value().set(choices.notifications().topicName());
        bucket.value().set(choices.logStorage().bucket());
        trail.value().set(choices.logStorage().trail());
        logGroup.value().set(choices.logStorage().logGroup());
        logGroupDays.set(choices.logStorage().logGroupDays());
        archiveDays.set(choices.logStorage().archiveAfterDays());
        expireDays.set(choices.logStorage().expireAfterDays());
        alarms.forEach((activity, on) -> on.set(choices.alarms().contains(activity)));
        config.fill(account, choices);
        beyond.fill(choices);
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
        Set<Activity> on = EnumSet.noneOf(Activity.class);
        alarms.forEach((activity, wanted) -> {
            if (wanted.get()) {
                on.add(activity);
            }
        });
        Choices base = deciding.base(account);
        return ChoicesEdit.logs(config.choices(base.withBeyond(beyond.choices(base.beyond()))),
                new Notifications(list.given(), topic.given().orElse("")),
                new LogStorage(bucket.given().orElse(""), trail.given().orElse(""), logGroup.given().orElse(""),
                        logGroupDays.get(), archiveDays.get(), expireDays.get()),
                on);
    }

    @Override
    public ObservableValue<String> primary() {
        return new SimpleStringProperty(Words.get("notifications.next"));
    }

    @Override
    public ObservableValue<Optional<Missing>> missing() {
        return form.missing();
    }

    @Override
    public ObservableValue<Boolean> busy() {
        return beyond.reading();
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

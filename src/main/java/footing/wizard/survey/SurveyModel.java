package footing.wizard.survey;

import footing.account.AccountState;
import footing.account.Identity;
import footing.aws.survey.SurveyEvent;
import footing.baseline.Baseline;
import footing.baseline.Finding;
import footing.baseline.Item;
import footing.checklist.Checklist;
import footing.checklist.Counts;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.choices.Standards;
import footing.wizard.Background;
import footing.wizard.Desk;
import footing.wizard.Failure;
import footing.wizard.Missing;
import footing.wizard.PageModel;
import footing.wizard.Session;
import footing.wizard.Words;
import footing.aws.Connection;
import footing.work.KeptWords;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** Where the account stands, item by item, as it is read. */
public final class SurveyModel implements PageModel {

    private final Desk desk;
    private final ReadOnlyObjectWrapper<List<ItemRow>> rows = new ReadOnlyObjectWrapper<>(this, "rows", unread());
    private final ObjectProperty<RowFilter> filter = new SimpleObjectProperty<>(this, "filter", RowFilter.ALL);
    private final ObjectProperty<Optional<ItemId>> opened = new SimpleObjectProperty<>(this, "opened",
            Optional.empty());
    private final ReadOnlyObjectWrapper<SurveyProgress> progress = new ReadOnlyObjectWrapper<>(this, "progress",
            SurveyProgress.NONE);
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(this, "failure",
            Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private Optional<Connection> surveyed = Optional.empty();
    private Optional<Background.Job> job = Optional.empty();

    public SurveyModel(Desk desk) {
        this.desk = desk;
    }

    ObservableValue<List<ItemRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    ObjectProperty<RowFilter> filter() {
        return filter;
    }

    /** The item whose details are open. */
    ObjectProperty<Optional<ItemId>> opened() {
        return opened;
    }

    ObservableValue<SurveyProgress> progress() {
        return progress.getReadOnlyProperty();
    }

    ObservableValue<Optional<Failure>> failure() {
        return failure.getReadOnlyProperty();
    }

    /** Whether the caller is the root user, who should not do this. */
    ObservableValue<Boolean> asRoot() {
        return desk.session().map((session) -> session.identity().map(Identity::isRoot).orElse(false));
    }

    /** How many items there are of each status that occurs. */
    static List<Checklist.Count> counts(List<ItemRow> rows) {
        return Counts.of(rows.stream().flatMap((row) -> row.finding().stream()).toList());
    }

    @Override
    public String help() {
        return "survey.help";
    }

    @Override
    public void enter() {
        Optional<Connection> connection = desk.session().get().connection();
        if (!surveyed.equals(connection) || !desk.session().get().isCurrent()) {
            look();
        } else {
            desk.session().get().account().ifPresent(this::show);
        }
    }

    /** Surveys the account, anew where it was surveyed before. */
    void look() {
        desk.session().get().connection().ifPresent((connection) -> {
            job.ifPresent(Background.Job::cancel);
            surveyed = Optional.of(connection);
            failure.set(Optional.empty());
            rows.set(unread());
            progress.set(SurveyProgress.NONE);
            busy.set(true);
            Background.Work<SurveyEvent, AccountState> survey = desk.survey(connection);
            job = Optional.of(desk.background().<SurveyEvent, Seen>run((tell) -> {
                AccountState account = survey.run(tell);
                return new Seen(account,
                        desk.services().work().words(connection, account.identity().account()));
            }, (event) -> follow(connection, event), (seen) -> finish(connection, seen), this::fail));
        });
    }

    /** What AWS told, and what people did. */
    private record Seen(AccountState account, KeptWords words) {
    }

    private void follow(Connection connection, SurveyEvent event) {
        if (!desk.isAt(connection)) {
            return;
        }
        progress.set(progress.get().after(event));
        switch (event) {
            case SurveyEvent.Began began -> desk.session().set(desk.session().get().identified(began.identity()));
            case SurveyEvent.FactRead read -> rows.set(rows.get()
                    .stream()
                    .map((row) -> row.item().facts().contains(read.fact()) ? row(row.item(), read.soFar()) : row)
                    .toList());
            case SurveyEvent.CallBegan call -> {
            }
            case SurveyEvent.CallEnded call -> {
            }
            case SurveyEvent.Ended ended -> {
            }
        }
    }

    private void finish(Connection connection, Seen seen) {
        progress.set(progress.get().done());
        if (desk.isAt(connection)) {
            desk.saw(connection, seen.account());
            desk.session().set(desk.session().get().remembered(seen.words()));
            show(seen.account());
        }
        busy.set(false);
    }

    private void fail(Exception problem) {
        surveyed = Optional.empty();
        failure.set(Optional.of(Failure.of(problem)));
        // Whoever hears that it is over must find out that it failed.
        busy.set(false);
    }

    private void show(AccountState account) {
        rows.set(Baseline.ITEMS.stream().map((item) -> row(item, account)).toList());
    }

    private ItemRow row(Item item, AccountState account) {
        if (!account.hasRead(item.facts())) {
            return unread(item);
        }
        LocalDate today = desk.services().work().place().today();
        Session session = desk.session().get();
        Optional<Choices> choices = session.choices();
        Finding finding = Baseline.judge(item, account,
                choices.map(Choices::attestations).orElseGet(() -> session.words().given()),
                choices.map(Choices::standards).orElse(Standards.USUAL), today);
        return new ItemRow(item, Optional.of(finding), Hidden.permissions(finding, account));
    }

    /** The permissions that would show what could not be seen, once the account was read. */
    static SortedSet<String> missing(List<ItemRow> rows) {
        TreeSet<String> missing = new TreeSet<>();
        rows.forEach((row) -> missing.addAll(row.missing()));
        return missing;
    }

    private static List<ItemRow> unread() {
        return Baseline.ITEMS.stream().map(SurveyModel::unread).toList();
    }

    private static ItemRow unread(Item item) {
        return new ItemRow(item, Optional.empty(), Collections.emptySortedSet());
    }

    @Override
    public ObservableValue<String> primary() {
        return busy.flatMap((reading) -> failure.map((problem) -> Words.get(
                reading ? "survey.reading" : problem.isPresent() ? "survey.again" : "survey.primary")));
    }

    @Override
    public ObservableValue<Optional<Missing>> missing() {
        return new SimpleObjectProperty<>(Optional.empty());
    }

    @Override
    public ObservableValue<Boolean> busy() {
        return busy.getReadOnlyProperty();
    }

    @Override
    public void proceed() {
        if (failure.get().isPresent()) {
            look();
        } else if (!busy.get()) {
            desk.next();
        }
    }
}

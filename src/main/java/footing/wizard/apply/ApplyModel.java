package footing.wizard.apply;

import footing.account.AccountState;
import footing.aws.apply.ApplyEvent;
import footing.aws.apply.Intent;
import footing.choices.ChoicesFile;
import footing.aws.survey.SurveyEvent;
import footing.plan.ChangeGroup;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.wizard.Desk;
import footing.wizard.Failure;
import footing.wizard.Missing;
import footing.wizard.PageModel;
import footing.wizard.Session;
import footing.wizard.Step;
import footing.wizard.Words;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Carries out the plan, then looks at the account again. */
public final class ApplyModel implements PageModel {

    private static final int MOST_EVENTS = 2000;

    /** What the page is doing. */
    enum Doing {
        APPLYING,
        LOOKING,
        DONE
    }

    private final Desk desk;
    private final ObservableList<ApplyRow> rows = FXCollections.observableArrayList();
    private final ObservableList<ApplyEvent.OfStack> events = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Doing> doing = new ReadOnlyObjectWrapper<>(this, "doing", Doing.DONE);
    private final ReadOnlyObjectWrapper<Optional<ApplyRow>> underWay = new ReadOnlyObjectWrapper<>(this, "underWay",
            Optional.empty());
    private final ReadOnlyObjectWrapper<List<ApplyEvent.Failure>> failures = new ReadOnlyObjectWrapper<>(this,
            "failures", List.of());
    private final ReadOnlyObjectWrapper<Optional<Failure>> broken = new ReadOnlyObjectWrapper<>(this, "broken",
            Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Failure>> unread = new ReadOnlyObjectWrapper<>(this, "unread",
            Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    public ApplyModel(Desk desk) {
        this.desk = desk;
        busy.bind(doing.map((what) -> what != Doing.DONE));
    }

    ObservableList<ApplyRow> rows() {
        return rows;
    }

    /** The rows of each group of changes that are read as one, in the order in which the first of them is made. */
    static Map<ChangeGroup, List<ApplyRow>> groups(List<ApplyRow> rows) {
        Map<PlannedChange, ApplyRow> byChange = new HashMap<>();
        rows.forEach((row) -> byChange.put(row.change(), row));
        Map<ChangeGroup, List<ApplyRow>> groups = new LinkedHashMap<>();
        ChangeGroup.of(rows.stream().map(ApplyRow::change).toList())
                .forEach((group) -> groups.put(group, group.changes()
                        .stream()
                        .flatMap((change) -> Optional.ofNullable(byChange.get(change)).stream())
                        .toList()));
        return groups;
    }

    /** What CloudFormation told, as it came; the latest ones where there are too many. */
    ObservableList<ApplyEvent.OfStack> events() {
        return events;
    }

    ObservableValue<Doing> doing() {
        return doing.getReadOnlyProperty();
    }

    /** What is being changed right now. */
    ObservableValue<Optional<ApplyRow>> underWay() {
        return underWay.getReadOnlyProperty();
    }

    /** What is not in place, and why; the first cause first. */
    ObservableValue<List<ApplyEvent.Failure>> failures() {
        return failures.getReadOnlyProperty();
    }

    /** Something that went wrong with the work itself. */
    ObservableValue<Optional<Failure>> broken() {
        return broken.getReadOnlyProperty();
    }

    /** Why the account could not be read again; whatever was done to it is done. */
    ObservableValue<Optional<Failure>> unread() {
        return unread.getReadOnlyProperty();
    }

    int over() {
        return (int) rows.stream().filter(ApplyRow::isOver).count();
    }

    void reviewAgain() {
        desk.open(Step.REVIEW);
    }

    @Override
    public String help() {
        return "apply.help";
    }

    @Override
    public void enter() {
        Session session = desk.session().get();
        if (session.applied().isEmpty() && doing.get() == Doing.DONE) {
            session.plan().ifPresent(this::apply);
        } else if (session.isCurrent()) {
            unread.set(Optional.empty());
        }
    }

    private void apply(Plan plan) {
        Session session = desk.session().get();
        rows.setAll(plan.changes().stream().map(ApplyRow::new).toList());
        events.clear();
        failures.set(List.of());
        broken.set(Optional.empty());
        unread.set(Optional.empty());
        session.connection().ifPresent((connection) -> {
            doing.set(Doing.APPLYING);
            desk.background().<ApplyEvent, ApplyEvent
                    .Ended>run(
                            (tell) -> desk.work()
                                    .apply(connection, plan,
                                            new Intent.Carry(session.choices().map(ChoicesFile::write)), tell),
                            this::follow, (ended) -> finish(plan, ended), (problem) -> breakOff(plan, problem));
        });
    }

    private void follow(ApplyEvent event) {
        switch (event) {
            case ApplyEvent.Began began -> {
            }
            case ApplyEvent.SettingBegan began -> mark(began.change(), ApplyRow.State.UNDER_WAY);
            case ApplyEvent.SettingDone done -> mark(done.change(), ApplyRow.State.DONE);
            case ApplyEvent.ChangeSetReady ready -> {
            }
            case ApplyEvent.Waited waited -> {
            }
            case ApplyEvent.NothingToDo nothing -> {
            }
            case ApplyEvent.ResourceEvent told -> {
                rows.forEach((row) -> row.follow(told));
                log(told);
            }
            case ApplyEvent.Protected told -> log(told);
            case ApplyEvent.StackEnded ended -> {
            }
            case ApplyEvent.Failed failed -> failures
                    .set(Stream.concat(failures.get().stream(), Stream.of(failed.failure())).toList());
            case ApplyEvent.Ended ended -> {
            }
        }
        underWay.set(rows.stream().filter((row) -> row.state().get() == ApplyRow.State.UNDER_WAY).findFirst());
    }

    private void log(ApplyEvent.OfStack told) {
        events.add(told);
        if (events.size() > MOST_EVENTS) {
            events.removeFirst();
        }
    }

    private void mark(PlannedChange change, ApplyRow.State state) {
        rows.stream().filter((row) -> row.change().equals(change)).forEach((row) -> row.state().set(state));
    }

    private void finish(Plan plan, ApplyEvent.Ended ended) {
        failures.set(ended.failures());
        underWay.set(Optional.empty());
        if (ended.failures().isEmpty()) {
            rows.forEach((row) -> row.state().set(ApplyRow.State.DONE));
        } else {
            // Whatever was under way when it ended is not in place, and nothing waits for its turn any more.
            rows.forEach((row) -> row.state().set(row.state().get().atTheEnd()));
        }
        desk.session().set(desk.session().get().applied(plan, ended));
        look();
    }

    private void breakOff(Plan plan, Exception problem) {
        Failure failure = Failure.of(problem);
        broken.set(Optional.of(failure));
        finish(plan,
                new ApplyEvent.Ended(List.of(),
                        List.of(new ApplyEvent.Failure(ApplyEvent.Cause.AWS, plan.home().id(), "",
                                failure.cause(), false))));
    }

    /** Reads the account again. */
    private void look() {
        unread.set(Optional.empty());
        desk.session().get().connection().ifPresent((connection) -> {
            doing.set(Doing.LOOKING);
            desk.background()
                    .<SurveyEvent, AccountState>run(desk.survey(connection), (event) -> {
                    }, (account) -> {
                        desk.saw(connection, account);
                        doing.set(Doing.DONE);
                    }, (problem) -> {
                        unread.set(Optional.of(Failure.of(problem)));
                        doing.set(Doing.DONE);
                    });
        });
    }

    @Override
    public ObservableValue<String> primary() {
        return doing.flatMap((what) -> unread.map((problem) -> Words.get(switch (what) {
            case APPLYING -> "apply.applying";
            case LOOKING -> "apply.looking";
            case DONE -> problem.isPresent() ? "survey.look-again" : "apply.next";
        })));
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
        if (busy.get()) {
            return;
        }
        if (desk.session().get().isCurrent()) {
            desk.next();
        } else {
            look();
        }
    }
}

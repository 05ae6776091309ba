package footing.wizard.checklist;

import footing.account.AccountState;
import footing.baseline.Baseline;
import footing.checklist.Checklist;
import footing.choices.Attestation;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.aws.Connection;
import footing.plan.Change;
import footing.wizard.Background;
import footing.wizard.Desk;
import footing.wizard.Failure;
import footing.wizard.Missing;
import footing.wizard.PageModel;
import footing.wizard.Plans;
import footing.wizard.Session;
import footing.wizard.Step;
import footing.wizard.Words;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.image.Image;

/** The printout: its pages to look at, and where it is saved. */
public final class ChecklistModel implements PageModel {

    static final String FOLDER = "checklist.folder";

    private final Desk desk;
    private final ObservableList<Image> pages = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper drawing = new ReadOnlyBooleanWrapper(this, "drawing");
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper(this, "saving");
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(this, "failure",
            Optional.empty());
    private final ReadOnlyObjectWrapper<List<Path>> saved = new ReadOnlyObjectWrapper<>(this, "saved", List.of());
    private final ReadOnlyObjectWrapper<Optional<Missing>> missing = new ReadOnlyObjectWrapper<>(this, "missing",
            Optional.empty());
    private final StringProperty folder = new SimpleStringProperty(this, FOLDER, System.getProperty("user.home", ""));
    private Optional<Background.Job> job = Optional.empty();

    public ChecklistModel(Desk desk) {
        this.desk = desk;
        folder.subscribe((before, now) -> missing.set(now.isBlank()
                ? Optional.of(new Missing(Words.get("checklist.missing"), FOLDER))
                : Optional.empty()));
    }

    /** The printout's pages as far as they are drawn. */
    ObservableList<Image> pages() {
        return pages;
    }

    ObservableValue<Boolean> drawing() {
        return drawing.getReadOnlyProperty();
    }

    ObservableValue<Optional<Failure>> failure() {
        return failure.getReadOnlyProperty();
    }

    /** The files that were written last. */
    ObservableValue<List<Path>> saved() {
        return saved.getReadOnlyProperty();
    }

    StringProperty folder() {
        return folder;
    }

    @Override
    public String help() {
        return "checklist.help";
    }

    @Override
    public void enter() {
        saved.set(List.of());
        failure.set(Optional.empty());
        checklist().ifPresent((checklist) -> {
            job.ifPresent(Background.Job::cancel);
            pages.clear();
            drawing.set(true);
            job = Optional.of(desk.background()
                    .<Image, Integer>run((tell) -> Preview.draw(checklist, tell), pages::add,
                            (drawn) -> drawing.set(false), (problem) -> {
                                drawing.set(false);
                                fail(problem);
                            }));
        });
    }

    private Optional<Checklist> checklist() {
        Session session = desk.session().get();
        return session.account().map((account) -> checklist(session, account));
    }

    private Checklist checklist(Session session, AccountState account) {
        Map<ItemId, Attestation> words = session.choices().map(Choices::attestations).orElse(Map.of());
        List<Change.ManualStep> byHand = session.choices()
                .map((choices) -> Plans.of(account, choices).byHand())
                .orElse(List.of());
        return Checklist.of(account, Baseline.judge(account, words, LocalDate.now(desk.services().clock())),
                new Checklist.Printing(desk.services().clock().instant(), desk.services().version(),
                        account.identity().principal(),
                        session.connection().filter(Connection::practice).map(Connection::label),
                        session.applied().map(Session.Applied::plan), byHand));
    }

    private void fail(Exception problem) {
        failure.set(Optional.of(Failure.of(Step.CHECKLIST.key(), problem)));
    }

    @Override
    public ObservableValue<String> primary() {
        return saving.map((busy) -> Words.get(busy ? "checklist.saving" : "checklist.save"));
    }

    @Override
    public ObservableValue<Optional<Missing>> missing() {
        return missing.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<Boolean> busy() {
        return saving.getReadOnlyProperty();
    }

    @Override
    public void proceed() {
        if (missing.get().isPresent()) {
            return;
        }
        String where = folder.get().strip();
        checklist().ifPresent((checklist) -> {
            saving.set(true);
            saved.set(List.of());
            failure.set(Optional.empty());
            desk.background().run((progress) -> ChecklistFiles.write(checklist, Path.of(where)), (nothing) -> {
            }, (files) -> {
                saving.set(false);
                saved.set(files);
            }, (problem) -> {
                saving.set(false);
                fail(problem);
                missing.set(Optional.of(new Missing(Words.get("checklist.missing.unwritable"), FOLDER)));
            });
        });
    }
}

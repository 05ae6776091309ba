package footing.wizard.checklist;

import footing.account.AccountState;
import footing.baseline.Finding;
import footing.checklist.Checklist;
import footing.aws.Connection;
import footing.file.FileException;
import footing.file.OutputFile;
import footing.file.OutputFolder;
import footing.plan.Change;
import footing.wizard.Desk;
import footing.wizard.Failure;
import footing.wizard.Missing;
import footing.wizard.PageModel;
import footing.work.Work;
import footing.wizard.Session;
import footing.wizard.Words;
import footing.work.Trouble;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** The printout: its pages to look at, and where it is saved. */
public final class ChecklistModel implements PageModel {

    static final String FOLDER = "checklist.folder";

    private final Desk desk;
    private final PreviewModel preview;
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper(this, "saving");
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(this, "failure",
            Optional.empty());
    private final ReadOnlyObjectWrapper<List<Path>> saved = new ReadOnlyObjectWrapper<>(this, "saved", List.of());
    private final ReadOnlyObjectWrapper<Optional<Missing>> missing = new ReadOnlyObjectWrapper<>(this, "missing",
            Optional.empty());
    private final StringProperty folder = new SimpleStringProperty(this, FOLDER, System.getProperty("user.home", ""));
    private final ReadOnlyObjectWrapper<Optional<String>> refusal = new ReadOnlyObjectWrapper<>(this, "refusal",
            Optional.empty());

    public ChecklistModel(Desk desk) {
        this.desk = desk;
        this.preview = new PreviewModel(desk.background(), this::fail);
        folder.subscribe((before, now) -> nameFolder(now));
    }

    /** A folder that was refused may do by now: only an attempt tells. */
    private void nameFolder(String name) {
        refusal.set(Optional.empty());
        missing.set(name.isBlank()
                ? Optional.of(new Missing(Words.get("checklist.missing"), FOLDER))
                : Optional.empty());
    }

    /** The printout's pages to look at. */
    PreviewModel preview() {
        return preview;
    }

    ObservableValue<Optional<Failure>> failure() {
        return failure.getReadOnlyProperty();
    }

    /** Why the folder that was named cannot take the files. */
    ObservableValue<Optional<String>> refusal() {
        return refusal.getReadOnlyProperty();
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
        nameFolder(folder.get());
        checklist().ifPresent(preview::make);
    }

    /** The printout as things stand now; to be made elsewhere than on the JavaFX thread. */
    private Optional<Callable<Checklist>> checklist() {
        Session session = desk.session().get();
        return session.connection()
                .flatMap((connection) -> session.account()
                        .map((account) -> () -> checklist(session, connection, account)));
    }

    private Checklist checklist(Session session, Connection connection, AccountState account) {
        List<Change.ManualStep> byHand = session.choices()
                .map((choices) -> Work.plan(account, choices).byHand())
                .orElse(List.of());
        Work work = desk.services().work();
        List<Finding> findings = session.choices()
                .map((choices) -> work.judge(account, choices))
                .orElseGet(() -> work.judge(account, session.words().given()));
        List<Finding> beyond = session.choices()
                .map((choices) -> work.beyond(account, choices.beyond().on(), choices.attestations()))
                .orElseGet(List::of);
        return work.checklist(connection, account, Stream.concat(findings.stream(), beyond.stream()).toList(),
                connection.redirection(),
                done(session.runs()), byHand);
    }

    /** What each run put in place; what is missing is what the last of them left. */
    private static List<Checklist.Applied> done(List<Session.Applied> runs) {
        return IntStream.range(0, runs.size()).mapToObj((at) -> {
            Checklist.Applied run = Work.applied(runs.get(at).plan(), runs.get(at).ended());
            return at == runs.size() - 1 ? run : new Checklist.Applied(run.inPlace(), List.of());
        }).toList();
    }

    private void fail(Exception problem) {
        failure.set(Optional.of(Failure.of(problem)));
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

    private static OutputFolder folder(String name) {
        String field = Words.get("checklist.folder");
        return new OutputFolder(field, OutputFile.path(field, name));
    }

    @Override
    public void proceed() {
        if (refusal.get().isPresent()) {
            nameFolder(folder.get());
        }
        if (missing.get().isPresent()) {
            return;
        }
        String where = folder.get().strip();
        checklist().ifPresent((checklist) -> {
            saving.set(true);
            saved.set(List.of());
            failure.set(Optional.empty());
            refusal.set(Optional.empty());
            desk.background().run((progress) -> ChecklistFiles.write(checklist.call(), folder(where)), (nothing) -> {
            }, (files) -> {
                saving.set(false);
                saved.set(files);
            }, (problem) -> {
                saving.set(false);
                refuse(problem);
            });
        });
    }

    /** A folder that will not do is told where it is named, and beside the button; anything else on the page. */
    private void refuse(Exception problem) {
        if (problem instanceof FileException) {
            refusal.set(Optional.of(Trouble.words(problem)));
            missing.set(Optional.of(new Missing(Words.get("checklist.missing.unwritable"), FOLDER)));
        } else {
            fail(problem);
        }
    }

    /** Leaves the PDF where only this person looks, for the desktop's own viewer to print. */
    void print(Consumer<URI> viewer) {
        checklist().filter((checklist) -> !saving.get()).ifPresent((checklist) -> {
            saving.set(true);
            failure.set(Optional.empty());
            desk.background()
                    .run((progress) -> ChecklistFiles.forPrinting(checklist.call(), desk.services().dataDir()),
                            (nothing) -> {
                            }, (file) -> {
                                saving.set(false);
                                viewer.accept(file.toUri());
                            }, (problem) -> {
                                saving.set(false);
                                fail(problem);
                            });
        });
    }
}

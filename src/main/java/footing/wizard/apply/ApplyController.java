package footing.wizard.apply;

import footing.aws.apply.ApplyEvent;
import footing.text.Visible;
import footing.wizard.Failure;
import footing.wizard.PageController;
import footing.wizard.PageModel;
import footing.wizard.Words;
import footing.wizard.control.ChangeWords;
import footing.wizard.control.CopyButton;
import footing.wizard.control.FailureNotice;
import footing.wizard.control.Notice;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Draws the changes as they are made. */
public final class ApplyController implements PageController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int LONGEST = 600;

    @FXML private VBox notices;
    @FXML private HBox reading;
    @FXML private ProgressBar bar;
    @FXML private Label now;
    @FXML private ScrollPane changes;
    @FXML private VBox rows;
    @FXML private TextArea log;

    private final ApplyModel model;
    private final ZoneId zone;

    public ApplyController(ApplyModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
    }

    @FXML
    private void initialize() {
        model.rows().subscribe(this::drawRows);
        model.events().addListener((ListChangeListener<ApplyEvent.OfStack>) (change) -> {
            while (change.next()) {
                change.getAddedSubList().forEach((event) -> log.appendText(line(event) + "\n"));
            }
            if (model.events().isEmpty()) {
                log.clear();
            }
        });
        model.underWay().subscribe((row) -> showProgress());
        model.doing().subscribe((doing) -> {
            showProgress();
            showNotices();
        });
        model.failures().subscribe((failures) -> showNotices());
        model.broken().subscribe((problem) -> showNotices());
        model.unread().subscribe((problem) -> showNotices());
        reading.visibleProperty().bind(model.busy());
        reading.managedProperty().bind(reading.visibleProperty());
        now.textProperty().subscribe((text) -> reading.setAccessibleText(text));
    }

    private void drawRows() {
        rows.getChildren().setAll(ApplyModel.groups(model.rows()).entrySet().stream().map((entry) -> {
            List<ApplyRow> some = entry.getValue();
            return some.size() == 1
                    ? new ApplyRowView(some.getFirst())
                    : new ApplyGroupView(ChangeWords.title(entry.getKey()), some);
        }).toList());
        showProgress();
    }

    private void showProgress() {
        int changes = model.rows().size();
        switch (model.doing().getValue()) {
            case APPLYING -> {
                bar.setProgress(changes == 0 ? -1 : (double) model.over() / changes);
                now.setText(Words.WIZARD.get("apply.progress", Map.of("over", Integer.toString(model.over()), "all",
                        Integer.toString(changes), "now",
                        model.underWay()
                                .getValue()
                                .map((row) -> ChangeWords.title(row.change()))
                                .orElseGet(() -> Words.get("apply.preparing")))));
            }
            case LOOKING -> {
                bar.setProgress(-1);
                now.setText(Words.get("apply.looking.text"));
            }
            case DONE -> bar.setProgress(1);
        }
    }

    private void showNotices() {
        notices.getChildren().clear();
        model.broken().getValue().map(this::broken).ifPresent(notices.getChildren()::add);
        List<ApplyEvent.Failure> failures = model.failures().getValue();
        model.unread()
                .getValue()
                .map((problem) -> new FailureNotice(Words.get("apply.unread"), problem, Words.get("apply.unread.next")))
                .ifPresent(notices.getChildren()::add);
        boolean read = model.unread().getValue().isEmpty();
        boolean done = model.doing().getValue() == ApplyModel.Doing.DONE && !model.rows().isEmpty() && read;
        failures.stream()
                .findFirst()
                .filter((first) -> model.broken().getValue().isEmpty())
                .ifPresent(
                        (first) -> notices.getChildren().add(failed(first, failures.size(), done)));
        if (done && failures.isEmpty() && model.broken().getValue().isEmpty()) {
            notices.getChildren()
                    .add(new Notice(Notice.Kind.SUCCESS, Words.count("apply.done", model.rows().size()),
                            Words.get("apply.done.text")));
        }
    }

    private Node broken(Failure failure) {
        return new FailureNotice(Words.get("apply.broken"), failure, Words.get("apply.broken.next"), again());
    }

    /** The first cause; what failed after it mostly failed because of it. */
    private Node failed(ApplyEvent.Failure failure, int count, boolean done) {
        String message = Visible.line(failure.message(), LONGEST);
        String said = ChangeWords.failure(failure);
        String rest = count > 1 ? "\n" + Words.count("apply.failed.more", count - 1L) : "";
        String back = failure.rolledBack() ? "\n" + Words.get("apply.failed.rolled-back") : "";
        String busy = failure.cause() == ApplyEvent.Cause.STACK_STATE && failure.message().contains("_IN_PROGRESS")
                ? "\n" + Words.get("apply.failed.busy")
                : "";
        CopyButton copy = new CopyButton(Words.get("failure.copy"),
                failure.what() + " " + failure.type() + " " + failure.cause() + ": " + message);
        Node[] actions = done ? new Node[] {again(), copy} : new Node[] {copy};
        return new Notice(Notice.Kind.DANGER, Words.get("apply.failure", "what", failure.what()),
                said + busy + back + rest,
                actions);
    }

    private Button again() {
        Button again = new Button(Words.get("apply.review-again"));
        again.setId("review-again");
        again.disableProperty()
                .bind(model.busy().flatMap((busy) -> model.unread().map((problem) -> busy || problem.isPresent())));
        again.setOnAction((event) -> model.reviewAgain());
        return again;
    }

    private String line(ApplyEvent.OfStack event) {
        String told = switch (event) {
            case ApplyEvent.ResourceEvent of -> String.join("  ", of.status(), of.logicalId(), of.type(), of.reason());
            case ApplyEvent.Protected of -> Words.get("apply.protected", "stack", of.stack().label());
        };
        return Visible.line(TIME.format(event.at().atZone(zone)) + "  " + told, LONGEST);
    }

    @Override
    public PageModel model() {
        return model;
    }

    @Override
    public Optional<Node> first() {
        return Optional.of(changes);
    }
}

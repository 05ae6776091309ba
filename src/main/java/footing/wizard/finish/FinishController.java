package footing.wizard.finish;

import footing.baseline.Finding;
import footing.baseline.Status;
import footing.checklist.Counts;
import footing.choices.ItemId;
import footing.text.FindingText;
import footing.text.ItemTexts;
import footing.text.Visible;
import footing.wizard.PageController;
import footing.wizard.PageModel;
import footing.wizard.Words;
import footing.wizard.control.FailureNotice;
import footing.wizard.control.GuideView;
import footing.wizard.control.Icons;
import footing.wizard.control.Notice;
import footing.wizard.control.StatusMark;
import footing.work.Work;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Draws what is left to people. */
public final class FinishController implements PageController {

    private static final FindingText TEXT = new FindingText();
    private static final ItemTexts ITEMS = new ItemTexts();
    private static final int LONGEST_ADDRESS = 320;

    @FXML private VBox notices;
    @FXML private FlowPane counts;
    @FXML private Button again;
    @FXML private VBox left;

    private final FinishModel model;
    private final Consumer<URI> links;

    public FinishController(FinishModel model, Consumer<URI> links) {
        this.model = model;
        this.links = links;
    }

    @FXML
    private void initialize() {
        Icons.on(again, "bi-arrow-clockwise");
        notices.managedProperty().bind(Bindings.isNotEmpty(notices.getChildren()));
        again.disableProperty().bind(model.busy());
        again.setOnAction((event) -> model.look());
        model.left().subscribe((what) -> what.ifPresent(this::draw));
        model.failure().subscribe((problem) -> drawNotices());
        model.notKept().subscribe((problem) -> drawNotices());
    }

    private void drawNotices() {
        notices.getChildren().clear();
        model.failure()
                .getValue()
                .ifPresent((what) -> notices.getChildren()
                        .add(new FailureNotice(Words.get("finish.failed"), what, Words.get("survey.failed.next"))));
        model.notKept()
                .getValue()
                .ifPresent((what) -> notices.getChildren()
                        .add(new FailureNotice(Words.get("finish.not-kept"), what,
                                Words.get("finish.not-kept.next"))));
    }

    private void draw(FinishModel.Left what) {
        drawCounts(what.findings());
        left.getChildren().clear();
        if (what.nothing()) {
            left.getChildren()
                    .add(new Notice(Notice.Kind.SUCCESS, Words.get("finish.nothing"),
                            Words.get("finish.nothing.text")));
        }
        if (!what.pending().isEmpty()) {
            heading("finish.pending");
            what.pending().forEach(this::pending);
        }
        if (!what.byHand().isEmpty() || !what.unsure().isEmpty()) {
            heading("finish.by-hand");
        }
        what.byHand().forEach((step) -> {
            GuideView guide = new GuideView(step.guide(), links);
            what.unsure()
                    .stream()
                    .filter((finding) -> finding.item().id() == step.item())
                    .findFirst()
                    .ifPresent((finding) -> {
                        if (finding.attestation().isPresent()) {
                            Label over = new Label(TEXT.summary(finding));
                            over.setWrapText(true);
                            guide.getChildren().add(over);
                        }
                        guide.getChildren().add(wordForm(finding));
                    });
            left.getChildren().add(guide);
        });
        what.unsure()
                .stream()
                .filter((finding) -> what.byHand().stream().noneMatch((step) -> step.item() == finding.item().id()))
                .forEach(this::unsure);
        if (!what.open().isEmpty()) {
            heading("finish.open");
            what.open().forEach(this::open);
        }
    }

    private void open(FinishModel.Open open) {
        Label title = new Label(TEXT.title(open.finding().item()));
        title.getStyleClass().add("finding-title");
        Label summary = new Label(TEXT.summary(open.finding())
                + open.why().map((reason) -> "\n" + ITEMS.word("reason", reason)).orElse(""));
        summary.setWrapText(true);
        VBox card = new VBox(title, new StatusMark(open.finding().status()), summary);
        card.getStyleClass().addAll("card", "guide");
        left.getChildren().add(card);
    }

    private void drawCounts(List<Finding> findings) {
        counts.getChildren().setAll(Counts.of(findings).stream().map((count) -> {
            StatusMark mark = new StatusMark(count.status());
            mark.setText(count.words());
            return mark;
        }).toList());
    }

    private void pending(Work.Unconfirmed pending) {
        Label address = new Label(Visible.line(pending.address(), LONGEST_ADDRESS));
        address.getStyleClass().addAll("mono", "finding-title");
        address.setWrapText(true);
        Label text = new Label(Words.get("finish.pending.text", "topic", pending.topic().name()));
        text.setWrapText(true);
        VBox card = new VBox(new StatusMark(Status.PENDING), address, text);
        card.getStyleClass().addAll("card", "guide");
        left.getChildren().add(card);
    }

    private void unsure(Finding finding) {
        Label title = new Label(TEXT.title(finding.item()));
        title.getStyleClass().add("finding-title");
        Label summary = new Label(TEXT.summary(finding));
        summary.setWrapText(true);
        VBox card = new VBox(title, new StatusMark(finding.status()), summary, wordForm(finding));
        card.getStyleClass().addAll("card", "guide");
        left.getChildren().add(card);
    }

    private WordForm wordForm(Finding finding) {
        ItemId item = finding.item().id();
        return new WordForm(finding, model.draft(item), () -> model.attest(item));
    }

    private void heading(String key) {
        Label heading = new Label(Words.get(key));
        heading.getStyleClass().add("section-title");
        left.getChildren().add(heading);
    }

    @Override
    public PageModel model() {
        return model;
    }

    @Override
    public Optional<Node> first() {
        return Optional.of(again);
    }
}

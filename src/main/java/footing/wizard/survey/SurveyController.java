package footing.wizard.survey;

import footing.baseline.Section;
import footing.choices.ItemId;
import footing.text.FindingText;
import footing.wizard.PageController;
import footing.wizard.PageModel;
import footing.wizard.Words;
import footing.wizard.control.FailureNotice;
import footing.wizard.control.Icons;
import footing.wizard.control.MarkedField;
import footing.wizard.control.Notice;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Draws the findings as they come, and the details of the one that is open. */
public final class SurveyController implements PageController {

    /** From this width of the page on, which the window has at 1200 pixels, there is room for details beside the list. */
    private static final double ROOM_BESIDE = 964;

    @FXML private VBox page;
    @FXML private VBox notices;
    @FXML private FlowPane toolbar;
    @FXML private HBox findingsPane;
    @FXML private FlowPane chips;
    @FXML private ComboBox<Optional<Section>> sections;
    @FXML private MarkedField search;
    @FXML private Button again;
    @FXML private HBox reading;
    @FXML private ProgressBar bar;
    @FXML private Label call;
    @FXML private ScrollPane listPane;
    @FXML private VBox list;
    @FXML private ScrollPane detail;

    private final SurveyModel model;
    private final ZoneId zone;
    private final BooleanProperty beside = new SimpleBooleanProperty(this, "beside");
    private Optional<FindingList> findings = Optional.empty();
    private Optional<StatusChips> statusChips = Optional.empty();
    private Optional<ItemRow> detailed = Optional.empty();

    public SurveyController(SurveyModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
    }

    @FXML
    private void initialize() {
        statusChips = Optional.of(new StatusChips(chips, model.filter()));
        findings = Optional.of(new FindingList(list, model.opened(), zone));
        beside.bind(page.widthProperty().map((width) -> width.doubleValue() >= ROOM_BESIDE));
        beside.subscribe(this::draw);
        model.rows().subscribe(this::draw);
        model.filter().subscribe((before, now) -> {
            draw();
            listPane.setVvalue(0);
        });
        model.opened().subscribe(this::draw);
        showProgress();
        showNotices();
        ObservableValue<Boolean> readable = model.failure().map(Optional::isEmpty);
        for (Node part : new Node[] {toolbar, chips, findingsPane}) {
            part.visibleProperty().bind(readable);
            part.managedProperty().bind(readable);
        }
        offerSections();
        search.setLeft(Icons.alone("bi-search", 1));
        search.textProperty().subscribe((words) -> model.filter().set(model.filter().get().withWords(words)));
        Icons.on(again, "bi-arrow-clockwise");
        again.disableProperty().bind(model.busy());
        again.setOnAction((event) -> model.look());
    }

    private void draw() {
        List<ItemRow> rows = model.rows().getValue();
        statusChips.ifPresent((shown) -> shown.show(SurveyModel.counts(rows)));
        List<ItemRow> shown = rows.stream().filter(model.filter().get()::passes).toList();
        findings.ifPresent((findingList) -> findingList.show(shown, beside.get()));
        showBeside(model.opened()
                .get()
                .filter((item) -> beside.get())
                .flatMap((item) -> rows.stream().filter((row) -> row.item().id() == item).findFirst()));
        detail.setVisible(beside.get());
        detail.setManaged(beside.get());
    }

    /** What is shown already stays where somebody has scrolled it to. */
    private void showBeside(Optional<ItemRow> row) {
        if (!detailed.equals(row) || detail.getContent() == null) {
            detailed = row;
            detail.setVvalue(0);
            detail.setContent(row.flatMap((open) -> open.finding()
                    .<Node>map((finding) -> new FindingDetail(open, finding, true, zone)))
                    .orElseGet(SurveyController::nothingOpen));
        }
    }

    private static Node nothingOpen() {
        Label label = new Label(Words.get("survey.open-one"));
        label.setWrapText(true);
        label.getStyleClass().add("detail-empty");
        return label;
    }

    private void showProgress() {
        model.progress().subscribe((progress) -> {
            bar.setProgress(progress.fraction());
            call.setText(progress.call().isEmpty()
                    ? Words.get("survey.begins")
                    : Words.WIZARD.get("survey.asks", java.util.Map.of("call", progress.call(), "region",
                            progress.region(), "read", Integer.toString(progress.read()), "facts",
                            Integer.toString(progress.facts()))));
        });
        reading.visibleProperty().bind(model.busy());
        reading.managedProperty().bind(reading.visibleProperty());
        call.textProperty().subscribe((text) -> reading.setAccessibleText(text));
    }

    private void showNotices() {
        model.failure().subscribe(this::drawNotices);
        model.asRoot().subscribe(this::drawNotices);
        model.busy().subscribe(this::drawNotices);
        notices.visibleProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(notices.getChildren()));
        notices.managedProperty().bind(notices.visibleProperty());
    }

    private void drawNotices() {
        Stream<Node> failed = model.failure()
                .getValue()
                .<Node>map((what) -> new FailureNotice(Words.get("survey.failed"), what,
                        Words.get("survey.failed.next")))
                .stream();
        Stream<Node> warning = model.asRoot().getValue()
                ? Stream.of(new Notice(Notice.Kind.WARNING, Words.get("survey.root"), Words.get("survey.root.text")))
                : Stream.of();
        SortedSet<String> missing = SurveyModel.missing(model.rows().getValue());
        Stream<Node> hidden = missing.isEmpty() || model.busy().getValue()
                ? Stream.of()
                : Stream.of(new HiddenNotice(missing));
        notices.getChildren().setAll(Stream.of(failed, warning, hidden).flatMap((some) -> some).toList());
    }

    private void offerSections() {
        FindingText text = new FindingText();
        sections.getItems().add(Optional.empty());
        Arrays.stream(Section.values())
                .filter((section) -> section != Section.BEYOND)
                .map(Optional::of)
                .forEach(sections.getItems()::add);
        sections.setValue(Optional.empty());
        sections.setConverter(new javafx.util.StringConverter<>() {
            @Override
            public String toString(Optional<Section> section) {
                return section.map(text::section).orElseGet(() -> Words.get("survey.all-sections"));
            }

            @Override
            public Optional<Section> fromString(String words) {
                throw new UnsupportedOperationException("sections are chosen, not written");
            }
        });
        sections.valueProperty().subscribe((section) -> model.filter().set(model.filter().get().withSection(section)));
    }

    @Override
    public PageModel model() {
        return model;
    }

    @Override
    public Optional<Node> first() {
        return findings.flatMap(FindingList::first);
    }

    @Override
    public Optional<Node> search() {
        return Optional.of(search);
    }

    /** Closes the details, or empties the search. */
    @Override
    public boolean escape() {
        Optional<ItemId> open = model.opened().get();
        if (open.isPresent()) {
            model.opened().set(Optional.empty());
            open.ifPresent((item) -> findings.ifPresent((rows) -> rows.focus(item)));
            return true;
        }
        boolean hadWords = !search.getText().isEmpty();
        search.clear();
        return hadWords;
    }

    @Override
    public boolean explain() {
        Optional<ItemId> item = findings.flatMap(FindingList::focused);
        item.ifPresent((id) -> model.opened().set(Optional.of(id)));
        return item.isPresent();
    }
}

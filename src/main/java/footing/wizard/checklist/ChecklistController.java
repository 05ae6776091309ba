package footing.wizard.checklist;

import footing.wizard.PageController;
import footing.wizard.PageModel;
import footing.wizard.Words;
import footing.wizard.control.CopyButton;
import footing.wizard.control.FailureNotice;
import footing.wizard.control.FieldBox;
import footing.wizard.control.Icons;
import footing.wizard.control.Notice;
import footing.wizard.control.Skeleton;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.collections.MapChangeListener;
import javafx.fxml.FXML;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/** Draws the pages of the printout and takes the folder that it is saved in. */
public final class ChecklistController implements PageController {

    private static final double WIDEST_PAGE = 860;
    private static final Image BLANK = new WritableImage(1, 1);

    @FXML private VBox notices;
    @FXML private FieldBox folder;
    @FXML private Button choose;
    @FXML private Button print;
    @FXML private ScrollPane preview;
    @FXML private VBox pages;

    private final ChecklistModel model;
    private final Consumer<URI> links;

    public ChecklistController(ChecklistModel model, Consumer<URI> links) {
        this.model = model;
        this.links = links;
    }

    @FXML
    private void initialize() {
        folder.input().textProperty().bindBidirectional(model.folder());
        Icons.on(choose, "bi-folder");
        choose.setOnAction((event) -> choose());
        Icons.on(print, "bi-printer");
        print.disableProperty().bind(model.busy());
        print.setOnAction((event) -> print());
        model.refusal().subscribe(folder::refuse);
        model.failure().subscribe((problem) -> showNotices());
        model.saved().subscribe((files) -> showNotices());
        model.preview().making().subscribe((making) -> {
            if (making) {
                pages.getChildren().setAll(new Skeleton(6, Words.get("checklist.drawing")));
            }
        });
        model.preview().preview().subscribe((made) -> made.ifPresent(this::layPages));
        model.preview()
                .drawn()
                .addListener((MapChangeListener<Integer, Image>) (change) -> draw(change.getKey(),
                        Optional.ofNullable(change.getValueAdded())));
        preview.vvalueProperty().subscribe(this::lookedAt);
        preview.viewportBoundsProperty().subscribe(this::lookedAt);
        pages.heightProperty().subscribe(this::lookedAt);
        preview.setAccessibleText(Words.get("checklist.preview"));
    }

    /** Empty sheets first: each is drawn when it comes into view. */
    private void layPages(Preview made) {
        pages.getChildren()
                .setAll(IntStream.range(0, made.pages()).mapToObj((at) -> sheet(at + 1, made.shape())).toList());
        preview.setVvalue(0);
        lookedAt();
    }

    private StackPane sheet(int number, double shape) {
        ImageView view = new ImageView();
        view.setPreserveRatio(true);
        view.setSmooth(true);
        ObservableValue<Double> width = preview.widthProperty()
                .map((all) -> Math.min(WIDEST_PAGE, Math.max(200, all.doubleValue() - 80)));
        view.fitWidthProperty().bind(width);
        view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setAccessibleText(Words.get("checklist.page", "number", Integer.toString(number)));
        StackPane paper = new StackPane(view);
        paper.getStyleClass().add("paper");
        paper.setMaxWidth(StackPane.USE_PREF_SIZE);
        paper.minWidthProperty().bind(width);
        paper.minHeightProperty().bind(width.map((wide) -> wide * shape));
        return paper;
    }

    private void draw(int page, Optional<Image> image) {
        if (page < pages.getChildren().size() && pages.getChildren().get(page) instanceof StackPane paper
                && paper.getChildren().getFirst() instanceof ImageView view) {
            view.setImage(image.orElse(BLANK));
        }
    }

    private void lookedAt() {
        int count = pages.getChildren().size();
        double all = pages.getHeight();
        double seen = preview.getViewportBounds().getHeight();
        if (model.preview().preview().getValue().isPresent() && all > 0 && seen > 0) {
            double from = preview.getVvalue() * Math.max(0, all - seen);
            model.preview().show((int) (from / all * count), (int) Math.min(count - 1, (from + seen) / all * count));
        }
    }

    private void showNotices() {
        notices.getChildren().clear();
        model.failure()
                .getValue()
                .map((problem) -> new FailureNotice(Words.get("checklist.failed"), problem,
                        Words.get("checklist.failed.next")))
                .ifPresent(notices.getChildren()::add);
        List<Path> files = model.saved().getValue();
        if (!files.isEmpty()) {
            notices.getChildren()
                    .add(new Notice(Notice.Kind.SUCCESS, Words.get("checklist.saved"),
                            String.join("\n", files.stream().map(Path::toString).toList()), actions(files)));
        }
    }

    private Node[] actions(List<Path> files) {
        return files.stream().flatMap((file) -> {
            String name = file.toString().endsWith(".pdf") ? "PDF" : "HTML";
            Button open = new Button(Words.get("checklist.open", "kind", name));
            open.setOnAction((event) -> links.accept(file.toUri()));
            CopyButton copy = new CopyButton(Words.get("checklist.copy", "kind", name), file.toString());
            return Stream.of(open, copy);
        }).toArray(Node[]::new);
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Words.get("checklist.choose"));
        Optional.of(new File(model.folder().get())).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        Optional.ofNullable(chooser.showDialog(choose.getScene().getWindow()))
                .ifPresent((chosen) -> model.folder().set(chosen.getPath()));
    }

    @Override
    public boolean print() {
        model.print(links);
        return true;
    }

    @Override
    public PageModel model() {
        return model;
    }

    @Override
    public Optional<Node> first() {
        return Optional.of(folder.input());
    }
}

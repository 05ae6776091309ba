package footing.wizard.frame;

import footing.text.Visible;
import footing.wizard.Failure;
import footing.wizard.Missing;
import footing.wizard.PageController;
import footing.wizard.PageModel;
import footing.wizard.Pages;
import footing.wizard.StageIcons;
import footing.wizard.Step;
import footing.wizard.Words;
import footing.wizard.control.CopyButton;
import footing.wizard.control.FailureNotice;
import footing.wizard.control.Icons;
import footing.wizard.control.Notice;
import footing.wizard.control.Scrolling;
import java.net.URI;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Binds the frame to its model, and its footer to the page that is shown. */
public final class FrameController {

    /** The share of the window that the list of steps takes at most, however large the text is. */
    private static final double WIDEST_RAIL = 0.3;

    /** The program's drawing beside its name, in pixels. */
    private static final double PRODUCT_SIZE = 24;
    private static final String BROKEN = "broken";
    private static final String UNOPENED = "unopened";
    private static final int LONGEST_ADDRESS = 500;
    private static final String REDIRECTION = "endpoint";

    @FXML private BorderPane frame;
    @FXML private VBox rail;
    @FXML private Label product;
    @FXML private Label practiceTitle;
    @FXML private VBox account;
    @FXML private Label accountName;
    @FXML private Label accountId;
    @FXML private Label principal;
    @FXML private VBox steps;
    @FXML private VBox practice;
    @FXML private Label title;
    @FXML private Label purpose;
    @FXML private VBox notices;
    @FXML private StackPane body;
    @FXML private Button back;
    @FXML private Hyperlink missing;
    @FXML private Button primary;

    private final FrameModel model;
    private final Pages pages;
    private Optional<PageController> page = Optional.empty();
    private Optional<Rail> list = Optional.empty();
    private Subscription lock = Subscription.EMPTY;

    public FrameController(FrameModel model, Pages pages) {
        this.model = model;
        this.pages = pages;
    }

    @FXML
    private void initialize() {
        rail.maxWidthProperty().bind(frame.widthProperty().multiply(WIDEST_RAIL));
        ImageView drawing = new ImageView(StageIcons.of(64));
        drawing.setFitWidth(PRODUCT_SIZE);
        drawing.setFitHeight(PRODUCT_SIZE);
        product.setGraphic(drawing);
        Icons.on(practiceTitle, "bi-box");
        Icons.on(back, "bi-chevron-left", 0.857);
        Icons.on(missing, "bi-arrow-up-circle");
        accountName.textProperty().bind(model.accountName());
        accountId.textProperty().bind(model.accountId());
        principal.textProperty().bind(model.principal());
        tell(principal, model.principalArn());
        tell(accountName, model.accountName());
        tell(accountId, model.accountId());
        hideWhereEmpty(accountName);
        hideWhereEmpty(accountId);
        hideWhereEmpty(principal);
        shownWhere(account, model.accountName().map((name) -> !name.isEmpty()));
        shownWhere(practice, model.practice());
        missing.managedProperty().bind(missing.visibleProperty());

        list = Optional.of(new Rail(steps, model::open));
        model.redirectedTo().subscribe(this::showRedirection);
        model.unopened().subscribe(this::showUnopened);
        model.broken().subscribe((problem) -> problem.ifPresent(this::showBroken));
        CloseQuestion question = new CloseQuestion(model, frame);
        model.askedToCloseProperty().subscribe((asked) -> question.show(notices, asked));
        Help help = new Help(notices, model.version());
        new Keys(this::goBack, this::proceed, () -> page, help).listenTo(frame);
        model.step().subscribe((step) -> {
            help.close();
            model.forgetUnopened();
            show(step);
        });
    }

    private void showBroken(Failure problem) {
        notices.getChildren().removeIf((notice) -> BROKEN.equals(notice.getId()));
        FailureNotice notice = new FailureNotice(Words.get("broken.title"), problem, Words.get("broken.next"));
        notice.setId(BROKEN);
        notices.getChildren().addFirst(notice);
    }

    /** What could not be opened can be copied, and opened elsewhere. */
    private void showUnopened(Optional<URI> address) {
        notices.getChildren().removeIf((notice) -> UNOPENED.equals(notice.getId()));
        address.map(URI::toString).ifPresent((text) -> {
            CopyButton copy = new CopyButton(Words.get("guide.copy"), text);
            copy.setId("copy-unopened");
            Notice notice = new Notice(Notice.Kind.WARNING, Words.get("unopened.title"),
                    Words.get("unopened.text", "address", Visible.line(text, LONGEST_ADDRESS)), copy);
            notice.setId(UNOPENED);
            notices.getChildren().addFirst(notice);
            copy.requestFocus();
        });
    }

    private void showRedirection(String text) {
        notices.getChildren().removeIf((notice) -> REDIRECTION.equals(notice.getId()));
        if (!text.isEmpty()) {
            Notice banner = new Notice(Notice.Kind.WARNING, Words.get("endpoint.title"), text);
            banner.setId(REDIRECTION);
            notices.getChildren().addFirst(banner);
        }
    }

    private void show(Step step) {
        title.setText(Words.get(step.key() + ".title"));
        purpose.setText(Words.get(step.key() + ".purpose"));
        Pages.Page next = pages.page(step);
        PageModel shown = next.controller().model();
        page = Optional.of(next.controller());
        body.getChildren().setAll(next.view());
        shown.enter();
        next.controller().shown();
        primary.textProperty().bind(shown.primary());
        primary.disableProperty().bind(shown.busy());
        missing.textProperty().bind(shown.missing().map((what) -> what.map(Missing::words).orElse("")));
        missing.visibleProperty().bind(shown.missing().map(Optional::isPresent));
        lock.unsubscribe();
        Subscription done = shown.busy().subscribe((before, busy) -> {
            if (!busy) {
                focusIfNowhere();
            }
        });
        lock = model.locked(shown).subscribe((locked) -> {
            list.ifPresent((shownSteps) -> shownSteps.show(model.session().getValue(), locked));
            back.setDisable(locked || !model.canGoBack());
        }).and(done);
        // What scrolls takes its content in when it is styled, and only then can the content take the focus.
        body.applyCss();
        body.layout();
        next.controller().first().ifPresentOrElse(Scrolling::focus, primary::requestFocus);
    }

    @FXML
    private void back() {
        goBack();
    }

    private void goBack() {
        if (!back.isDisabled()) {
            model.back();
        }
    }

    @FXML
    private void proceed() {
        if (!primary.isDisabled()) {
            page.ifPresent((shown) -> {
                shown.model().proceed();
                focusMissing(shown.model());
            });
        }
    }

    @FXML
    private void showMissing() {
        page.ifPresent((shown) -> focusMissing(shown.model()));
    }

    /** Whoever waited for a page to be done goes on with its button, unless they went to something on the page. */
    private void focusIfNowhere() {
        Optional<Node> focused = Optional.ofNullable(frame.getScene()).map(Scene::getFocusOwner);
        boolean onPage = focused.filter((node) -> Scrolling.isInside(node, body)).isPresent();
        if (!onPage) {
            Platform.runLater(primary::requestFocus);
        }
    }

    private void focusMissing(PageModel shown) {
        shown.missing()
                .getValue()
                .flatMap((what) -> Scrolling.find(body, what.field()))
                .ifPresent(Scrolling::focus);
    }

    /** What there may be no room for stands whole beside the pointer. */
    private static void tell(Label label, ObservableValue<String> whole) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(whole);
        label.setTooltip(tooltip);
    }

    private static void hideWhereEmpty(Label label) {
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    private static void shownWhere(Region region, ObservableValue<Boolean> condition) {
        region.visibleProperty().bind(condition);
        region.managedProperty().bind(region.visibleProperty());
    }
}

package footing.wizard.review;

import footing.account.DeployedStack;
import footing.aws.apply.ApplyEvent;
import footing.choices.ItemId;
import footing.plan.ChangeGroup;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.plan.Remedy;
import footing.plan.Stack;
import footing.text.ItemTexts;
import footing.text.Visible;
import footing.wizard.PageController;
import footing.wizard.PageModel;
import footing.wizard.Words;
import footing.wizard.control.ChangeWords;
import footing.wizard.control.CodeView;
import footing.wizard.control.GuideView;
import footing.wizard.control.Notice;
import footing.wizard.control.Scrolling;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws the plan: the changes in words, the templates, what is left alone, what is left to people. */
public final class ReviewController implements PageController {

    private static final ItemTexts ITEMS = new ItemTexts();
    private static final int LONGEST = 200;

    @FXML private VBox notices;
    @FXML private Label summary;
    @FXML private Label usage;
    @FXML private TabPane tabs;
    @FXML private Tab changesTab;
    @FXML private Tab untouchedTab;
    @FXML private Tab byHandTab;
    @FXML private VBox changes;
    @FXML private VBox templates;
    @FXML private VBox untouched;
    @FXML private VBox byHand;
    @FXML private VBox permissions;

    private final ReviewModel model;
    private final Consumer<URI> links;

    public ReviewController(ReviewModel model, Consumer<URI> links) {
        this.model = model;
        this.links = links;
    }

    @FXML
    private void initialize() {
        model.plan().subscribe((plan) -> plan.ifPresent(this::draw));
        usage.managedProperty().bind(usage.textProperty().isNotEmpty());
        notices.managedProperty().bind(Bindings.isNotEmpty(notices.getChildren()));
        model.waiting().subscribe((state) -> showNotices());
        model.wrong().subscribe((wrong) -> showNotices());
        model.allowances().state().subscribe((state) -> showNotices());
    }

    private void showNotices() {
        notices.getChildren()
                .setAll(Stream.of(model.wrong().getValue().map(this::notice),
                        notice(model.waiting().getValue()),
                        PermissionsView.of(model.allowances().state().getValue(), model.allowances().despite()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Notice notice(Wrong wrong) {
        Button mend = new Button(wrong.mend());
        mend.setId(Wrong.BUTTON);
        mend.setOnAction((event) -> wrong.left()
                .ifPresentOrElse((item) -> model.leave(item, false), () -> model.open(wrong.page())));
        return new Notice(Notice.Kind.DANGER, wrong.title(), wrong.text(), mend);
    }

    private Optional<Notice> notice(StackWait.State state) {
        return switch (state) {
            case StackWait.State.Nothing nothing -> Optional.empty();
            case StackWait.State.Waiting(DeployedStack stack, Optional<ApplyEvent.ResourceEvent> latest) -> Optional
                    .of(new Notice(Notice.Kind.INFO, Words.get("review.waiting.title", "stack", stack.name()),
                            Words.get("review.waiting.text", "status", Visible.line(stack.status(), LONGEST))
                                    + latest.map((event) -> "\n" + Words.get("review.waiting.latest", "event",
                                            Visible.line(event.logicalId() + " " + event.status(), LONGEST)))
                                            .orElse("")));
            case StackWait.State.Looking looking ->
                Optional.of(new Notice(Notice.Kind.INFO, Words.get("apply.looking.text"), ""));
            case StackWait.State.GivenUp(DeployedStack stack, String why) -> Optional
                    .of(new Notice(Notice.Kind.DANGER, Words.get("review.given-up", "stack", stack.name()), why,
                            again()));
        };
    }

    private Button again() {
        Button again = new Button(Words.get("review.wait-again"));
        again.setId("wait-again");
        again.setOnAction((event) -> model.enter());
        return again;
    }

    private void draw(Plan plan) {
        summary.setText(ReviewModel.summary(plan));
        usage.setText(ChangeWords.usage(plan));
        changesTab.setText(Words.get("review.changes", "count", Integer.toString(plan.changes().size())));
        untouchedTab.setText(Words.get("review.untouched", "count", Integer.toString(plan.untouched().size())));
        byHandTab.setText(Words.get("review.by-hand", "count", Integer.toString(plan.byHand().size())));
        drawChanges(ReviewModel.byItem(plan));
        drawUntouched(plan.untouched());
        byHand.getChildren()
                .setAll(plan.byHand()
                        .stream()
                        .map((step) -> new GuideView(step.guide(), links))
                        .toList());
        emptyIfNone(byHand, "review.by-hand.none");
        Map<Stack, String> texts = ReviewModel.templates(plan);
        TemplatesView view = new TemplatesView(texts);
        VBox.setVgrow(view, Priority.ALWAYS);
        templates.getChildren().setAll(texts.isEmpty() ? List.of() : List.of(view));
        emptyIfNone(templates, "review.templates.none");
        permissions.getChildren()
                .setAll(plan.isEmpty()
                        ? List.of()
                        : List.of(new CodeView("permissions.json", ReviewModel.permissions(plan))));
        emptyIfNone(permissions, "review.permissions.none");
    }

    private void drawChanges(Map<ItemId, List<PlannedChange>> byItem) {
        changes.getChildren()
                .setAll(byItem.entrySet().stream().map((entry) -> group(entry.getKey(), entry.getValue())).toList());
        emptyIfNone(changes, "review.changes.none");
    }

    private Node group(ItemId item, List<PlannedChange> planned) {
        String title = ITEMS.title(item.id());
        VBox group = new VBox(head(item, title, "review.leave", true));
        ChangeGroup.of(planned)
                .forEach((some) -> group.getChildren()
                        .add(some.isOne() ? new ChangeRow(some.changes().getFirst()) : new GroupRow(some)));
        group.getStyleClass().add("card");
        return group;
    }

    private void drawUntouched(Map<ItemId, Remedy.Reason> reasons) {
        untouched.getChildren().clear();
        reasons.forEach((item, reason) -> {
            Node head = reason == Remedy.Reason.LEFT
                    ? head(item, ITEMS.title(item.id()), "review.change", false)
                    : title(ITEMS.title(item.id()));
            Label why = new Label(ITEMS.word("reason", reason));
            why.getStyleClass().add("finding-summary");
            why.setWrapText(true);
            VBox row = new VBox(head, why);
            row.getStyleClass().add("untouched");
            untouched.getChildren().add(row);
        });
        emptyIfNone(untouched, "review.untouched.none");
    }

    private HBox head(ItemId item, String title, String key, boolean leave) {
        Hyperlink link = new Hyperlink(Words.get(key));
        link.setId((leave ? "leave-" : "change-") + item.id());
        link.setAccessibleText(Words.get(key) + ": " + title);
        link.getStyleClass().add("leave");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction((event) -> leave(link, item, leave));
        Label heading = title(title);
        HBox.setHgrow(heading, Priority.ALWAYS);
        HBox head = new HBox(heading, link);
        head.getStyleClass().add("section-head");
        return head;
    }

    /** The page is drawn anew; the focus goes to the link that stands where the pressed one stood. */
    private void leave(Hyperlink pressed, ItemId item, boolean leave) {
        VBox box = leave ? changes : untouched;
        int place = links(box).indexOf(pressed);
        model.leave(item, leave);
        List<Hyperlink> left = links(box);
        if (left.isEmpty()) {
            tabs.requestFocus();
        } else {
            Scrolling.focus(left.get(Math.clamp(place, 0, left.size() - 1)));
        }
    }

    /** The links that leave an item alone, or take that back. */
    private static List<Hyperlink> links(VBox box) {
        return box.lookupAll(".hyperlink")
                .stream()
                .filter(Hyperlink.class::isInstance)
                .map(Hyperlink.class::cast)
                .filter((link) -> link.getStyleClass().contains("leave"))
                .toList();
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.setMaxWidth(Double.MAX_VALUE);
        title.getStyleClass().add("finding-title");
        return title;
    }

    private static void emptyIfNone(VBox box, String key) {
        if (box.getChildren().isEmpty()) {
            box.getChildren().add(new Notice(Notice.Kind.INFO, Words.get(key), ""));
        }
    }

    @Override
    public PageModel model() {
        return model;
    }

    @Override
    public Optional<Node> first() {
        return Optional.of(tabs);
    }
}

package footing.wizard.people;

import footing.choices.ItemId;
import footing.choices.SupportPlan;
import footing.text.Texts;
import footing.wizard.PageController;
import footing.wizard.PageModel;
import footing.wizard.Words;
import footing.wizard.control.FieldBox;
import footing.wizard.control.FieldGrid;
import footing.wizard.control.Icons;
import footing.wizard.control.MarkedField;
import footing.wizard.control.NowLine;
import footing.wizard.control.PickBox;
import footing.wizard.control.RowsBox;
import footing.wizard.form.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Binds what is seen of users to its table, and the choices about groups, passwords and people's word to their fields. */
public final class PeopleController implements PageController {

    /** From so many users on, looking for one is quicker than looking through them. */
    private static final int MANY = 9;

    @FXML private VBox usersNow;
    @FXML private Label summary;
    @FXML private MarkedField search;
    @FXML private UserTable users;
    @FXML private VBox federationNow;
    @FXML private CheckBox leaveFederation;
    @FXML private VBox federation;
    @FXML private VBox reviewNow;
    @FXML private CheckBox leaveReview;
    @FXML private VBox review;
    @FXML private CheckBox unusedAccess;
    @FXML private VBox groupsNow;
    @FXML private CheckBox leaveGroups;
    @FXML private VBox groups;
    @FXML private VBox passwordsNow;
    @FXML private CheckBox leavePasswords;
    @FXML private VBox passwords;
    @FXML private FieldBox length;
    @FXML private FieldBox reuse;
    @FXML private FieldBox maxAge;
    @FXML private FieldGrid switches;
    @FXML private VBox processNow;
    @FXML private FieldBox ownerTag;
    @FXML private VBox process;
    @FXML private VBox rootNow;
    @FXML private FieldBox rootUnusedDays;
    @FXML private VBox rootPasswordNow;
    @FXML private VBox rootPassword;
    @FXML private VBox rootMfaNow;
    @FXML private VBox rootMfa;
    @FXML private VBox supportNow;
    @FXML private PickBox<Optional<SupportPlan>> support;
    @FXML private VBox supportWord;

    private final PeopleModel model;
    private final PeopleForm written;

    public PeopleController(PeopleModel model) {
        this.model = model;
        this.written = model.written();
    }

    @FXML
    private void initialize() {
        now(usersNow, ItemId.USER_MFA);
        now(federationNow, ItemId.FEDERATION);
        untitled(reviewNow, ItemId.ACCESS_REVIEW);
        untitled(groupsNow, ItemId.ROLE_GROUPS);
        now(passwordsNow, ItemId.PASSWORD_POLICY);
        now(processNow, ItemId.PEOPLE_PROCESS);
        now(rootNow, ItemId.ROOT_ACCESS_KEYS, ItemId.ROOT_UNUSED);
        now(rootPasswordNow, ItemId.ROOT_PASSWORD);
        now(rootMfaNow, ItemId.ROOT_MFA);
        now(supportNow, ItemId.SUPPORT_PLAN);
        showUsers();
        leaving(leaveFederation, ItemId.FEDERATION);
        federation.getChildren().add(new FederationBox(model));
        shownWhere(federation, written.leave(ItemId.FEDERATION).map((left) -> !left));
        leaving(leaveReview, ItemId.ACCESS_REVIEW);
        unusedAccess.selectedProperty().bindBidirectional(written.unusedAccess());
        shownWhere(review, written.leave(ItemId.ACCESS_REVIEW).map((left) -> !left));
        leaving(leaveGroups, ItemId.ROLE_GROUPS);
        showGroups();
        shownWhere(groups, model.choosesGroups());
        leaving(leavePasswords, ItemId.PASSWORD_POLICY);
        shownWhere(passwords, written.leave(ItemId.PASSWORD_POLICY).map((left) -> !left));
        Stream.of(length, reuse, maxAge, ownerTag, rootUnusedDays)
                .forEach((box) -> box.show(written.form().field(box.getField())));
        for (PasswordFields.Switch one : PasswordFields.Switch.values()) {
            CheckBox box = new CheckBox(Words.get("people.password." + one.key()));
            box.setId("password-" + one.key());
            box.setMnemonicParsing(false);
            box.setWrapText(true);
            box.selectedProperty().bindBidirectional(written.passwords().of(one));
            int at = switches.getChildren().size();
            switches.add(box, at % 2, at / 2);
        }
        word(process, ItemId.PEOPLE_PROCESS);
        word(rootPassword, ItemId.ROOT_PASSWORD);
        word(rootMfa, ItemId.ROOT_MFA);
        offerSupport();
        word(supportWord, ItemId.SUPPORT_PLAN);
    }

    private void showUsers() {
        search.setLeft(Icons.alone("bi-search", 1));
        search.textProperty().subscribe((words) -> users.show(model.users().getValue().matching(words)));
        model.users().subscribe((all) -> {
            summary.setText(all.summary());
            users.show(all.matching(search.getText()));
        });
        shownWhere(users, model.users().map((all) -> !all.rows().isEmpty()));
        shownWhere(search, model.users().map((all) -> all.rows().size() >= MANY));
    }

    private void showGroups() {
        Rows<GroupRow> rows = written.groups().rows();
        groups.getChildren()
                .add(new RowsBox<GroupRow>(rows, "add-group", Words.get("people.group.add"),
                        (box, row) -> new GroupLine(row, (id, hint) -> box.remover(row, id, hint))));
    }

    private void offerSupport() {
        Texts items = Texts.of("items");
        List<Optional<SupportPlan>> plans = Stream.concat(Stream.of(Optional.<SupportPlan>empty()),
                Arrays.stream(SupportPlan.values()).map(Optional::of)).toList();
        support.offer(plans, (plan) -> plan.map((one) -> items.get("support." + one.id()))
                .orElseGet(() -> Words.get("people.support.open")));
        support.show(written.form().field(PeopleForm.SUPPORT));
        support.input().valueProperty().bindBidirectional(written.support());
    }

    private void now(VBox box, ItemId... items) {
        box.getChildren()
                .setAll(Stream.of(items)
                        .map((item) -> new NowLine(model.drafting().finding(item), model.drafting().proposal(item)))
                        .toList());
    }

    private void untitled(VBox box, ItemId item) {
        box.getChildren().setAll(NowLine.untitled(model.drafting().finding(item), model.drafting().proposal(item)));
    }

    private void word(VBox box, ItemId item) {
        box.getChildren().add(new WordBox(written.word(item), model.asksForWord(item), model.contradicts(item)));
    }

    private void leaving(CheckBox box, ItemId item) {
        box.setAccessibleText(box.getText() + ": " + new footing.text.ItemTexts().title(item.id()));
        box.selectedProperty().bindBidirectional(written.leave(item));
        box.disableProperty().bind(model.isHidden(item));
    }

    private static void shownWhere(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }

    @Override
    public PageModel model() {
        return model;
    }

    @Override
    public Optional<Node> first() {
        return Stream.<Node>of(users, leaveFederation).filter(Node::isVisible).findFirst();
    }

    @Override
    public Optional<Node> search() {
        return Optional.<Node>of(search).filter(Node::isVisible);
    }

    /** Empties the search. */
    @Override
    public boolean escape() {
        boolean hadWords = !search.getText().isEmpty();
        search.clear();
        return hadWords;
    }
}

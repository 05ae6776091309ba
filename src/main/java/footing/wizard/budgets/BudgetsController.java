package footing.wizard.budgets;

import footing.choices.ItemId;
import footing.text.ItemTexts;
import footing.wizard.PageController;
import footing.wizard.PageModel;
import footing.wizard.Words;
import footing.wizard.control.BeyondBox;
import footing.wizard.control.FieldBox;
import footing.wizard.control.NowLine;
import footing.wizard.control.RowsBox;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** Binds the choices about money to their fields. */
public final class BudgetsController implements PageController {

    @FXML private VBox listNow;
    @FXML private CheckBox leaveList;
    @FXML private VBox hearing;
    @FXML private FieldBox list;
    @FXML private FieldBox topic;
    @FXML private VBox budgetsNow;
    @FXML private CheckBox leaveBudgets;
    @FXML private VBox budgets;
    @FXML private VBox reportNow;
    @FXML private CheckBox leaveReport;
    @FXML private VBox report;
    @FXML private FieldBox bucket;
    @FXML private VBox beyond;
    @FXML private FieldBox anomaly;

    private final BudgetsModel model;
    private final BudgetsForm written;

    public BudgetsController(BudgetsModel model) {
        this.model = model;
        this.written = model.written();
    }

    @FXML
    private void initialize() {
        now(listNow, ItemId.BILLING_NOTIFICATIONS);
        now(budgetsNow, ItemId.BUDGET);
        reportNow.getChildren()
                .add(NowLine.untitled(model.drafting().finding(ItemId.USAGE_REPORT),
                        model.drafting().proposal(ItemId.USAGE_REPORT)));
        leaving(leaveList, ItemId.BILLING_NOTIFICATIONS);
        leaving(leaveBudgets, ItemId.BUDGET);
        leaving(leaveReport, ItemId.USAGE_REPORT);
        Stream.of(list, topic, bucket, anomaly).forEach((box) -> box.show(written.form().field(box.getField())));
        shownWhere(hearing, written.leave(ItemId.BILLING_NOTIFICATIONS).map((left) -> !left));
        shownWhere(topic, model.choosesTopic());
        budgets.getChildren()
                .add(new RowsBox<BudgetRow>(written.budgets(), "add-budget", Words.get("budgets.add"),
                        (box, row) -> new BudgetLine(row, (id, hint) -> box.remover(row, id, hint))));
        shownWhere(budgets, model.choosesBudgets());
        shownWhere(report, model.choosesReport());
        beyond.getChildren().add(new BeyondBox(written.beyond(), model.drafting()));
        shownWhere(anomaly, written.beyond().on(ItemId.COST_ANOMALIES));
    }

    private void now(VBox box, ItemId item) {
        box.getChildren().add(new NowLine(model.drafting().finding(item), model.drafting().proposal(item)));
    }

    private void leaving(CheckBox box, ItemId item) {
        box.setAccessibleText(box.getText() + ": " + new ItemTexts().title(item.id()));
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
    public void shown() {
        list.setPrompt(model.proposal());
    }

    @Override
    public Optional<Node> first() {
        return Optional.of(hearing.isVisible() ? list.input() : leaveList);
    }
}

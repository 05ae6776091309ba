package footing.wizard.budgets;

import footing.choices.BudgetChoice.Period;
import footing.wizard.Words;
import footing.wizard.control.FieldBox;
import footing.wizard.control.FieldGrid;
import footing.wizard.control.PickBox;
import footing.wizard.control.RowsBox;
import footing.wizard.form.Field;
import java.util.List;
import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The fields of one budget. */
final class BudgetLine extends VBox implements RowsBox.Line<BudgetRow> {

    private final BudgetRow row;
    private final FieldBox name;
    private final FieldBox limit;

    /** @param remover makes the button that takes the budget away, from its id and what it says */
    BudgetLine(BudgetRow row, BiFunction<String, String, Button> remover) {
        this.row = row;
        name = box(row.name(), "budgets.name");
        limit = box(row.limit(), "budgets.limit");
        PickBox<Period> period = new PickBox<>();
        period.setField(row.id("period"));
        period.setLabel(Words.get("budgets.period"));
        period.offer(List.of(Period.values()), (one) -> Words.get("budgets." + one.id()));
        period.input().valueProperty().bindBidirectional(row.period());
        Button remove = remover.apply("remove-budget-" + row.number(), Words.get("budgets.remove"));
        row.name()
                .value()
                .subscribe((text) -> remove.setAccessibleText(Words.get("budgets.remove.name", "budget", text)));
        name.getBeside().add(remove);
        FieldGrid grid = new FieldGrid();
        grid.add(name, 0, 0, 2, 1);
        grid.add(limit, 0, 1);
        grid.add(box(row.currency(), "budgets.currency"), 1, 1);
        grid.add(box(row.actual(), "budgets.actual"), 0, 2);
        grid.add(box(row.forecast(), "budgets.forecast"), 1, 2);
        grid.add(period, 0, 3);
        getChildren().add(grid);
        getStyleClass().add("row-card");
    }

    private static FieldBox box(Field field, String key) {
        FieldBox box = new FieldBox(field.id(), Words.get(key), Words.get(key + ".help"));
        box.show(field);
        return box;
    }

    @Override
    public BudgetRow row() {
        return row;
    }

    @Override
    public Node node() {
        return this;
    }

    /** One that has a name already lacks its limit. */
    @Override
    public Node first() {
        return (row.budgetName().isEmpty() ? name : limit).input();
    }
}

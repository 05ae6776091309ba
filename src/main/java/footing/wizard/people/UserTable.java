package footing.wizard.people;

import footing.wizard.Words;
import footing.wizard.control.Icons;
import footing.wizard.control.TextScale;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** The users and what was seen of each, as many rows as there is room for, and the others when one scrolls there. */
public final class UserTable extends TableView<UserRow> {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int MOST_ROWS = 8;
    /** So many times the text's size, a row is high. */
    private static final double ROW = 2.6;
    private static final double BORDERS = 3;

    public UserTable() {
        setId("users");
        getStyleClass().addAll("users", "dense");
        setAccessibleText(Words.get("people.users.table"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label(Words.get("people.users.no-match")));
        add("people.user", 20, (row) -> new UserRow.Cell(row.name(), false));
        add("people.console", 16, UserRow::console);
        add("people.used", 18, UserRow::used);
        add("people.keys", 22, UserRow::keys);
        add("people.rights", 24, UserRow::rights);
        sceneProperty().subscribe(this::fit);
    }

    void show(List<UserRow> rows) {
        getItems().setAll(rows);
        fit();
    }

    private void fit() {
        double row = ROW * TextScale.textSize(this);
        setFixedCellSize(row);
        double height = (Math.clamp(getItems().size(), 1, MOST_ROWS) + 1) * row + BORDERS;
        setPrefHeight(height);
        setMinHeight(height);
    }

    private void add(String key, int share, Function<UserRow, UserRow.Cell> part) {
        TableColumn<UserRow, UserRow.Cell> column = new TableColumn<>(Words.get(key));
        column.setCellValueFactory((row) -> new ReadOnlyObjectWrapper<>(part.apply(row.getValue())));
        column.setCellFactory((of) -> new Cell());
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(share * 10.0);
        getColumns().add(column);
    }

    private static final class Cell extends TableCell<UserRow, UserRow.Cell> {

        private final Tooltip whole = new Tooltip();

        Cell() {
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }

        @Override
        protected void updateItem(UserRow.Cell item, boolean empty) {
            super.updateItem(item, empty);
            Optional<UserRow.Cell> shown = Optional.ofNullable(item).filter((cell) -> !empty);
            boolean wrong = shown.filter(UserRow.Cell::wrong).isPresent();
            setText(shown.map(UserRow.Cell::text).orElse(""));
            setGraphic(null);
            if (wrong) {
                Icons.on(this, "bi-x-circle-fill");
            }
            pseudoClassStateChanged(WRONG, wrong);
            whole.setText(getText());
            setTooltip(shown.isPresent() ? whole : null);
        }
    }
}

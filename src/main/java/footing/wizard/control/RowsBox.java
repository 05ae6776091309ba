package footing.wizard.control;

import footing.wizard.form.Field;
import footing.wizard.form.Rows;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/**
 * Things of which a person names as many as they want, each on a line of its own, and a button for one more.
 *
 * @param <R> one of them
 */
public final class RowsBox<R> extends VBox {

    private final Rows<R> rows;
    private final BiFunction<RowsBox<R>, R, Line<R>> make;
    private final VBox lines = new VBox();
    private final Button add;
    private final FieldMessage message;
    private List<Line<R>> drawn = List.of();

    /** What is drawn for one of them. */
    public interface Line<R> {

        R row();

        Node node();

        /** Where a person begins who has just added it. */
        Node first();

        /** @param first whether it is the first line, over which the labels of all may stand */
        default void stand(boolean first) {
        }
    }

    /**
     * @param id the id of the button that adds one: {@code add-group}
     * @param label what the button says
     * @param make draws one of them, for this box
     */
    public RowsBox(Rows<R> rows, String id, String label, BiFunction<RowsBox<R>, R, Line<R>> make) {
        this.rows = rows;
        this.make = make;
        add = new Button(label);
        add.setId(id);
        add.setMnemonicParsing(false);
        message = new FieldMessage(add, (mark) -> {
        });
        Icons.on(add, "bi-plus");
        add.setOnAction((event) -> {
            R row = rows.add();
            // Only what is styled takes what is typed.
            applyCss();
            find(row).ifPresent((line) -> Scrolling.focus(line.first()));
        });
        lines.getStyleClass().add("row-lines");
        getStyleClass().add("row-box");
        getChildren().addAll(lines, add, message);
        rows.all().subscribe(this::draw);
        draw();
    }

    /** @param model where it is told what is wrong with all of them together: that there is none */
    public void show(Field model) {
        model.shown().subscribe(message::say);
    }

    /** A button that takes one of them away; the focus goes to what adds one. */
    public Button remover(R row, String id, String hint) {
        Button remove = new Button();
        remove.setId(id);
        remove.getStyleClass().addAll("flat", "remove");
        Icons.on(remove, "bi-trash");
        remove.setTooltip(new Tooltip(hint));
        remove.setAccessibleText(hint);
        remove.setOnAction((event) -> {
            rows.remove(row);
            add.requestFocus();
        });
        return remove;
    }

    /** Keeps the lines of what stays, so that nobody loses the focus. */
    private void draw() {
        drawn = rows.all().stream().map((row) -> find(row).orElseGet(() -> make.apply(this, row))).toList();
        lines.getChildren().setAll(drawn.stream().map(Line::node).toList());
        for (Line<R> line : drawn) {
            line.stand(line.equals(drawn.getFirst()));
        }
    }

    private Optional<Line<R>> find(R row) {
        return drawn.stream().filter((line) -> line.row().equals(row)).findFirst();
    }
}

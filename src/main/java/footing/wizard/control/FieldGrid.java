package footing.wizard.control;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Fields in two columns of the same width. */
public final class FieldGrid extends GridPane {

    public FieldGrid() {
        getStyleClass().add("field-grid");
        for (int column = 0; column < 2; column++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            getColumnConstraints().add(half);
        }
    }
}

package footing.wizard.control;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Rows that hold the place of what is still being read, so that nothing jumps when it comes. */
public final class Skeleton extends VBox {

    /** @param words what is being read */
    public Skeleton(int rows, String words) {
        for (int row = 0; row < rows; row++) {
            Region bar = new Region();
            bar.getStyleClass().add("skeleton-row");
            getChildren().add(bar);
        }
        getStyleClass().add("skeleton");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(words);
    }
}

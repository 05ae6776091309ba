package footing.wizard.review;

import footing.plan.ChangeGroup;
import footing.wizard.Words;
import footing.wizard.control.ChangeWords;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/** Several changes of one kind as one: what they do together, and each of them on demand. */
final class GroupRow extends VBox {

    GroupRow(ChangeGroup group) {
        String title = ChangeWords.title(group);
        VBox each = new VBox();
        each.setVisible(false);
        each.managedProperty().bind(each.visibleProperty());
        Hyperlink toggle = new Hyperlink();
        toggle.getStyleClass().add("change-toggle");
        each.visibleProperty().subscribe((open) -> {
            toggle.setText(Words.get(open ? "review.hide-each" : "review.show-each"));
            toggle.setAccessibleText(toggle.getText() + ": " + title);
        });
        toggle.setOnAction((event) -> {
            if (each.getChildren().isEmpty()) {
                group.changes().forEach((change) -> each.getChildren().add(new ChangeRow(change)));
            }
            each.setVisible(!each.isVisible());
            toggle.setVisited(false);
        });
        getStyleClass().add("change");
        getChildren().addAll(ChangeRow.head(group.changes().getFirst(), title, group.cost()), toggle, each);
    }
}

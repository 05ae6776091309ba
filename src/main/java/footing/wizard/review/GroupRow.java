package footing.wizard.review;

import footing.plan.ChangeGroup;
import footing.plan.Cost;
import footing.wizard.Words;
import footing.wizard.control.ChangeWords;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Several changes of one kind as one: what they do together, and each of them on demand. */
final class GroupRow extends VBox {

    GroupRow(ChangeGroup group) {
        Label icon = ChangeRow.icon(group.changes().getFirst());
        Label title = ChangeRow.text(ChangeWords.title(group), "change-title");
        Label undo = ChangeRow.text(
                Words.get("review.undo", "how", ChangeWords.undo(group.changes().getFirst())), "text-secondary");
        VBox words = new VBox(title, undo);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(icon, words);
        head.getStyleClass().add("change-head");
        if (!group.cost().equals(Cost.NONE)) {
            Label cost = new Label(ChangeWords.cost(group.cost()));
            cost.getStyleClass().add("text-secondary");
            cost.setMinWidth(Region.USE_PREF_SIZE);
            head.getChildren().add(cost);
        }
        VBox each = new VBox();
        each.setVisible(false);
        each.managedProperty().bind(each.visibleProperty());
        Hyperlink toggle = new Hyperlink();
        toggle.getStyleClass().add("change-toggle");
        each.visibleProperty().subscribe((open) -> {
            toggle.setText(Words.get(open ? "review.hide-each" : "review.show-each"));
            toggle.setAccessibleText(toggle.getText() + ": " + title.getText());
        });
        toggle.setOnAction((event) -> {
            if (each.getChildren().isEmpty()) {
                group.changes().forEach((change) -> each.getChildren().add(new ChangeRow(change)));
            }
            each.setVisible(!each.isVisible());
            toggle.setVisited(false);
        });
        getStyleClass().add("change");
        getChildren().addAll(head, toggle, each);
    }
}

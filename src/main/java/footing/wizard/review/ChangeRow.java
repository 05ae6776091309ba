package footing.wizard.review;

import footing.plan.Change;
import footing.plan.Cost;
import footing.plan.PlannedChange;
import footing.plan.Words.Detail;
import footing.wizard.Words;
import footing.wizard.control.ChangeWords;
import footing.wizard.control.Icons;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One change: what it does, how it is taken back, what it costs, and what each value was and will be. */
final class ChangeRow extends VBox {

    ChangeRow(PlannedChange change) {
        String title = ChangeWords.title(change);
        getStyleClass().add("change");
        getChildren().add(head(change, title, change.cost()));
        List<Detail> details = ChangeWords.details(change);
        Node table = table(details);
        if (change.change() instanceof Change.DirectSetting<?>) {
            getChildren().add(table);
        } else if (!details.isEmpty()) {
            getChildren().addAll(toggle(title, details.size(), table), table);
        }
    }

    /** The first lines of a change, or of several like it: what is done, how it is taken back, what it costs. */
    static HBox head(PlannedChange change, String title, Cost sum) {
        VBox words = new VBox(text(title, "change-title"),
                text(Words.get("review.undo", "how", ChangeWords.undo(change)), "text-secondary"));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(icon(change), words);
        head.getStyleClass().add("change-head");
        if (!sum.equals(Cost.NONE)) {
            Label cost = new Label(ChangeWords.cost(sum));
            cost.getStyleClass().add("text-secondary");
            cost.setMinWidth(Region.USE_PREF_SIZE);
            head.getChildren().add(cost);
        }
        return head;
    }

    private static Label icon(PlannedChange change) {
        Label icon = Icons.alone(switch (change.kind()) {
            case CREATE -> "bi-plus-circle";
            case UPDATE -> "bi-pencil";
            case REPLACE -> "bi-arrow-repeat";
            case REMOVE -> "bi-dash-circle";
            case RESTORE -> "bi-arrow-counterclockwise";
        }, 1.143);
        icon.getStyleClass().add("change-" + change.kind().name().toLowerCase(java.util.Locale.ROOT));
        return icon;
    }

    private static Hyperlink toggle(String title, int count, Node table) {
        Hyperlink toggle = new Hyperlink();
        toggle.getStyleClass().add("change-toggle");
        table.setVisible(false);
        table.managedProperty().bind(table.visibleProperty());
        table.visibleProperty().subscribe((open) -> {
            toggle.setText(open ? Words.get("review.hide") : Words.count("review.show", count));
            toggle.setAccessibleText(toggle.getText() + ": " + title);
        });
        toggle.setOnAction((event) -> {
            table.setVisible(!table.isVisible());
            toggle.setVisited(false);
        });
        return toggle;
    }

    private static VBox table(List<Detail> details) {
        VBox table = new VBox();
        table.getStyleClass().add("values");
        for (Detail detail : details) {
            Label path = text(detail.path(), "value-path");
            Label before = text(detail.before().map(ChangeWords::value).orElseGet(() -> Words.get("review.nothing")),
                    detail.before().isPresent() ? "value-before" : "value-none");
            Label arrow = Icons.alone("bi-arrow-right", 1);
            Label after = text(detail.after().map(ChangeWords::value).orElseGet(() -> Words.get("review.nothing")),
                    detail.after().isPresent() ? "value-after" : "value-none");
            HBox values = detail.before().isPresent() || detail.after().isEmpty()
                    ? new HBox(before, arrow, after)
                    : new HBox(after);
            values.getStyleClass().add("value-line");
            HBox line = new HBox(path, values);
            line.getStyleClass().add("value-row");
            HBox.setHgrow(values, Priority.ALWAYS);
            table.getChildren().add(line);
        }
        return table;
    }

    private static Label text(String words, String styleClass) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }
}

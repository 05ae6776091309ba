package footing.wizard.apply;

import footing.wizard.Words;
import footing.wizard.control.ChangeWords;
import footing.wizard.control.Icons;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One change: how far it is as shape and word, what it does, and what AWS said where it went wrong. */
final class ApplyRowView extends HBox {

    ApplyRowView(ApplyRow row) {
        this(new SimpleStringProperty(ChangeWords.title(row.change())), row.state(), row.reason());
    }

    ApplyRowView(ObservableValue<String> what, ObservableValue<ApplyRow.State> state, ObservableValue<String> why) {
        Label mark = new Label();
        mark.getStyleClass().addAll("apply-mark");
        Label title = new Label();
        title.textProperty().bind(what);
        title.setWrapText(true);
        Label reason = new Label();
        reason.setWrapText(true);
        reason.getStyleClass().add("problem");
        reason.textProperty().bind(why);
        reason.visibleProperty().bind(reason.textProperty().isNotEmpty());
        reason.managedProperty().bind(reason.visibleProperty());
        VBox words = new VBox(title, reason);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(mark, words);
        getStyleClass().add("apply-row");
        setAccessibleRole(AccessibleRole.TEXT);
        state.subscribe((now) -> {
            String key = now.name().toLowerCase(Locale.ROOT).replace('_', '-');
            mark.setText(Words.get("apply." + key));
            Icons.on(mark, switch (now) {
                case WAITING -> "bi-circle";
                case UNDER_WAY -> "bi-arrow-repeat";
                case DONE -> "bi-check-circle";
                case FAILED -> "bi-x-circle";
                case TAKEN_BACK -> "bi-arrow-counterclockwise";
                case LEFT -> "bi-dash-circle";
            });
            mark.getStyleClass().removeIf((style) -> style.startsWith("apply-is-"));
            mark.getStyleClass().add("apply-is-" + key);
            setAccessibleText(title.getText() + ": " + mark.getText());
        });
    }
}

package footing.wizard.control;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Something to know, in its place on the page: never a dialog. */
public final class Notice extends HBox {

    /** How it looks: a shape and a colour each. */
    public enum Kind {
        INFO("bi-info-circle"),
        WARNING("bi-exclamation-triangle"),
        DANGER("bi-x-octagon"),
        SUCCESS("bi-check-circle");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }
    }

    /** @param actions buttons and links that belong to it */
    public Notice(Kind kind, String title, String text, Node... actions) {
        Label icon = Icons.alone(kind.icon, 1.286);
        icon.getStyleClass().add("notice-icon");
        Label heading = new Label(title);
        heading.getStyleClass().add("notice-title");
        heading.setWrapText(true);
        heading.setMinHeight(USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(heading);
        words.getStyleClass().add("notice-words");
        if (!text.isEmpty()) {
            Label body = new Label(text);
            body.setWrapText(true);
            body.setMinHeight(USE_PREF_SIZE);
            words.getChildren().add(body);
        }
        if (actions.length > 0) {
            FlowPane row = new FlowPane(actions);
            row.getStyleClass().add("notice-actions");
            words.getChildren().add(row);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words);
        getStyleClass().addAll("notice", "notice-" + kind.name().toLowerCase(Locale.ROOT));
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(text.isEmpty() ? title : title + ". " + text);
    }
}

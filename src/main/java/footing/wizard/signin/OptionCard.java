package footing.wizard.signin;

import footing.wizard.control.Icons;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One way to an account: its name, its kind, what tells it apart, and what is wrong with it. */
final class OptionCard extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    OptionCard(OptionButton button) {
        Label name = new Label(button.option().label());
        name.getStyleClass().add("option-name");
        Label kind = new Label(button.kind());
        kind.getStyleClass().add("badge");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(name, gap, kind);
        head.getStyleClass().add("option-head");
        VBox words = new VBox(head);
        words.getStyleClass().add("option-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!button.option().description().isEmpty()) {
            words.getChildren().add(line(button.option().description(), "text-secondary"));
        }
        button.option().problems().forEach((problem) -> {
            Label line = line(problem, "problem");
            Icons.on(line, "bi-exclamation-triangle");
            words.getChildren().add(line);
        });
        getStyleClass().add("option");
        getChildren().addAll(button, words);
        button.selectedProperty().subscribe((selected) -> pseudoClassStateChanged(SELECTED, selected));
        addEventHandler(MouseEvent.MOUSE_CLICKED, (event) -> {
            button.requestFocus();
            button.setSelected(true);
        });
    }

    private static Label line(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        return label;
    }
}

package footing.wizard.finish;

import footing.baseline.Finding;
import footing.text.ItemTexts;
import footing.wizard.Words;
import footing.wizard.control.FieldBox;
import footing.wizard.control.FieldGrid;
import footing.wizard.control.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Takes somebody's word for what no API tells: who says so, what, and what backs it. */
final class WordForm extends VBox {

    /** What is done with a word once it is given. */
    @FunctionalInterface
    interface Given {
        void word(String by, String statement, String reference);
    }

    WordForm(Finding finding, Given given) {
        String item = finding.item().id().id();
        String title = new ItemTexts().title(item);
        FieldBox by = new FieldBox("word." + item + ".by", Words.get("word.by"), Words.get("word.by.help"));
        FieldBox reference = new FieldBox("word." + item + ".reference", Words.get("word.reference"),
                Words.get("word.reference.help"));
        FieldBox statement = new FieldBox("word." + item + ".statement", Words.get("word.statement"),
                Words.get("word.statement.help"));
        FieldGrid grid = new FieldGrid();
        grid.add(by, 0, 0);
        grid.add(reference, 1, 0);
        grid.add(statement, 0, 1, 2, 1);
        Label missing = new Label(Words.get("word.missing"));
        missing.getStyleClass().add("problem");
        Icons.on(missing, "bi-x-circle");
        missing.setVisible(false);
        missing.managedProperty().bind(missing.visibleProperty());
        Button give = new Button(Words.get("word.give"));
        give.setId("give-word-" + item);
        give.setAccessibleText(Words.get("word.give") + ": " + title);
        give.setOnAction((event) -> {
            String who = by.input().getText().strip();
            String what = statement.input().getText().strip();
            if (who.isEmpty() || what.isEmpty()) {
                missing.setVisible(true);
                (who.isEmpty() ? by : statement).input().requestFocus();
            } else {
                given.word(who, what, reference.input().getText().strip());
            }
        });
        getChildren().addAll(grid, missing, give);
        getStyleClass().add("word-form");
    }
}

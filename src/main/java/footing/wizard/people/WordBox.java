package footing.wizard.people;

import footing.text.ItemTexts;
import footing.wizard.Words;
import footing.wizard.control.FieldBox;
import footing.wizard.control.FieldGrid;
import footing.wizard.form.Field;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Takes somebody's word for one item, where only people know of it; where AWS shows otherwise, it says so. */
final class WordBox extends VBox {

    /**
     * @param asked whether the item asks for somebody's word
     * @param contradicted whether AWS shows that it is not so
     */
    WordBox(WordFields word, ObservableValue<Boolean> asked, ObservableValue<Boolean> contradicted) {
        CheckBox give = new CheckBox(Words.get("people.word"));
        give.setId("give-" + word.item().id());
        give.setMnemonicParsing(false);
        give.setAccessibleText(give.getText() + ": " + new ItemTexts().title(word.item().id()));
        give.selectedProperty().bindBidirectional(word.given());
        shownWhere(give, asked);
        FieldGrid grid = new FieldGrid();
        grid.add(field(word.by(), "word.by"), 0, 0);
        grid.add(field(word.reference(), "word.reference"), 1, 0);
        grid.add(field(word.on(), "word.on"), 0, 1);
        grid.add(field(word.until(), "word.until"), 1, 1);
        grid.add(field(word.statement(), "word.statement"), 0, 2, 2, 1);
        shownWhere(grid, asked.flatMap((wanted) -> word.given().map((given) -> wanted && given)));
        Label against = new Label(Words.get("people.word.against"));
        against.setWrapText(true);
        against.getStyleClass().add("text-secondary");
        shownWhere(against, contradicted);
        getChildren().addAll(give, grid, against);
        getStyleClass().add("word-box");
        shownWhere(this, asked.flatMap((wanted) -> contradicted.map((against1) -> wanted || against1)));
    }

    private static FieldBox field(Field field, String key) {
        FieldBox box = new FieldBox(field.id(), Words.get(key), Words.get(key + ".help"));
        box.show(field);
        return box;
    }

    private static void shownWhere(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }
}

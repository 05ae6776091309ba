package footing.wizard.finish;

import footing.baseline.Finding;
import footing.choices.Complaint;
import footing.text.ItemTexts;
import footing.wizard.Words;
import footing.wizard.control.FailureNotice;
import footing.wizard.control.FieldBox;
import footing.wizard.control.FieldGrid;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Takes somebody's word for what no API tells: who says so, what, and what backs it. */
final class WordForm extends VBox {

    /** @param given gives the word; what is wrong with it comes back, and then nothing was done */
    WordForm(Finding finding, WordDraft draft, Supplier<List<Complaint>> given) {
        String item = finding.item().id().id();
        String title = new ItemTexts().title(item);
        FieldBox by = new FieldBox("word." + item + ".by", Words.get("word.by"), Words.get("word.by.help"));
        FieldBox reference = new FieldBox("word." + item + ".reference", Words.get("word.reference"),
                Words.get("word.reference.help"));
        FieldBox statement = new FieldBox("word." + item + ".statement", Words.get("word.statement"),
                Words.get("word.statement.help"));
        by.input().textProperty().bindBidirectional(draft.by());
        reference.input().textProperty().bindBidirectional(draft.reference());
        statement.input().textProperty().bindBidirectional(draft.statement());
        FieldGrid grid = new FieldGrid();
        grid.add(by, 0, 0);
        grid.add(reference, 1, 0);
        grid.add(statement, 0, 1, 2, 1);
        Button give = new Button(Words.get("word.give"));
        give.setId("give-word-" + item);
        give.setAccessibleText(Words.get("word.give") + ": " + title);
        give.setOnAction((event) -> {
            List<Complaint> complaints = given.get();
            List<FieldBox> boxes = List.of(by, reference, statement);
            boxes.forEach((box) -> box.say(of(box, complaints)));
            boxes.stream()
                    .filter((box) -> of(box, complaints).isPresent())
                    .findFirst()
                    .ifPresent((box) -> box.input().requestFocus());
        });
        // Here Enter gives the word; it must not go on to the next page with the word not given.
        for (FieldBox box : List.of(by, reference, statement)) {
            box.input().getStyleClass().add("opens");
            box.input().setOnAction((event) -> give.fire());
        }
        give.disableProperty().bind(draft.keeping());
        draft.failure().subscribe((problem) -> {
            getChildren().setAll(grid, give);
            problem.ifPresent((what) -> getChildren()
                    .add(new FailureNotice(Words.get("word.not-kept"), what, Words.get("word.not-kept.next"))));
        });
        getStyleClass().add("word-form");
    }

    /** What is wrong with one of the three values; a box's id ends as the value's place in the choices file does. */
    private static Optional<Complaint> of(FieldBox box, List<Complaint> complaints) {
        String end = box.getField().substring(box.getField().lastIndexOf('.'));
        return complaints.stream().filter((complaint) -> complaint.field().endsWith(end)).findFirst();
    }
}

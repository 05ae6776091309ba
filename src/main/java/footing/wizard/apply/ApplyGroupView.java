package footing.wizard.apply;

import footing.wizard.Words;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/** Several changes of one kind as one row with a count; each of them below it, where they did not all end alike. */
final class ApplyGroupView extends VBox {

    /** @param title what they say together */
    ApplyGroupView(String title, List<ApplyRow> rows) {
        Observable[] states = rows.stream().map(ApplyRow::state).toArray(Observable[]::new);
        ObservableValue<ApplyRow.State> together = Bindings.createObjectBinding(
                () -> ApplyRow.State.together(rows.stream().map((row) -> row.state().get()).toList()), states);
        ObservableValue<String> counted = Bindings.createStringBinding(() -> title(title, rows), states);
        VBox each = new VBox();
        each.visibleProperty().bind(Bindings.createBooleanBinding(() -> needsEach(rows), states));
        each.managedProperty().bind(each.visibleProperty());
        each.visibleProperty().subscribe((shown) -> {
            if (shown && each.getChildren().isEmpty()) {
                rows.forEach((row) -> each.getChildren().add(new ApplyRowView(row)));
            }
        });
        each.getStyleClass().add("apply-each");
        getChildren().addAll(new ApplyRowView(counted, together, new SimpleStringProperty("")), each);
    }

    /** What failed says why. */
    static boolean needsEach(List<ApplyRow> rows) {
        List<ApplyRow.State> states = rows.stream().map((row) -> row.state().get()).distinct().toList();
        return states.contains(ApplyRow.State.FAILED)
                || (states.size() > 1 && ApplyRow.State.together(states).isNotInPlace());
    }

    private static String title(String title, List<ApplyRow> rows) {
        long done = rows.stream().filter((row) -> row.state().get() == ApplyRow.State.DONE).count();
        return done == rows.size() || done == 0
                ? title
                : Words.WIZARD.get("apply.some", Map.of("title", title, "done", Long.toString(done), "all",
                        Integer.toString(rows.size())));
    }
}

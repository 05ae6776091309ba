package footing.wizard.survey;

import footing.baseline.Status;
import footing.checklist.Checklist;
import footing.text.StatusLook;
import footing.wizard.Words;
import footing.wizard.control.StatusMark;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** How many items there are of each status, in words. Pressing one shows only those, pressing it again shows all. */
final class StatusChips {

    private final FlowPane pane;
    private final ObjectProperty<RowFilter> filter;

    StatusChips(FlowPane pane, ObjectProperty<RowFilter> filter) {
        this.pane = pane;
        this.filter = filter;
    }

    void show(List<Checklist.Count> counts) {
        Optional<String> focused = pane.getChildren()
                .stream()
                .filter((chip) -> chip.isFocused())
                .map((chip) -> chip.getId())
                .findFirst();
        pane.getChildren().setAll(counts.stream().map(this::chip).toList());
        pane.getChildren()
                .stream()
                .filter((chip) -> focused.filter(chip.getId()::equals).isPresent())
                .findFirst()
                .ifPresent((chip) -> chip.requestFocus());
    }

    private ToggleButton chip(Checklist.Count count) {
        Status status = count.status();
        StatusLook look = count.look();
        ToggleButton chip = new ToggleButton(count.words());
        chip.setGraphic(StatusMark.shape(look));
        chip.setId("filter-" + look.styleClass());
        chip.getStyleClass().addAll("chip", look.styleClass());
        chip.setMnemonicParsing(false);
        chip.setSelected(filter.get().status().filter(status::equals).isPresent());
        chip.setOnAction((event) -> filter
                .set(filter.get().withStatus(chip.isSelected() ? Optional.of(status) : Optional.empty())));
        chip.setAccessibleText(Words.get("survey.filter", "count", chip.getText()));
        return chip;
    }
}

package footing.wizard.survey;

import footing.baseline.Status;
import footing.text.StatusLook;
import footing.wizard.Words;
import footing.wizard.control.Icons;
import footing.wizard.control.StatusMark;
import java.util.Map;
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

    void show(Map<Status, Long> counts) {
        Optional<String> focused = pane.getChildren()
                .stream()
                .filter((chip) -> chip.isFocused())
                .map((chip) -> chip.getId())
                .findFirst();
        pane.getChildren()
                .setAll(counts.entrySet().stream().map((count) -> chip(count.getKey(), count.getValue())).toList());
        pane.getChildren()
                .stream()
                .filter((chip) -> focused.filter(chip.getId()::equals).isPresent())
                .findFirst()
                .ifPresent((chip) -> chip.requestFocus());
    }

    private ToggleButton chip(Status status, long count) {
        StatusLook look = StatusLook.of(status);
        ToggleButton chip = new ToggleButton(count + " " + StatusMark.word(status).toLowerCase(java.util.Locale.ROOT));
        Icons.on(chip, look.icon()).getStyleClass().add("status-icon");
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

package footing.wizard.survey;

import footing.baseline.Status;
import footing.checklist.Checklist;
import footing.text.StatusLook;
import footing.wizard.Words;
import footing.wizard.control.Icons;
import footing.wizard.control.StatusMark;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** Filters: what needs a person, and how many items there are of each status, in words. Pressing one shows only those, pressing it again shows all. */
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
        pane.getChildren()
                .setAll(Stream.concat(Stream.of(needsPerson()), counts.stream().map(this::chip)).toList());
        pane.getChildren()
                .stream()
                .filter((chip) -> focused.filter(chip.getId()::equals).isPresent())
                .findFirst()
                .ifPresent((chip) -> chip.requestFocus());
    }

    private ToggleButton needsPerson() {
        ToggleButton chip = new ToggleButton(Words.get("survey.needs-me"));
        Icons.on(chip, "bi-person");
        chip.setId("filter-needs-me");
        chip.getStyleClass().addAll("chip", "chip-plain");
        chip.setMnemonicParsing(false);
        chip.setSelected(filter.get().needsPerson());
        chip.setOnAction((event) -> filter.set(filter.get().withNeedsPerson(chip.isSelected())));
        return chip;
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

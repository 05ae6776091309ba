package footing.wizard.survey;

import footing.baseline.Status;
import footing.checklist.Checklist;
import footing.text.StatusLook;
import footing.wizard.Words;
import footing.wizard.control.Icons;
import footing.wizard.control.StatusMark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** Filters: what needs a person, and how many items there are of each status, in words. Pressing one shows only those, pressing it again shows all. */
final class StatusChips {

    private final FlowPane pane;
    private final ObjectProperty<RowFilter> filter;
    private final Map<String, ToggleButton> chips = new HashMap<>();

    StatusChips(FlowPane pane, ObjectProperty<RowFilter> filter) {
        this.pane = pane;
        this.filter = filter;
    }

    /** A chip that is there already stays, with the focus that it has. */
    void show(List<Checklist.Count> counts) {
        List<ToggleButton> shown = Stream.concat(Stream.of(needsPerson()), counts.stream().map(this::chip)).toList();
        if (!pane.getChildren().equals(shown)) {
            Optional<ToggleButton> focused = shown.stream().filter(Node::isFocused).findFirst();
            pane.getChildren().setAll(shown);
            focused.ifPresent(Node::requestFocus);
        }
    }

    private ToggleButton needsPerson() {
        ToggleButton chip = kept("filter-needs-me", "chip-plain", (made) -> {
            made.setText(Words.get("survey.needs-me"));
            Icons.on(made, "bi-person");
            made.setOnAction((event) -> filter.set(filter.get().withNeedsPerson(made.isSelected())));
        });
        chip.setSelected(filter.get().needsPerson());
        return chip;
    }

    private ToggleButton chip(Checklist.Count count) {
        Status status = count.status();
        StatusLook look = count.look();
        ToggleButton chip = kept("filter-" + look.styleClass(), look.styleClass(), (made) -> {
            made.setGraphic(StatusMark.shape(look));
            made.setOnAction((event) -> filter
                    .set(filter.get().withStatus(made.isSelected() ? Optional.of(status) : Optional.empty())));
        });
        chip.setText(count.words());
        chip.setSelected(filter.get().status().filter(status::equals).isPresent());
        chip.setAccessibleText(Words.get("survey.filter", "count", chip.getText()));
        return chip;
    }

    private ToggleButton kept(String id, String styleClass, Consumer<ToggleButton> begin) {
        return chips.computeIfAbsent(id, (key) -> {
            ToggleButton made = new ToggleButton();
            made.setId(id);
            made.getStyleClass().addAll("chip", styleClass);
            made.setMnemonicParsing(false);
            begin.accept(made);
            return made;
        });
    }
}

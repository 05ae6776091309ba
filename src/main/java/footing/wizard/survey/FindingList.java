package footing.wizard.survey;

import footing.baseline.Section;
import footing.choices.ItemId;
import footing.text.FindingText;
import footing.wizard.Words;
import footing.wizard.control.Notice;
import footing.wizard.control.Scrolling;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The rows under the headings of their sections; a row's details stand under it where there is no room beside. */
final class FindingList {

    private static final FindingText TEXT = new FindingText();

    private final VBox box;
    private final ObjectProperty<Optional<ItemId>> opened;
    private final ZoneId zone;
    private final Map<ItemId, FindingRow> lines = new EnumMap<>(ItemId.class);
    private final Map<Section, Label> headings = new EnumMap<>(Section.class);
    private boolean beside;

    FindingList(VBox box, ObjectProperty<Optional<ItemId>> opened, ZoneId zone) {
        this.box = box;
        this.opened = opened;
        this.zone = zone;
        box.addEventHandler(KeyEvent.KEY_PRESSED, (event) -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                move(event.getCode() == KeyCode.DOWN ? 1 : -1);
                event.consume();
            }
        });
    }

    /**
     * Draws what has changed and keeps the rest as it is.
     *
     * @param beside whether details stand beside the list
     */
    void show(List<ItemRow> rows, boolean beside) {
        this.beside = beside;
        Optional<ItemId> focused = focused();
        List<Node> shown = new ArrayList<>();
        Optional<Section> section = Optional.empty();
        for (ItemRow row : rows) {
            if (!section.equals(Optional.of(row.item().section()))) {
                section = Optional.of(row.item().section());
                shown.add(headings.computeIfAbsent(row.item().section(), FindingList::heading));
            }
            boolean open = opened.get().equals(Optional.of(row.item().id()));
            FindingRow line = line(row);
            line.showOpen(open, beside);
            shown.add(line);
            if (open && !beside) {
                row.finding().map((finding) -> new FindingDetail(row, finding, false, zone)).ifPresent((detail) -> {
                    shown.add(detail);
                    Scrolling.revealLater(detail, line);
                });
            }
        }
        if (rows.isEmpty()) {
            shown.add(new Notice(Notice.Kind.INFO, Words.get("survey.nothing"), Words.get("survey.nothing.text")));
        }
        if (!box.getChildren().equals(shown)) {
            box.getChildren().setAll(shown);
            focused.ifPresent(this::focus);
        }
    }

    private FindingRow line(ItemRow row) {
        ItemId item = row.item().id();
        FindingRow line = Optional.ofNullable(lines.get(item))
                .filter((kept) -> kept.row().equals(row))
                .orElseGet(() -> new FindingRow(row, () -> toggle(item)));
        lines.put(item, line);
        return line;
    }

    private static Label heading(Section section) {
        Label heading = new Label(TEXT.section(section));
        heading.getStyleClass().addAll("section-title", "list-heading");
        return heading;
    }

    void focus(ItemId item) {
        rows().stream().filter((row) -> row.row().item().id() == item).findFirst().ifPresent(Scrolling::focus);
    }

    Optional<ItemId> focused() {
        return rows().stream().filter(Node::isFocused).map((row) -> row.row().item().id()).findFirst();
    }

    Optional<Node> first() {
        return rows().stream().<Node>map((row) -> row).findFirst();
    }

    private void toggle(ItemId item) {
        boolean isOpen = opened.get().equals(Optional.of(item));
        opened.set(isOpen && !beside ? Optional.empty() : Optional.of(item));
    }

    private void move(int by) {
        List<FindingRow> rows = rows();
        for (int at = 0; at < rows.size(); at++) {
            int next = at + by;
            if (rows.get(at).isFocused() && next >= 0 && next < rows.size()) {
                Scrolling.focus(rows.get(next));
                return;
            }
        }
    }

    private List<FindingRow> rows() {
        return box.getChildren()
                .stream()
                .filter(FindingRow.class::isInstance)
                .map(FindingRow.class::cast)
                .toList();
    }
}

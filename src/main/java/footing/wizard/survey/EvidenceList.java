package footing.wizard.survey;

import footing.account.Observation;
import footing.wizard.Words;
import footing.wizard.control.CopyButton;
import footing.wizard.control.TextScale;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Calls that are too many to stand below each other: a list of its own, which draws only what is in view. */
final class EvidenceList extends VBox {

    private static final PseudoClass HEADS = PseudoClass.getPseudoClass("heads");
    private static final int FEW_CALLS = 12;
    private static final int FEW_VALUES = 100;
    private static final int ROWS = 14;
    /** So many times the text's size, a line is high. */
    private static final double ROW = 1.7;

    EvidenceList(List<Observation> calls, ZoneId zone) {
        List<EvidenceLine> lines = EvidenceLine.of(calls, zone);
        Label count = new Label(Words.count("detail.calls", calls.size()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        CopyButton copy = new CopyButton(Words.get("detail.calls.copy"),
                lines.stream()
                        .map((line) -> (line.heads() ? "" : "  ") + line.text())
                        .collect(Collectors.joining("\n")));
        HBox head = new HBox(count, gap, copy);
        head.getStyleClass().add("section-head");
        ListView<EvidenceLine> list = new ListView<>(FXCollections.observableList(lines));
        list.setId("evidence");
        list.getStyleClass().add("evidence-list");
        list.setAccessibleText(Words.get("detail.evidence"));
        list.setCellFactory((of) -> new Cell());
        list.sceneProperty().subscribe(() -> {
            double row = ROW * TextScale.textSize(list);
            list.setFixedCellSize(row);
            list.setPrefHeight(Math.min(lines.size(), ROWS) * row);
        });
        getChildren().addAll(head, list);
        getStyleClass().add("evidence-many");
    }

    static boolean isFor(List<Observation> calls) {
        return calls.size() > FEW_CALLS
                || calls.stream().mapToInt((call) -> call.values().size()).sum() > FEW_VALUES;
    }

    private static final class Cell extends ListCell<EvidenceLine> {

        private final Tooltip whole = new Tooltip();

        Cell() {
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            // As wide as the list: what is longer is cut, not scrolled to.
            setPrefWidth(0);
            whole.setWrapText(true);
        }

        @Override
        protected void updateItem(EvidenceLine item, boolean empty) {
            super.updateItem(item, empty);
            Optional<EvidenceLine> line = Optional.ofNullable(item).filter((one) -> !empty);
            setText(line.map(EvidenceLine::text).orElse(""));
            whole.setText(getText());
            setTooltip(line.isPresent() ? whole : null);
            pseudoClassStateChanged(HEADS, line.filter(EvidenceLine::heads).isPresent());
        }
    }
}

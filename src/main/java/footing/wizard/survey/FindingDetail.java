package footing.wizard.survey;

import footing.account.Observation;
import footing.baseline.Control;
import footing.baseline.Finding;
import footing.text.FindingText;
import footing.text.ItemTexts;
import footing.text.Visible;
import footing.wizard.Words;
import footing.wizard.control.CopyButton;
import footing.wizard.control.StatusMark;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** All about one finding: what was seen and by which call, what the item is, why it matters, what Footing would do. */
final class FindingDetail extends VBox {

    static final int LONGEST = 2000;
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss zzz",
            Locale.ENGLISH);
    private static final FindingText TEXT = new FindingText();
    private static final ItemTexts ITEMS = new ItemTexts();

    /** @param titled whether it has to say of which item it speaks */
    FindingDetail(ItemRow row, Finding finding, boolean titled, ZoneId zone) {
        getStyleClass().add("detail");
        setId("detail-" + finding.item().id());
        String id = finding.item().id().id();
        if (titled) {
            Label title = text(TEXT.title(finding.item()));
            title.getStyleClass().add("section-title");
            getChildren().addAll(title, new StatusMark(finding.status()));
        }
        add("detail.seen", text(TEXT.summary(finding)));
        missingPermissions(row.missing());
        add("detail.what", text(ITEMS.what(id)));
        add("detail.why", text(ITEMS.why(id)));
        add("detail.fix", text(ITEMS.fix(id)));
        finding.attestation()
                .ifPresent((word) -> add("detail.word",
                        text(Words.WIZARD.get("detail.word.text", Map.of("by", word.by(), "on", word.on().toString(),
                                "statement", word.statement(), "until", word.validUntil().toString())))));
        evidence(finding, zone);
        controls(finding.item().controls());
    }

    private void missingPermissions(SortedSet<String> missing) {
        if (!missing.isEmpty()) {
            add("detail.permission", missing.stream().map(FindingDetail::copyable).toArray(Node[]::new));
        }
    }

    private void evidence(Finding finding, ZoneId zone) {
        List<Observation> seen = finding.verdict().evidence().observations();
        if (seen.isEmpty()) {
            add("detail.evidence", text(Words.get("detail.evidence.none")));
        } else if (EvidenceList.isFor(seen)) {
            add("detail.evidence", new EvidenceList(seen, zone));
        } else {
            add("detail.evidence", seen.stream().map((call) -> call(call, zone)).toArray(Node[]::new));
        }
    }

    private static Node call(Observation observation, ZoneId zone) {
        VBox call = new VBox();
        call.getStyleClass().add("evidence");
        Label what = text(observation.service() + ":" + observation.operation());
        what.getStyleClass().add("mono");
        Label when = text(observation.region() + ", " + TIME.format(observation.at().atZone(zone)));
        when.getStyleClass().add("text-secondary");
        call.getChildren().addAll(what, when);
        if (!observation.requestId().isEmpty()) {
            call.getChildren()
                    .add(copyable(Words.get("detail.request", "id", observation.requestId()), observation.requestId()));
        }
        observation.values().forEach((name, value) -> {
            Label line = text(Visible.line(name + " = " + value, LONGEST));
            line.getStyleClass().addAll("mono", "evidence-value");
            call.getChildren().add(line);
        });
        return call;
    }

    private void controls(List<Control> controls) {
        Map<String, List<Control>> frameworks = controls.stream()
                .collect(Collectors.groupingBy((control) -> (control.framework() + " " + control.version()).strip(),
                        LinkedHashMap::new, Collectors.toList()));
        if (frameworks.isEmpty()) {
            add("detail.controls", text(Words.get("detail.controls.none")));
            return;
        }
        add("detail.controls", frameworks.entrySet()
                .stream()
                .map((entry) -> text(entry.getKey() + ": "
                        + entry.getValue().stream().map(Control::id).collect(Collectors.joining(", "))))
                .toArray(Node[]::new));
    }

    private void add(String key, Node... content) {
        Label heading = new Label(Words.get(key));
        heading.getStyleClass().add("detail-heading");
        VBox part = new VBox(heading);
        part.getStyleClass().add("detail-part");
        part.getChildren().addAll(content);
        getChildren().add(part);
    }

    private static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        return label;
    }

    private static Node copyable(String what) {
        return copyable(what, what);
    }

    private static Node copyable(String shown, String copied) {
        Label label = text(shown);
        label.getStyleClass().addAll("mono", "text-secondary");
        HBox line = new HBox(label, CopyButton.small(copied));
        line.getStyleClass().add("copyable");
        return line;
    }
}

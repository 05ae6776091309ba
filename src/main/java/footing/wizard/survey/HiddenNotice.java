package footing.wizard.survey;

import footing.wizard.Words;
import footing.wizard.control.CopyButton;
import footing.wizard.control.Icons;
import java.util.SortedSet;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Says, on one line, how many permissions would show what could not be seen, and copies them. */
final class HiddenNotice extends HBox {

    HiddenNotice(SortedSet<String> missing) {
        Label count = new Label(Words.count("survey.hidden", missing.size()));
        count.setWrapText(true);
        Icons.on(count, "bi-eye-slash");
        String lines = String.join("\n", missing);
        count.setTooltip(new Tooltip(lines));
        CopyButton copy = new CopyButton(Words.get("survey.hidden.copy"), lines);
        copy.setId("copy-permissions");
        copy.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(count, copy);
        getStyleClass().add("hidden-line");
    }
}

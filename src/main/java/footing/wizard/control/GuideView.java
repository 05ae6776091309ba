package footing.wizard.control;

import footing.plan.Guide;
import footing.text.ItemTexts;
import footing.wizard.Words;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Something that only a person can do: its steps, and the place in the console where it is done. */
public final class GuideView extends VBox {

    private static final ItemTexts ITEMS = new ItemTexts();

    /** @param links opens an address in the browser */
    public GuideView(Guide guide, Consumer<URI> links, Node... more) {
        String name = ITEMS.guide(guide.key());
        Label title = new Label(name);
        title.getStyleClass().add("finding-title");
        title.setWrapText(true);
        getChildren().add(title);
        List<String> steps = ITEMS.steps(guide.key());
        for (int at = 0; at < steps.size(); at++) {
            Label number = new Label((at + 1) + ".");
            number.getStyleClass().add("step-number");
            Label step = new Label(steps.get(at));
            step.setWrapText(true);
            HBox line = new HBox(number, step);
            HBox.setHgrow(step, Priority.ALWAYS);
            line.getStyleClass().add("step-line");
            getChildren().add(line);
        }
        Button open = new Button(Words.get("guide.open"));
        Icons.on(open, "bi-box-arrow-up-right");
        open.setAccessibleText(Words.get("guide.open") + ": " + name);
        open.setOnAction((event) -> links.accept(guide.link()));
        CopyButton copy = new CopyButton(Words.get("guide.copy"), guide.link().toString());
        copy.setAccessibleText(Words.get("guide.copy") + ": " + name);
        FlowPane actions = new FlowPane(open, copy);
        actions.getChildren().addAll(more);
        actions.getStyleClass().add("notice-actions");
        getChildren().add(actions);
        getStyleClass().addAll("card", "guide");
    }
}

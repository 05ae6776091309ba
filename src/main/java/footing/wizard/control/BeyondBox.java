package footing.wizard.control;

import footing.choices.ItemId;
import footing.text.ItemTexts;
import footing.wizard.BeyondSwitches;
import footing.wizard.Drafting;
import footing.wizard.Words;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * What is offered beyond the baseline, a switch each, with what it does and costs; where it is on, how it stands.
 * How it stands comes into view for whoever has just switched it on.
 */
public final class BeyondBox extends VBox {

    private static final ItemTexts ITEMS = new ItemTexts();

    public BeyondBox(BeyondSwitches switches, Drafting drafting) {
        getStyleClass().add("beyond");
        switches.items().forEach((item) -> getChildren().add(offer(item, switches, drafting)));
        Label reading = note(Words.get("beyond.reading"));
        shownWhere(reading, switches.reading());
        Label failed = note("");
        failed.textProperty()
                .bind(switches.failure()
                        .map((what) -> what.map((why) -> Words.get("beyond.failed", "cause", why.cause())).orElse("")));
        shownWhere(failed, switches.failure().map((what) -> what.isPresent()));
        getChildren().addAll(reading, failed);
    }

    private static Node offer(ItemId item, BeyondSwitches switches, Drafting drafting) {
        String key = "beyond." + item.id();
        CheckBox on = new CheckBox(ITEMS.title(item.id()));
        on.setId("beyond-" + item.id());
        on.setMnemonicParsing(false);
        on.setAccessibleHelp(Words.get(key));
        on.selectedProperty().bindBidirectional(switches.on(item));
        NowLine now = NowLine.untitled(drafting.finding(item), drafting.proposal(item));
        shownWhere(now, switches.on(item)
                .flatMap((wanted) -> drafting.finding(item).map((finding) -> wanted && finding.isPresent())));
        VBox box = new VBox(on, note(Words.get(key)), now);
        box.getStyleClass().add("field-box");
        now.visibleProperty().subscribe((shown) -> {
            if (shown && on.isFocused()) {
                Scrolling.revealLater(box);
            }
        });
        return box;
    }

    private static Label note(String text) {
        Label note = new Label(text);
        note.setWrapText(true);
        note.getStyleClass().add("text-secondary");
        return note;
    }

    private static void shownWhere(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }
}

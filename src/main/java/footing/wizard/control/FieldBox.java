package footing.wizard.control;

import footing.choices.Complaint;
import footing.wizard.form.Field;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A field with its label above it, what is expected under the label, and what is wrong under the field; a mark in it. */
public final class FieldBox extends VBox {

    private final Label label = new Label();
    private final Label help = new Label();
    private final MarkedField input = new MarkedField();
    private final HBox row = new HBox(input);
    private final FieldMessage message = new FieldMessage(input, input::setRight);
    private String field = "";

    public FieldBox() {
        label.setLabelFor(input);
        label.getStyleClass().add("field-label");
        label.setWrapText(true);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        help.getStyleClass().add("text-secondary");
        help.setWrapText(true);
        help.visibleProperty().bind(help.textProperty().isNotEmpty());
        help.managedProperty().bind(help.visibleProperty());
        HBox.setHgrow(input, Priority.ALWAYS);
        row.getStyleClass().add("field-row");
        getChildren().addAll(label, help, row, message);
        getStyleClass().add("field-box");
    }

    public FieldBox(String field, String label, String help) {
        this();
        setField(field);
        setLabel(label);
        setHelp(help);
    }

    /** The value's place in the choices file, which is also the id of the control. */
    public void setField(String id) {
        field = id;
        input.setId(id);
    }

    public String getField() {
        return field;
    }

    public void setLabel(String text) {
        label.setText(text);
        setName(text);
    }

    /** What assistive technology calls it, where its label stands over several of its kind. */
    public void setName(String text) {
        input.setAccessibleText(text);
    }

    public String getLabel() {
        return label.getText();
    }

    public void setHelp(String text) {
        help.setText(text);
        message.setHelp(text);
    }

    public String getHelp() {
        return help.getText();
    }

    public void setPrompt(String text) {
        input.setPromptText(text);
    }

    public String getPrompt() {
        return input.getPromptText();
    }

    /** Buttons that belong to the field stand beside it, whatever is said under it. */
    public ObservableList<Node> getBeside() {
        return row.getChildren();
    }

    public TextField input() {
        return input;
    }

    /** Says what is wrong with what was given, or takes back what was said. */
    public void say(Optional<Complaint> complaint) {
        message.say(complaint);
    }

    /** Says why something was not done with it, in words that are ready; or takes back what was said. */
    public void refuse(Optional<String> words) {
        message.refuse(words);
    }

    public void show(Field model) {
        input.textProperty().bindBidirectional(model.value());
        input.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                model.leave();
            }
        });
        model.shown().subscribe(message::say);
    }
}

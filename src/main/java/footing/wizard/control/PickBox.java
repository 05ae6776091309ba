package footing.wizard.control;

import footing.wizard.form.Field;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/**
 * A list to pick one value from, with its label above it.
 *
 * @param <T> the values
 */
public final class PickBox<T> extends VBox {

    private final Label label = new Label();
    private final ComboBox<T> input = new ComboBox<>();
    private final FieldMessage message = new FieldMessage(input, (mark) -> {
    });

    public PickBox() {
        label.setLabelFor(input);
        label.getStyleClass().add("field-label");
        label.setWrapText(true);
        input.setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("field-box");
        getChildren().addAll(label, input, message);
    }

    /** The value's place in the choices file, which is also the id of the control. */
    public void setField(String id) {
        input.setId(id);
    }

    public String getField() {
        return Optional.ofNullable(input.getId()).orElse("");
    }

    public void setLabel(String text) {
        label.setText(text);
        input.setAccessibleText(text);
    }

    public String getLabel() {
        return label.getText();
    }

    public ComboBox<T> input() {
        return input;
    }

    /** @param model where what is wrong with the value is told */
    public void show(Field model) {
        input.valueProperty().subscribe((before, now) -> model.leave());
        model.shown().subscribe(message::say);
    }

    public void offer(List<T> values, Function<T, String> words) {
        input.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return Optional.ofNullable(value).map(words).orElse("");
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("values are picked, not written");
            }
        });
        input.getItems().setAll(values);
    }
}

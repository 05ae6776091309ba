package footing.wizard.control;

import footing.choices.Complaint;
import footing.text.Texts;
import footing.wizard.Words;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** What is wrong or odd about a field, under it; and, for assistive technology, in the field's own description. */
final class FieldMessage extends Label {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass ODD = PseudoClass.getPseudoClass("odd");
    private static final Texts CHOICES = Texts.of("choices");

    private final Node input;
    private final Consumer<Node> mark;
    private String help = "";

    /** @param mark takes the shape that stands in the field itself, for who looks there and not below */
    FieldMessage(Node input, Consumer<Node> mark) {
        this.input = input;
        this.mark = mark;
        getStyleClass().add("field-message");
        setWrapText(true);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** @param help what is expected, which is part of the description too */
    void setHelp(String help) {
        this.help = help;
        describe(Optional.empty());
    }

    void say(Optional<Complaint> complaint) {
        say(complaint.map((what) -> sentence(CHOICES.get(what.key(), what.values()))),
                complaint.filter(Complaint::isError).isPresent());
    }

    /** Something was not done, for a reason that has its words already. */
    void refuse(Optional<String> words) {
        say(words, words.isPresent());
    }

    private void say(Optional<String> words, boolean error) {
        setText(words.orElse(""));
        String icon = error ? "bi-x-circle" : "bi-exclamation-triangle";
        Icons.on(this, icon);
        setVisible(words.isPresent());
        Label shape = words.isPresent() ? Icons.alone(icon, 1) : new Label();
        shape.getStyleClass().add("field-mark");
        shape.pseudoClassStateChanged(WRONG, error);
        shape.pseudoClassStateChanged(ODD, words.isPresent() && !error);
        mark.accept(shape);
        for (Node node : new Node[] {input, this}) {
            node.pseudoClassStateChanged(WRONG, error);
            node.pseudoClassStateChanged(ODD, words.isPresent() && !error);
        }
        describe(words.map((text) -> Words.get(error ? "form.error" : "form.warning", "text", text)));
    }

    private void describe(Optional<String> said) {
        input.setAccessibleHelp(Stream.concat(Stream.of(help), said.stream())
                .filter((text) -> !text.isEmpty())
                .collect(Collectors.joining(" ")));
    }

    /** The texts go on after a field's name; here they stand alone. */
    private static String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}

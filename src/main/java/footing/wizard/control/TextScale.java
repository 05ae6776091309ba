package footing.wizard.control;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Font;

/** How large the text is: as the desktop has it, and larger or smaller by keys. Everything else is measured in it. */
public final class TextScale {

    /** The size of the body text where the desktop asks for nothing else, in pixels. */
    private static final double BODY = 14;
    /** The size that JavaFX takes for the same. */
    private static final double DESKTOP = System.getProperty("os.name", "").startsWith("Windows") ? 12 : 13;
    private static final double SMALLEST = 0.75;
    private static final double LARGEST = 2.5;
    private static final double STEP = 1.1;
    private static final String KEY = TextScale.class.getName();

    private final Scene scene;
    private double factor;

    private TextScale(Scene scene) {
        this.scene = scene;
        set(Font.getDefault().getSize() / DESKTOP);
    }

    public static TextScale of(Scene scene) {
        return (TextScale) scene.getProperties().computeIfAbsent(KEY, (key) -> new TextScale(scene));
    }

    /** @param factor 1 for the usual size; what is out of bounds is brought into them */
    public void set(double factor) {
        this.factor = Math.clamp(factor, SMALLEST, LARGEST);
        scene.getRoot().setStyle("-fx-font-size: " + BODY * this.factor + "px;");
    }

    public double factor() {
        return factor;
    }

    /** The size of the body text where a node stands, in pixels. */
    public static double textSize(Node node) {
        return Optional.ofNullable(node.getScene()).map(TextScale::of).map(TextScale::factor).orElse(1.0) * BODY;
    }

    /** Control with plus, minus and zero. */
    public boolean handle(KeyCode code) {
        switch (code) {
            case PLUS, EQUALS, ADD -> set(factor * STEP);
            case MINUS, SUBTRACT -> set(factor / STEP);
            case DIGIT0, NUMPAD0 -> set(Font.getDefault().getSize() / DESKTOP);
            default -> {
                return false;
            }
        }
        return true;
    }
}

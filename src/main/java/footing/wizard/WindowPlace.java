package footing.wizard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import javafx.geometry.Rectangle2D;

/**
 * Where a window stands and how large it is, in pixels of the desktop.
 *
 * @param bounds where it stands when it is not maximized
 * @param maximized whether it fills its screen
 */
public record WindowPlace(Rectangle2D bounds, boolean maximized) {

    public static final double DEFAULT_WIDTH = 1120;
    public static final double DEFAULT_HEIGHT = 760;
    public static final double SMALLEST_WIDTH = 920;
    public static final double SMALLEST_HEIGHT = 640;
    private static final double LARGEST = 32_000;
    /** So much of the window has to be on a screen that it can be taken hold of. */
    private static final double GRIP = 120;

    /** Where it opens before anybody moved it: nowhere yet, so in the middle of the main screen and no larger. */
    public static final WindowPlace FIRST = new WindowPlace(
            new Rectangle2D(-LARGEST, -LARGEST, DEFAULT_WIDTH, DEFAULT_HEIGHT), false);

    /** The place that was remembered; none where anything about it is not as it should be. */
    public static Optional<WindowPlace> of(Properties properties) {
        OptionalDouble x = number(properties, "x", -LARGEST);
        OptionalDouble y = number(properties, "y", -LARGEST);
        OptionalDouble width = number(properties, "width", 1);
        OptionalDouble height = number(properties, "height", 1);
        if (x.isEmpty() || y.isEmpty() || width.isEmpty() || height.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WindowPlace(
                new Rectangle2D(x.getAsDouble(), y.getAsDouble(), width.getAsDouble(), height.getAsDouble()),
                Boolean.parseBoolean(properties.getProperty("maximized"))));
    }

    public Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("x", Double.toString(bounds.getMinX()));
        properties.setProperty("y", Double.toString(bounds.getMinY()));
        properties.setProperty("width", Double.toString(bounds.getWidth()));
        properties.setProperty("height", Double.toString(bounds.getHeight()));
        properties.setProperty("maximized", Boolean.toString(maximized));
        return properties;
    }

    /**
     * The same place, brought onto the screens there are.
     *
     * @param screens what each screen shows of windows, the first the main one
     */
    public WindowPlace on(List<Rectangle2D> screens) {
        Optional<Rectangle2D> screen = screens.stream().filter(this::canBeTakenHoldOfOn).findFirst();
        Rectangle2D home = screen.or(() -> screens.stream().findFirst()).orElse(bounds);
        double width = size(bounds.getWidth(), SMALLEST_WIDTH, home.getWidth());
        double height = size(bounds.getHeight(), SMALLEST_HEIGHT, home.getHeight());
        double x = screen.isPresent() ? bounds.getMinX() : home.getMinX() + (home.getWidth() - width) / 2;
        double y = screen.isPresent() ? bounds.getMinY() : home.getMinY() + (home.getHeight() - height) / 2;
        return new WindowPlace(new Rectangle2D(x, y, width, height), maximized);
    }

    private boolean canBeTakenHoldOfOn(Rectangle2D screen) {
        return bounds.getMinY() >= screen.getMinY() && bounds.getMinY() + GRIP / 2 < screen.getMaxY()
                && bounds.getMinX() + GRIP < screen.getMaxX() && bounds.getMaxX() - GRIP > screen.getMinX();
    }

    private static double size(double wanted, double smallest, double largest) {
        return Math.min(Math.max(wanted, smallest), Math.max(largest, 1));
    }

    private static OptionalDouble number(Properties properties, String key, double least) {
        try {
            double number = Double.parseDouble(properties.getProperty(key, ""));
            return number >= least && number <= LARGEST ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException notOne) {
            return OptionalDouble.empty();
        }
    }
}

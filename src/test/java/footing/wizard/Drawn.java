package footing.wizard;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/** What is wrong with what stands in the window as it is drawn: clipped without a word, past its edge, or unfit to be read. */
final class Drawn {

    private static final Pattern UNFIT = Pattern
            .compile("[\\p{Cc}&&[^\\n]]|[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029]");

    /** A page whose texts wrap takes several passes until everything has its height. */
    private static final int PASSES = 5;

    private Drawn() {
    }

    /** Each with what is wrong, in words for whoever reads the test: what stays wrong once the page is laid out. */
    static List<String> wrong(Driver driver) {
        List<String> wrong = List.of();
        for (int pass = 0; pass == 0 || (pass < PASSES && !wrong.isEmpty()); pass++) {
            wrong = atOnce(driver);
        }
        return wrong;
    }

    private static List<String> atOnce(Driver driver) {
        Fx.pulse();
        return Fx.get(() -> {
            double width = driver.stage().getScene().getWidth();
            return all(driver.stage().getScene().getRoot()).flatMap((node) -> wrong(node, width)).distinct().toList();
        });
    }

    private static Stream<Node> all(Node node) {
        if (!node.isVisible()) {
            return Stream.of();
        }
        // What a person writes may be longer than its field, and scrolls there.
        Stream<Node> inside = node instanceof Parent parent && !(node instanceof TextInputControl)
                ? parent.getChildrenUnmodifiable().stream().flatMap(Drawn::all)
                : Stream.of();
        return Stream.concat(Stream.of(node), inside);
    }

    private static Stream<String> wrong(Node node, double width) {
        return switch (node) {
            case Labeled labeled -> Stream.of(clipped(labeled), unfit(labeled.getText()), past(labeled, width))
                    .flatMap(Optional::stream);
            case Text text -> unfit(text.getText()).stream();
            default -> Stream.of();
        };
    }

    private static Optional<String> clipped(Labeled labeled) {
        String whole = Optional.ofNullable(labeled.getText()).orElse("");
        boolean told = Optional.ofNullable(labeled.getTooltip())
                .map(Tooltip::getText)
                .filter((text) -> !text.isEmpty())
                .isPresent();
        return Optional.ofNullable(labeled.lookup(".text"))
                .filter(Text.class::isInstance)
                .map((text) -> ((Text) text).getText())
                .filter((shown) -> !told && !shown.equals(whole) && shown.contains(labeled.getEllipsisString()))
                .map((shown) -> "clipped to “" + shown + "”: " + brief(whole));
    }

    private static Optional<String> past(Labeled labeled, double width) {
        Bounds place = labeled.localToScene(labeled.getLayoutBounds());
        String text = Optional.ofNullable(labeled.getText()).orElse("");
        boolean drawn = place.getWidth() > 0 && place.getHeight() > 0 && !text.isEmpty();
        return drawn && place.getMaxX() > width + 1 && !isTab(labeled)
                ? Optional.of("ends at " + Math.round(place.getMaxX()) + " of " + Math.round(width) + ": "
                        + brief(text))
                : Optional.empty();
    }

    /** Tabs that find no room are in a menu beside the others. */
    private static boolean isTab(Node node) {
        return Stream.iterate(Optional.of(node), Optional::isPresent,
                (one) -> one.flatMap((child) -> Optional.ofNullable(child.getParent())))
                .flatMap(Optional::stream)
                .anyMatch((one) -> one.getStyleClass().contains("tab-header-area"));
    }

    private static Optional<String> unfit(String text) {
        return Optional.ofNullable(text)
                .filter((words) -> UNFIT.matcher(words).find())
                .map((words) -> "unfit to be read: " + UNFIT.matcher(brief(words)).replaceAll("?"));
    }

    private static String brief(String text) {
        return text.length() < 120 ? text : text.substring(0, 120) + "…";
    }
}

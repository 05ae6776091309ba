package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The colours as the themes really have them, measured against each other as WCAG 2 does. */
class ContrastTest {

    private static final List<String> GROUNDS = List.of("-color-bg-default", "-color-bg-subtle",
            "-color-chosen");
    private static final List<String> TEXTS = List.of("-color-fg-default", "-color-fg-muted", "-color-success-fg",
            "-color-danger-fg", "-color-warning-fg", "-color-accent-fg", "-color-neutral-fg", "-color-violet-fg");

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void text_isReadable_onEveryGround(ColorScheme scheme) {
        Map<String, Color> colors = colors(scheme);
        for (String ground : GROUNDS) {
            for (String text : TEXTS) {
                assertThat(contrast(colors, text, ground)).as(scheme + ": " + text + " on " + ground)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
        for (String tint : List.of("-color-accent-subtle", "-color-warning-subtle", "-color-danger-subtle",
                "-color-success-subtle")) {
            assertThat(contrast(colors, "-color-fg-default", tint)).as(scheme + ": text on " + tint)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void borderOfAField_isSeen_onEveryGround(ColorScheme scheme) {
        Map<String, Color> colors = colors(scheme);
        for (String border : List.of("-color-field-border", "-color-accent-emphasis", "-color-danger-emphasis",
                "-color-warning-emphasis")) {
            assertThat(contrast(colors, border, "-color-bg-default")).as(scheme + ": " + border)
                    .isGreaterThanOrEqualTo(3);
        }
    }

    /** A row takes its ground from the style sheet, so the sheet could take another one than the test looks at. */
    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void whatIsOpenOrChosen_standsOnTheGroundOfWhatIsChosen(ColorScheme scheme) {
        Color chosen = colors(scheme).get("-color-chosen");
        for (String row : List.of("finding/open", "option/selected", "chip/selected")) {
            Color ground = Fx.get(() -> {
                Region region = new Region();
                region.getStyleClass().add(row.split("/", 2)[0]);
                Scene scene = new Scene(new StackPane(region));
                Theme.apply(scene, scheme);
                region.pseudoClassStateChanged(PseudoClass.getPseudoClass(row.split("/", 2)[1]), true);
                scene.getRoot().applyCss();
                return (Color) region.getBackground().getFills().getLast().getFill();
            });
            assertThat(ground).as(scheme + ": " + row).isEqualTo(chosen);
        }
    }

    private static Map<String, Color> colors(ColorScheme scheme) {
        return Fx.get(() -> {
            VBox root = new VBox();
            Scene scene = new Scene(new StackPane(root));
            Theme.apply(scene, scheme);
            Map<String, Region> swatches = new LinkedHashMap<>();
            Stream.of(GROUNDS.stream(), TEXTS.stream(),
                    Stream.of("-color-accent-subtle", "-color-warning-subtle", "-color-danger-subtle",
                            "-color-success-subtle", "-color-field-border", "-color-accent-emphasis",
                            "-color-danger-emphasis", "-color-warning-emphasis"))
                    .flatMap((names) -> names)
                    .forEach((name) -> {
                        Region swatch = new Region();
                        swatch.setStyle("-fx-background-color: " + name + ";");
                        swatches.put(name, swatch);
                        root.getChildren().add(swatch);
                    });
            scene.getRoot().applyCss();
            Map<String, Color> colors = new LinkedHashMap<>();
            swatches.forEach((name, swatch) -> colors.put(name, fill(swatch.getBackground())));
            return colors;
        });
    }

    private static Color fill(Background background) {
        return (Color) background.getFills().getFirst().getFill();
    }

    private static double contrast(Map<String, Color> colors, String on, String ground) {
        Color bottom = colors.getOrDefault("-color-bg-default", Color.WHITE);
        double a = luminance(over(colors.getOrDefault(on, Color.TRANSPARENT), bottom));
        double b = luminance(over(colors.getOrDefault(ground, Color.TRANSPARENT), bottom));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static Color over(Color top, Color bottom) {
        double alpha = top.getOpacity();
        return Color.color(top.getRed() * alpha + bottom.getRed() * (1 - alpha),
                top.getGreen() * alpha + bottom.getGreen() * (1 - alpha),
                top.getBlue() * alpha + bottom.getBlue() * (1 - alpha));
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}

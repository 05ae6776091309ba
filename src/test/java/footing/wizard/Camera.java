package footing.wizard;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.ColorScheme;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Takes pictures of a scene. */
final class Camera {

    /** A caret that blinks would make each picture another one. */
    private static final String NO_CARET = "data:text/css,.text-input{-fx-display-caret:false;}";

    private final Path folder;

    Camera(Path folder) {
        this.folder = folder;
    }

    /** Light and dark, 1000 and 1400 pixels wide. */
    void takeAll(Stage stage, String name) {
        for (ColorScheme scheme : ColorScheme.values()) {
            for (int width : new int[] {1000, 1400}) {
                take(stage, name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width, width,
                        scheme);
            }
        }
    }

    /** Narrow and light, wide and dark. */
    void takeTwo(Stage stage, String name) {
        take(stage, name + "-light-1000", 1000, ColorScheme.LIGHT);
        take(stage, name + "-dark-1400", 1400, ColorScheme.DARK);
    }

    void take(Stage stage, String name, int width, ColorScheme scheme) {
        int height = width > 1000 ? 900 : 760;
        Fx.run(() -> {
            Theme.apply(stage.getScene(), scheme);
            if (!stage.getScene().getStylesheets().contains(NO_CARET)) {
                stage.getScene().getStylesheets().add(NO_CARET);
            }
            stage.setWidth(width);
            stage.setHeight(height);
        });
        Fx.waitFor("the window has its size",
                () -> stage.getScene().getWidth() == width && stage.getScene().getHeight() == height);
        Fx.pulse();
        WritableImage image = Fx.get(() -> stage.getScene().snapshot(null));
        write(image, folder.resolve(name + ".png"));
    }

    private static void write(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}

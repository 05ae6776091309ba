package footing.wizard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.ColorScheme;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

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
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam small = writer.getDefaultWriteParam();
        small.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        small.setCompressionQuality(0);
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(Palette.of(pixels).draw(pixels, width), null, null), small);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } finally {
            writer.dispose();
        }
    }
}

package footing.wizard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.image.Image;

/** The program's own drawing, as {@code packaging/icon/render.py} makes it, for the window and where it is listed. */
public final class StageIcons {

    /** In pixels; desktops take the one that fits best. */
    static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private StageIcons() {
    }

    static List<Image> load() {
        return SIZES.stream().map(StageIcons::of).toList();
    }

    /** @param size one of {@link #SIZES} */
    public static Image of(int size) {
        try (InputStream in = StageIcons.class.getResourceAsStream("icon/footing-" + size + ".png")) {
            if (in == null) {
                throw new IllegalStateException("There is no icon of " + size + " pixels");
            }
            return new Image(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

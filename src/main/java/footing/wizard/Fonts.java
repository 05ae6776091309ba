package footing.wizard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The printout's fonts, for the window too: the same on every desktop. What they do not have, the desktop's own has. */
final class Fonts {

    private static final List<String> FILES = List.of("NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf",
            "NotoSansMono-SemiCondensed.ttf", "shapes.ttf");

    private Fonts() {
    }

    static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("/footing/checklist/fonts/" + file)) {
                if (in == null || Font.loadFont(in, 14) == null) {
                    throw new IllegalStateException("The font " + file + " is not there, or is not a font");
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}

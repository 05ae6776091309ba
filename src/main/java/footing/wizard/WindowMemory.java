package footing.wizard;

import footing.file.FileException;
import footing.file.OutputFile;
import footing.file.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Keeps the window's place in a small file of the user's. Reads and writes files: never on the JavaFX thread. */
final class WindowMemory {

    private static final Logger LOG = System.getLogger(WindowMemory.class.getName());
    private static final int LARGEST = 4096;

    private final Path file;

    WindowMemory(Path dataDir) {
        file = dataDir.resolve("window.properties");
    }

    Optional<WindowPlace> read() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            Properties properties = new Properties();
            properties.load(new java.io.StringReader(new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8)));
            return WindowPlace.of(properties);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.log(Level.DEBUG, "The window's place could not be read", unreadable);
            return Optional.empty();
        }
    }

    /** The window's place is a comfort: where it cannot be kept, that is told in the log and nowhere else. */
    void write(WindowPlace place) {
        try {
            OwnerOnly.createDirectories(file.resolveSibling(""));
            StringWriter text = new StringWriter();
            place.properties().store(text, null);
            OutputFile.ownersOnly("window", file).write(text.toString());
        } catch (IOException | FileException unwritable) {
            LOG.log(Level.DEBUG, "The window's place could not be kept", unwritable);
        }
    }
}

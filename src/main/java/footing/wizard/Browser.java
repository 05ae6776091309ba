package footing.wizard;

import java.io.IOException;
import java.net.URI;

/** Opens addresses for people, on the desktop that the program runs on. */
@FunctionalInterface
public interface Browser {

    /**
     * Opens an address; it may take a while, so it is called away from the JavaFX thread.
     *
     * @throws IOException where nothing on this desktop opens it
     */
    void open(URI address) throws IOException, InterruptedException;
}

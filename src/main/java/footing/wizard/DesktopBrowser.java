package footing.wizard;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The browser, and for files the viewer, that the desktop is set up with. */
final class DesktopBrowser implements Browser {

    /** Some desktops wait until the browser is closed, so nobody waits for the end of it. */
    private static final long PATIENCE_SECONDS = 5;

    private final String system;
    private final Consumer<String> javaFx;

    /**
     * @param system the name of the operating system
     * @param javaFx JavaFX's own way, which on Linux does not tell when it fails
     */
    DesktopBrowser(String system, Consumer<String> javaFx) {
        this.system = system;
        this.javaFx = javaFx;
    }

    @Override
    public void open(URI address) throws IOException, InterruptedException {
        if (!system.equals("Linux")) {
            javaFx.accept(address.toString());
            return;
        }
        Process opening = new ProcessBuilder("xdg-open", address.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (opening.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && opening.exitValue() != 0) {
            throw new IOException("xdg-open ended with " + opening.exitValue());
        }
    }
}

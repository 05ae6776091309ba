package footing.wizard;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import javafx.scene.Scene;

/** Tells in the log when people see the first page: the second pulse after the window was shown. */
final class FirstFrame implements Runnable {

    private static final Logger LOG = System.getLogger(FirstFrame.class.getName());

    private final Scene scene;
    private int pulses;

    private FirstFrame(Scene scene) {
        this.scene = scene;
    }

    static void tell(Scene scene) {
        scene.addPostLayoutPulseListener(new FirstFrame(scene));
    }

    @Override
    public void run() {
        pulses++;
        if (pulses == 2) {
            scene.removePostLayoutPulseListener(this);
            LOG.log(Level.DEBUG, "first-frame-ms={0,number,#}", ManagementFactory.getRuntimeMXBean().getUptime());
        } else {
            javafx.application.Platform.requestNextPulse();
        }
    }
}

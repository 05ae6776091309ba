package footing.wizard;

import footing.wizard.control.TextScale;
import footing.wizard.frame.FrameController;
import footing.wizard.frame.FrameModel;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** The scene of the window and what is behind it, put together. On the JavaFX thread. */
public final class WizardWindow {

    private static final Logger LOG = System.getLogger(WizardWindow.class.getName());

    private final Scene scene;
    private final FrameModel model;
    private final Desk desk;

    /**
     * @param workers where work is done
     * @param screen the JavaFX thread
     * @param browser opens addresses; what it cannot open is shown, to be copied
     */
    public WizardWindow(WizardServices services, AccountWork work, Executor workers, Executor screen,
            Browser browser) {
        Fonts.load();
        desk = new Desk(new SimpleObjectProperty<>(Session.start()), new Background(workers, screen), work, services,
                (link) -> workers.execute(() -> open(browser, link, screen)));
        model = new FrameModel(desk);
        Parent frame = Pages.load(new FrameController(model, new Pages(desk)));
        scene = new Scene(frame, WindowPlace.DEFAULT_WIDTH, WindowPlace.DEFAULT_HEIGHT);
        TextScale.of(scene);
    }

    /** Nobody waits for a browser, and closing the window does not either. */
    private void open(Browser browser, URI link, Executor screen) {
        try {
            browser.open(link);
        } catch (IOException | RuntimeException unopened) {
            LOG.log(Level.DEBUG, "The address could not be opened", unopened);
            screen.execute(() -> model.couldNotOpen(link));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    public Scene scene() {
        return scene;
    }

    /** How far the person has come. */
    public Session session() {
        return desk.session().get();
    }

    /** Whether nothing runs in the background. */
    public boolean isIdle() {
        return desk.background().runningProperty().get() == 0;
    }

    /** Tells people of what went wrong where nobody waits for it. */
    public void broke(Throwable problem) {
        model.broke(problem);
    }

    /** The window is about to close; whether it may. */
    public boolean mayClose() {
        return model.mayClose();
    }
}

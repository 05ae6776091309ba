package footing.wizard;

import footing.wizard.control.TextScale;
import footing.wizard.frame.FrameController;
import footing.wizard.frame.FrameModel;
import java.net.URI;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** The scene of the window and what is behind it, put together. On the JavaFX thread. */
public final class WizardWindow {

    private final Scene scene;
    private final FrameModel model;
    private final Desk desk;

    /**
     * @param workers where work is done
     * @param screen the JavaFX thread
     * @param links opens an address in the browser
     */
    public WizardWindow(WizardServices services, AccountWork work, Executor workers, Executor screen,
            Consumer<URI> links) {
        Fonts.load();
        desk = new Desk(new SimpleObjectProperty<>(Session.start()), new Background(workers, screen), work, services,
                links);
        model = new FrameModel(desk);
        Parent frame = Pages.load(new FrameController(model, new Pages(desk)));
        scene = new Scene(frame, WindowPlace.DEFAULT_WIDTH, WindowPlace.DEFAULT_HEIGHT);
        TextScale.of(scene);
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

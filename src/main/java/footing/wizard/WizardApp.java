package footing.wizard;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The window. */
public final class WizardApp {

    private WizardApp() {
    }

    /**
     * Opens the window and returns when it is closed.
     *
     * @throws UnsupportedOperationException where there is no display to open it on
     */
    public static void open(WizardServices services) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setTitle("Footing " + services.version());
            stage.setOnHidden((event) -> closed.countDown());
            stage.setScene(new Scene(new StackPane(), 1120, 760));
            stage.show();
        });
        closed.await();
        Platform.exit();
    }
}

package footing.wizard;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The program's window, from opening to closing. */
public final class WizardApp {

    private final WizardServices services;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final WindowMemory memory;
    private final CompletableFuture<WindowPlace> closed = new CompletableFuture<>();

    private WizardApp(WizardServices services) {
        this.services = services;
        this.memory = new WindowMemory(services.dataDir());
    }

    /**
     * Opens the window and returns when it is closed.
     *
     * @throws UnsupportedOperationException where there is no display to open it on
     */
    public static void open(WizardServices services) {
        WizardApp app = new WizardApp(services);
        // A small file, read before there is a window that would wait for it.
        Optional<WindowPlace> place = app.memory.read();
        Platform.startup(() -> app.showOrFail(place));
        try {
            WindowPlace last = app.closed.join();
            // Applying stops between two steps; the step that is under way is waited for.
            app.workers.shutdownNow();
            app.memory.write(last);
        } catch (CompletionException problem) {
            throw new IllegalStateException("The window cannot be shown", problem.getCause());
        } finally {
            app.workers.shutdownNow();
            app.workers.close();
            Platform.exit();
        }
    }

    /** Closes the window for whoever cannot press its button: a program that only starts it. */
    public static void close() {
        Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    /** Whoever waits for the window to close must hear that it never opened. */
    private void showOrFail(Optional<WindowPlace> remembered) {
        try {
            show(remembered);
        } catch (RuntimeException | Error problem) {
            closed.completeExceptionally(problem);
        }
    }

    private void show(Optional<WindowPlace> remembered) {
        WizardWindow window = new WizardWindow(services, new AwsAccountWork(services.work()), workers,
                Platform::runLater,
                new DesktopBrowser(System.getProperty("os.name", ""), WizardApp::browse));
        Thread.currentThread().setUncaughtExceptionHandler((thread, problem) -> window.broke(problem));
        Theme.follow(window.scene());
        Stage stage = new Stage();
        stage.setTitle(Words.get("product"));
        stage.getIcons().addAll(StageIcons.load());
        stage.setScene(window.scene());
        stage.setMinWidth(WindowPlace.SMALLEST_WIDTH);
        stage.setMinHeight(WindowPlace.SMALLEST_HEIGHT);
        put(stage, remembered.orElse(WindowPlace.FIRST).on(screens()));
        stage.setOnCloseRequest((event) -> {
            if (!window.mayClose()) {
                event.consume();
            }
        });
        PlaceKeeper keeper = new PlaceKeeper(stage);
        stage.setOnHidden((event) -> closed.complete(keeper.last()));
        stage.show();
        FirstFrame.tell(window.scene());
    }

    private static void put(Stage stage, WindowPlace place) {
        stage.setX(place.bounds().getMinX());
        stage.setY(place.bounds().getMinY());
        stage.setWidth(place.bounds().getWidth());
        stage.setHeight(place.bounds().getHeight());
        stage.setMaximized(place.maximized());
    }

    private static List<Rectangle2D> screens() {
        return Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    }

    /** JavaFX opens addresses for an application, and this is as much of one as it needs. */
    private static void browse(String address) {
        new Application() {
            @Override
            public void start(Stage stage) {
                throw new UnsupportedOperationException("never started");
            }
        }.getHostServices().showDocument(address);
    }
}

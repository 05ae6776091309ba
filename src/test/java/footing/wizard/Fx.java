package footing.wizard;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** The JavaFX thread, for tests. */
final class Fx {

    private static final long PATIENCE_SECONDS = 60;
    private static boolean started;

    private Fx() {
    }

    static synchronized void start() {
        if (!started) {
            CountDownLatch ready = new CountDownLatch(1);
            try {
                Platform.startup(ready::countDown);
                if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("JavaFX does not start");
                }
            } catch (IllegalStateException another) {
                // A test of TestFX has started it before.
                ready.countDown();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            Platform.setImplicitExit(false);
            started = true;
        }
    }

    static <T> T get(Callable<T> task) {
        start();
        FutureTask<T> future = new FutureTask<>(task);
        if (Platform.isFxApplicationThread()) {
            future.run();
        } else {
            Platform.runLater(future);
        }
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException | TimeoutException late) {
            throw new AssertionError("the JavaFX thread does not answer", late);
        }
    }

    static void run(Runnable task) {
        get(() -> {
            task.run();
            return true;
        });
    }

    /** Waits until what was asked for up to now is laid out and drawn. */
    static void pulse() {
        int[] pulses = {0};
        waitFor("two pulses are past", () -> ++pulses[0] > 2);
    }

    /** Waits, pulse by pulse, until a condition holds on the JavaFX thread. */
    static void waitFor(String what, BooleanSupplier condition) {
        CompletableFuture<Boolean> held = new CompletableFuture<>();
        AnimationTimer pulses = get(() -> {
            AnimationTimer timer = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (condition.getAsBoolean()) {
                        stop();
                        held.complete(true);
                    }
                }
            };
            timer.start();
            return timer;
        });
        try {
            held.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | InterruptedException | TimeoutException late) {
            run(pulses::stop);
            throw new AssertionError("waited in vain until " + what, late);
        }
    }
}

package footing.wizard;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * The one way to do work that takes time. It runs on a virtual thread; what it tells and what comes of it is delivered
 * to the JavaFX thread, in order, and not at all once it was cancelled.
 */
public final class Background {

    private static final Logger LOG = System.getLogger(Background.class.getName());

    private final Executor workers;
    private final Executor screen;
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper(this, "running");

    /**
     * @param workers where the work is done
     * @param screen where its results are delivered: the JavaFX thread, which is also the one that calls this object
     */
    public Background(Executor workers, Executor screen) {
        this.workers = workers;
        this.screen = screen;
    }

    /** Work that tells how it goes on. */
    @FunctionalInterface
    public interface Work<E, R> {
        R run(Consumer<E> progress) throws Exception;
    }

    /** What becomes of work that was begun. */
    public final class Job {
        private final AtomicBoolean over = new AtomicBoolean();
        private final FutureTask<Boolean> task;

        private Job(Consumer<Job> body) {
            task = new FutureTask<>(() -> body.accept(this), true);
        }

        /**
         * Interrupts it, and nothing more of it is delivered. What was already done to an account stays done.
         */
        public void cancel() {
            end();
            task.cancel(true);
        }

        private boolean isOver() {
            return over.get();
        }

        private boolean end() {
            boolean first = over.compareAndSet(false, true);
            if (first) {
                running.set(running.get() - 1);
            }
            return first;
        }
    }

    public <E, R> Job run(Work<E, R> work, Consumer<? super E> progress, Consumer<? super R> done,
            Consumer<? super Exception> failed) {
        Job begun = new Job((job) -> {
            try {
                R result = work.run((event) -> screen.execute(() -> {
                    if (!job.isOver()) {
                        progress.accept(event);
                    }
                }));
                deliver(job, () -> done.accept(result));
            } catch (Exception problem) {
                if (problem instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                LOG.log(Level.DEBUG, "Work in the background failed", problem);
                deliver(job, () -> failed.accept(problem));
            } catch (Error problem) {
                // Whoever waits for the result must not wait for ever.
                LOG.log(Level.ERROR, "Work in the background broke down", problem);
                deliver(job, () -> failed.accept(new ExecutionException(problem)));
            }
        });
        running.set(running.get() + 1);
        workers.execute(begun.task);
        return begun;
    }

    /** How much is being done at the moment. */
    public ReadOnlyIntegerProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    private void deliver(Job job, Runnable result) {
        screen.execute(() -> {
            if (job.end()) {
                result.run();
            }
        });
    }
}

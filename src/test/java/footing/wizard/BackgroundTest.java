package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Deque<Runnable> screen = new ArrayDeque<>();
    private final Background background = new Background(work::add, screen::add);
    private final List<String> told = new ArrayList<>();

    @Test
    void progressAndResult_areDeliveredInOrder_onTheScreensThread() {
        start("a", "b");
        run(work);
        assertThat(told).isEmpty();
        assertThat(background.runningProperty().get()).isEqualTo(1);
        run(screen);
        assertThat(told).containsExactly("a", "b", "done");
        assertThat(background.runningProperty().get()).isZero();
    }

    @Test
    void failure_isDelivered_whenTheWorkThrows() {
        background.<String, String>run((tell) -> {
            throw new IllegalStateException("no");
        }, told::add, told::add, (problem) -> told.add("failed: " + problem.getMessage()));
        run(work);
        run(screen);
        assertThat(told).containsExactly("failed: no");
        assertThat(background.runningProperty().get()).isZero();
    }

    @Test
    void nothingMore_isDelivered_whenCancelled() {
        Background.Job job = start("a", "b");
        run(work);
        screen.removeFirst().run();
        job.cancel();
        run(screen);
        assertThat(told).containsExactly("a");
        assertThat(background.runningProperty().get()).isZero();
    }

    @Test
    void failure_isDelivered_whenTheWorkBreaksDown() {
        background.<String, String>run((tell) -> {
            throw new AssertionError("broken");
        }, told::add, told::add, (problem) -> told.add("failed: " + problem.getCause()));
        run(work);
        run(screen);
        assertThat(told).containsExactly("failed: java.lang.AssertionError: broken");
        assertThat(background.runningProperty().get()).isZero();
    }

    @Test
    void work_isInterrupted_whenCancelled() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> ended = new CompletableFuture<>();
        Background.Job job = background.<String, String>run((tell) -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stop) {
                ended.complete("interrupted");
                throw stop;
            }
            return "done";
        }, told::add, told::add, (problem) -> told.add("failed"));
        Thread.startVirtualThread(work.removeFirst());
        begun.await();
        job.cancel();
        assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo("interrupted");
        run(screen);
        assertThat(told).isEmpty();
    }

    private Background.Job start(String... events) {
        return background.<String, String>run((tell) -> {
            List.of(events).forEach(tell);
            return "done";
        }, told::add, told::add, (problem) -> told.add("failed"));
    }

    private static void run(Deque<Runnable> tasks) {
        while (!tasks.isEmpty()) {
            tasks.removeFirst().run();
        }
    }
}

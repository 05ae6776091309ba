package footing.cli;

import footing.text.Texts;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Brings what is under way to a safe place where the program is told to stop: by Ctrl-C, or by the system. */
final class Stopping {

    private static final Texts TEXTS = Texts.of("cli");
    /** So long a call to AWS may take that must not be broken off. */
    private static final long LONGEST_SECONDS = 60;

    private Stopping() {
    }

    /** Does the work; it is interrupted where the program is to stop, which then waits until it has returned. */
    static <R> R safely(Terminal terminal, Supplier<R> work) {
        Thread worker = Thread.currentThread();
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            terminal.note(TEXTS.get("apply.stopping"));
            worker.interrupt();
            try {
                if (!ended.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                    terminal.note(TEXTS.get("apply.stopped-late"));
                }
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }, "stopping");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            ended.countDown();
            forget(hook);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // It is running, and has what it waited for.
        }
    }
}

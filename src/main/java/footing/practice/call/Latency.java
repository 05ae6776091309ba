package footing.practice.call;

import footing.aws.AwsClients;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.core.exception.AbortedException;

/** Makes every call take as long as a way over the network would. */
public final class Latency {

    /** How to let time pass. */
    @FunctionalInterface
    public interface Sleeper {
        /**
         * @throws AbortedException where the thread was interrupted, as the SDK does
         */
        void sleep(Duration time);
    }

    /** Waits for real. */
    public static final Sleeper REAL = (time) -> {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                throw AbortedException.create("Thread was interrupted");
            }
        }
    };

    private Latency() {
    }

    /** The same clients, slower. */
    public static AwsClients over(AwsClients clients, Duration latency, Sleeper sleeper) {
        return latency.isZero() || latency.isNegative() ? clients : new Decorated(clients, (call, next) -> {
            sleeper.sleep(latency);
            return next.get();
        });
    }
}

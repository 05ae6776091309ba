package footing.aws.apply;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The time between two looks at what AWS is doing. Tests need none. */
@FunctionalInterface
public interface Pause {

    void take();

    /** Waits at least so long; nothing can make it shorter but the end of the time. */
    static Pause of(Duration length) {
        return () -> {
            long end = System.nanoTime() + length.toNanos();
            for (long left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        };
    }
}

package footing.aws.apply;

import footing.aws.AwsErrors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what happens, and goes on where whoever listens cannot take it: a window that was closed must not leave an
 * account half-way.
 */
final class Telling implements Consumer<ApplyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private final Consumer<ApplyEvent> listener;
    private boolean failed;

    Telling(Consumer<ApplyEvent> listener) {
        this.listener = listener;
    }

    @Override
    public void accept(ApplyEvent event) {
        String what = event.getClass().getSimpleName();
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            if (failed) {
                LOG.debug("{} could not be told either: {}", what, AwsErrors.message(e));
            } else {
                LOG.warn("{} could not be told; the work goes on", what, e);
            }
            failed = true;
        }
    }
}

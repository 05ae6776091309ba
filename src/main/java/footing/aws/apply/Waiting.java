package footing.aws.apply;

import footing.aws.apply.ApplyEvent.Cause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what AWS is doing: look by look, until somebody stops it or it takes far too long. */
final class Waiting {

    private final Pause pause;
    private final Clock clock;
    private final BooleanSupplier stopped;

    /** @param stopped whether somebody wants to wait no longer */
    Waiting(Clock clock, Pause pause, BooleanSupplier stopped) {
        this.pause = pause;
        this.clock = clock;
        this.stopped = stopped;
    }

    /** What AWS is doing goes on, and nobody waits for it any more. */
    static final class EndedException extends RuntimeException {
        private final transient Cause why;
        private final String status;

        EndedException(Cause why, String status) {
            super(why + " while " + status);
            this.why = why;
            this.status = status;
        }

        Cause why() {
            return why;
        }

        /** What it was in when it was last looked at. */
        String status() {
            return status;
        }
    }

    /** A wait that has begun. */
    final class Begun {
        private final Instant until;

        private Begun(Duration longest) {
            this.until = clock.instant().plus(longest);
        }

        /**
         * Lets the time between two looks pass.
         *
         * @param status what was seen at the last one
         * @throws EndedException where it is not to be waited any longer
         */
        void on(Supplier<String> status) {
            if (stopped.getAsBoolean()) {
                throw new EndedException(Cause.STOPPED_WATCHING, status.get());
            }
            if (clock.instant().isAfter(until)) {
                throw new EndedException(Cause.TOO_LONG, status.get());
            }
            pause.take();
        }

        /**
         * Lets the time until another try pass.
         *
         * @param why nothing could be seen at the last one
         * @throws EndedException where it is not to be waited any longer: nobody knows what the stack is in
         */
        void unseen(String why) {
            if (stopped.getAsBoolean() || clock.instant().isAfter(until)) {
                throw new EndedException(Cause.LOST_SIGHT, why);
            }
            pause.take();
        }
    }

    Begun begin(Duration longest) {
        return new Begun(longest);
    }
}

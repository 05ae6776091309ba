package footing.practice.cloudformation;

import footing.account.Region;
import java.time.Duration;
import java.util.Optional;

/** What keeps CloudFormation from doing to a resource what it otherwise could. Safe for many threads. */
public interface Hindrance {

    /** What is being done to a resource; what takes the place of another is an update. */
    enum Doing {
        CREATE,
        UPDATE,
        DELETE
    }

    /**
     * @param region that of the stack
     * @param stack its name
     */
    record Attempt(Region region, String stack, String logicalId, Doing doing) {
    }

    /** Asked at each attempt: why it fails, in AWS's words; empty where nothing keeps it from going well. */
    Optional<String> failure(Attempt attempt);

    /** How long the resource takes beyond the time that it takes anyway. */
    Duration delay(Attempt attempt);

    /** All goes as it should. */
    Hindrance NONE = new Hindrance() {
        @Override
        public Optional<String> failure(Attempt attempt) {
            return Optional.empty();
        }

        @Override
        public Duration delay(Attempt attempt) {
            return Duration.ZERO;
        }
    };
}

package footing.practice.fault;

import footing.account.Region;
import footing.practice.cloudformation.Hindrance;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkRequest;

/** One thing that goes wrong, as a faults file says it. */
public sealed interface Fault {

    /** Where it stands in its file, for people: {@code faults[2], line 9}. */
    String place();

    /** Something that happens to a call. */
    record OfCall(String place, Trigger trigger, Effect effect) implements Fault {
    }

    /**
     * Something that happens to a resource of a stack.
     *
     * @param stack its stack's name
     * @param region that of the stack; empty for any
     * @param during what must be done to the resource
     */
    record OfResource(String place, String stack, String logicalId, Optional<Region> region,
            Set<Hindrance.Doing> during, Trouble trouble) implements Fault {
        public OfResource {
            during = Set.copyOf(during);
        }

        boolean meets(Hindrance.Attempt attempt) {
            return stack.equals(attempt.stack()) && logicalId.equals(attempt.logicalId())
                    && during.contains(attempt.doing())
                    && region.filter((one) -> !one.equals(attempt.region())).isEmpty();
        }
    }

    /** Which call it is that something happens to. */
    sealed interface Trigger permits CallPattern, Trigger.Write {

        /** @param number the how-manyth writing call since the account was opened, from 1 */
        record Write(int number) implements Trigger {
        }
    }

    /** What happens to a call. */
    sealed interface Effect {

        /** In the call's own answer, or lack of one. */
        enum Simple implements Effect {
            DENY,
            THROTTLE,
            /** No answer comes, and nothing was done. */
            TIMEOUT,
            SERVER_ERROR,
            KILL_BEFORE,
            KILL_AFTER,
            /** No answer comes, and it was done. */
            LOST_ANSWER;

            /** As a file writes it: {@code kill-after}. */
            public String word() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        /** @param calls for how many calls from this one on, whatever they ask for */
        record Expired(int calls) implements Effect {
        }

        /**
         * Somebody else changes something before the call.
         *
         * @param region where; empty for the Region of the call
         */
        record Change(Operation operation, Optional<Region> region, SdkRequest request) implements Effect {
        }
    }

    /** What happens to a resource. */
    sealed interface Trouble {

        /**
         * @param reason as AWS would tell it
         * @param times how often, before it goes well again
         */
        record Fails(String reason, int times) implements Trouble {
        }

        /** @param by how much longer everything that is done to it takes, by the account's clock */
        record Slow(Duration by) implements Trouble {
        }
    }
}

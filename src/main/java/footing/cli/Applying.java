package footing.cli;

import footing.aws.apply.Apply;
import footing.aws.apply.ApplyEvent;
import footing.aws.apply.ApplyOptions;
import footing.aws.apply.Journal;
import footing.plan.Plan;
import java.nio.file.Path;
import java.time.Duration;

/** Carries a plan out, with a journal of it. */
final class Applying {

    private static final Duration PRACTICE_POLL = Duration.ofMillis(20);

    private Applying() {
    }

    static ApplyEvent.Ended run(Journey journey, Plan plan) {
        Surroundings surroundings = journey.surroundings();
        boolean practice = journey.connection().practice();
        Path dir = Journal.folder(surroundings.dataDir(), journey.connection());
        // Nobody waits for the stacks of the practice account.
        Duration poll = practice ? PRACTICE_POLL : surroundings.stackPoll();
        try (Journal journal = Journal.in(dir, plan.identity().account(), surroundings.clock())) {
            return Apply.run(journey.connection().clients(), plan,
                    new ApplyOptions(surroundings.clock(), journal, poll),
                    new ApplyLines(journey.terminal()));
        }
    }
}

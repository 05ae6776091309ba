package footing.cli;

import footing.aws.apply.Apply;
import footing.aws.apply.ApplyEvent;
import footing.aws.apply.ApplyOptions;
import footing.aws.apply.Journal;
import footing.plan.Plan;
import java.nio.file.Path;

/** Carries a plan out, with a journal of it. */
final class Applying {

    private Applying() {
    }

    static ApplyEvent.Ended run(Journey journey, Plan plan) {
        Surroundings surroundings = journey.surroundings();
        // The practice account is no account of anyone: its journals are kept apart.
        Path dir = journey.connection().practice()
                ? surroundings.dataDir().resolve("practice")
                : surroundings.dataDir();
        try (Journal journal = Journal.in(dir, plan.identity().account(), surroundings.clock())) {
            return Apply.run(journey.connection().clients(), plan,
                    new ApplyOptions(surroundings.clock(), journal, surroundings.stackPoll()),
                    new ApplyLines(journey.terminal()));
        }
    }
}

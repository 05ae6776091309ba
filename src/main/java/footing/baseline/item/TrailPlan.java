package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Trail;
import footing.choices.Choices;
import java.util.List;
import java.util.Optional;

/** Which trail the account is to rely on: decided once, for every item that has to do with it. */
sealed interface TrailPlan {

    /** One that Footing did not make covers all Regions: it is used as it is. */
    record Covered(Coverage trail) implements TrailPlan {
    }

    /** The account's own trail falls short: it gets the smallest change. A second one would cost. */
    record Strengthen(Coverage trail) implements TrailPlan {
    }

    /** Footing's own: made, or to be made. */
    record Make(Optional<Coverage> made) implements TrailPlan {
    }

    /** A trail that could cover all Regions was not seen whole, or one that could be made to was not seen at all. */
    record Unclear() implements TrailPlan {
    }

    /** Whether the stack is to make a trail of another name in place of its own, which is gone when it has done so. */
    static boolean isRenamed(Trail trail, AccountState account, Choices choices) {
        return Trails.isOurs(trail, account) && !trail.name().equals(Made.trail(account, choices));
    }

    static TrailPlan of(AccountState account) {
        if (!(account.read(Fact.TRAILS) instanceof Reading.Seen<?>)) {
            return new Unclear();
        }
        List<Coverage> trails = Trails.of(account);
        Optional<Coverage> ours = trails.stream().filter((trail) -> Trails.isOurs(trail.trail(), account)).findFirst();
        if (ours.isPresent()) {
            return new Make(ours);
        }
        Optional<Coverage> first = trails.stream().findFirst();
        if (first.filter(Coverage::isCovering).isPresent()) {
            return new Covered(first.get());
        }
        if (first.filter(Coverage::isUnsure).isPresent()) {
            return new Unclear();
        }
        return trails.stream()
                .filter((trail) -> !Trails.isElsewhere(trail.trail(), account))
                .findFirst()
                .<TrailPlan>map(Strengthen::new)
                .orElseGet(() -> Trails.areAllSeen(account) ? new Make(Optional.empty()) : new Unclear());
    }
}

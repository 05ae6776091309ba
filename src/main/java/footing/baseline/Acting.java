package footing.baseline;

import footing.baseline.Finding.Actor;
import footing.plan.Change;
import footing.plan.Remedy;
import java.util.List;
import java.util.function.Supplier;

/** Who acts next on what was found: nobody is told that Footing can fix what its own remedy leaves to people. */
final class Acting {

    private Acting() {
    }

    /** @param remedy asked for only where it matters */
    static Actor next(Item item, Status status, Verdict verdict, Supplier<Remedy> remedy) {
        return switch (status) {
            case MET, ATTESTED, NOT_APPLICABLE -> Actor.NOBODY;
            case NOT_MET -> item.fix() == Item.Fix.BY_HAND || verdict.outcome().filter(Outcome::isByHand).isPresent()
                    ? Actor.BY_HAND
                    : mends(remedy.get());
            case PENDING ->
                verdict.outcome().filter(Outcome::waitsForPerson).isPresent() ? Actor.BY_HAND : Actor.NOBODY;
            case UNKNOWN -> Actor.BY_HAND;
            case NEEDS_ATTESTATION -> Actor.YOU;
        };
    }

    private static Actor mends(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Changes(List<Change> changes, Remedy.Reason settled) -> changes.isEmpty()
                    ? mends(settled)
                    : changes.stream().allMatch(Change.ManualStep.class::isInstance) ? Actor.BY_HAND : Actor.FOOTING;
            case Remedy.Nothing(Remedy.Reason reason) -> mends(reason);
        };
    }

    private static Actor mends(Remedy.Reason reason) {
        return switch (reason) {
            case ADOPTED, IN_ORDER, STILL_OPEN, OWNED_ELSEWHERE, FORBIDDEN, STACK_ALTERED, STACK_STUCK, NOT_IN_EFFECT ->
                Actor.BY_HAND;
            case LEFT, SWITCHED_OFF, NOT_DECIDED, NAME_TAKEN, OTHER_REGION, NEEDS_ANOTHER, NEEDS_WORD -> Actor.YOU;
            // Once the rest was seen, or has come, it is Footing's to mend as far as anybody can tell.
            case COMES_WITH_ANOTHER, NOT_SEEN, WAITING, STACK_BUSY -> Actor.FOOTING;
        };
    }
}

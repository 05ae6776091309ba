package footing.baseline;

import footing.choices.Attestation;
import java.util.Optional;

/**
 * What came of one item: the verdict, or the word of a person where only a person knows.
 *
 * @param attestation the word that was given and still holds, or held once
 */
public record Finding(Item item, Status status, Verdict verdict, Optional<Attestation> attestation) {

    /** Who acts next. */
    public enum Actor {
        FOOTING,
        YOU,
        BY_HAND,
        NOBODY
    }

    public Actor actor() {
        return switch (status) {
            case MET, ATTESTED, NOT_APPLICABLE -> Actor.NOBODY;
            case NOT_MET -> item.fix() == Item.Fix.BY_HAND || verdict.outcome().filter(Outcome::isByHand).isPresent()
                    ? Actor.BY_HAND
                    : Actor.FOOTING;
            case PENDING ->
                verdict.outcome().filter(Outcome::waitsForPerson).isPresent() ? Actor.BY_HAND : Actor.NOBODY;
            case UNKNOWN -> Actor.BY_HAND;
            case NEEDS_ATTESTATION -> Actor.YOU;
        };
    }
}

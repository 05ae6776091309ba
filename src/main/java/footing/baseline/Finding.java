package footing.baseline;

import footing.choices.Attestation;
import java.util.Optional;

/**
 * What came of one item: the verdict, or the word of a person where only a person knows.
 *
 * @param attestation the word that was given and still holds, or held once
 * @param actor who acts next, as what would mend it tells
 */
public record Finding(Item item, Status status, Verdict verdict, Optional<Attestation> attestation, Actor actor) {

    /** Who acts next. */
    public enum Actor {
        FOOTING,
        YOU,
        BY_HAND,
        NOBODY
    }
}

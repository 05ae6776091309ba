package footing.work;

import footing.choices.Attestation;
import footing.choices.ItemId;
import java.time.LocalDate;

/** What somebody did about their word for an item, as it is kept. */
public sealed interface WordEntry {

    ItemId item();

    /** Somebody gave their word. */
    record Given(ItemId item, Attestation word) implements WordEntry {
    }

    /**
     * Somebody took back what was given.
     *
     * @param by who: a name, a role, an address
     * @param on the day on which they did
     */
    record Withdrawn(ItemId item, String by, LocalDate on) implements WordEntry {
    }
}

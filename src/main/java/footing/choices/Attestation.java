package footing.choices;

import java.time.LocalDate;

/**
 * A person's word for what no API tells.
 *
 * @param by who gives it: a name, a role, an address
 * @param on the day it was given
 * @param statement what is attested, in the person's words
 * @param reference a ticket or a document that backs it; may be empty
 * @param validUntil the last day on which it counts
 */
public record Attestation(String by, LocalDate on, String statement, String reference, LocalDate validUntil) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(on) && !day.isAfter(validUntil);
    }
}

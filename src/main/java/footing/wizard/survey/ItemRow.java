package footing.wizard.survey;

import footing.baseline.Finding;
import footing.baseline.Item;
import java.util.Optional;
import java.util.SortedSet;

/**
 * One item in the list.
 *
 * @param finding what came of it; empty while what it rests on is still being read
 * @param missing the permissions that would have shown what could not be seen of it
 */
record ItemRow(Item item, Optional<Finding> finding, SortedSet<String> missing) {

    /** Whether a person has to act, and not Footing. */
    boolean needsPerson() {
        return finding.map(Finding::actor)
                .filter((actor) -> actor == Finding.Actor.YOU || actor == Finding.Actor.BY_HAND)
                .isPresent();
    }
}

package footing.wizard.survey;

import footing.baseline.Finding;
import footing.baseline.Item;
import java.util.Optional;

/**
 * One item in the list.
 *
 * @param finding what came of it; empty while what it rests on is still being read
 */
record ItemRow(Item item, Optional<Finding> finding) {
}

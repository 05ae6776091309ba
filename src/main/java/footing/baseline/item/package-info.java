/** One class an item of the baseline: what it is, its controls, its judgement, its remedy. */
@NullMarked
package footing.baseline.item;

import org.jspecify.annotations.NullMarked;

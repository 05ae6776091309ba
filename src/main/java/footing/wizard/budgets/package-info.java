/** The sixth step: what may be spent, who hears of it, and where the usage report is kept. */
@NullMarked
package footing.wizard.budgets;

import org.jspecify.annotations.NullMarked;

/**
 * What would be changed and how, as data: remedies, changes, the plan with its cost, its permissions and the way back.
 */
@NullMarked
package footing.plan;

import org.jspecify.annotations.NullMarked;

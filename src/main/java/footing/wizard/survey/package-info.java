/** The second step: where the account stands. */
@NullMarked
package footing.wizard.survey;

import org.jspecify.annotations.NullMarked;

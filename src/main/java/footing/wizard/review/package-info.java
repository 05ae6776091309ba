/** The seventh step: what would change. */
@NullMarked
package footing.wizard.review;

import org.jspecify.annotations.NullMarked;

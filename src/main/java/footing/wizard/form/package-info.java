/** Fields that people fill in: their values, what is wrong with them, and when that is said. Knows no control. */
@NullMarked
package footing.wizard.form;

import org.jspecify.annotations.NullMarked;

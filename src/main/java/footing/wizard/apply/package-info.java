/** The eighth step: the changes, as they are made. */
@NullMarked
package footing.wizard.apply;

import org.jspecify.annotations.NullMarked;

/** The frame around the pages: the list of steps, the footer, the keys. */
@NullMarked
package footing.wizard.frame;

import org.jspecify.annotations.NullMarked;

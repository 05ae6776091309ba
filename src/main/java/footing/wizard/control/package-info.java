/** Small controls that several pages share. */
@NullMarked
package footing.wizard.control;

import org.jspecify.annotations.NullMarked;

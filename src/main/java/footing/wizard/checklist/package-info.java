/** The last step: the printout. */
@NullMarked
package footing.wizard.checklist;

import org.jspecify.annotations.NullMarked;

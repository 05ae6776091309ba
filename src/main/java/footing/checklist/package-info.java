/** The printout that an auditor keeps. */
@NullMarked
package footing.checklist;

import org.jspecify.annotations.NullMarked;

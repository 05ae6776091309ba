/** The ninth step: what only people can do. */
@NullMarked
package footing.wizard.finish;

import org.jspecify.annotations.NullMarked;

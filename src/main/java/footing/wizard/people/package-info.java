/** The fifth step: who may do what in the account, and what only people know of it. */
@NullMarked
package footing.wizard.people;

import org.jspecify.annotations.NullMarked;

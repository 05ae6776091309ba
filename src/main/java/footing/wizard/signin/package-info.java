/** The first step: the way to an account. */
@NullMarked
package footing.wizard.signin;

import org.jspecify.annotations.NullMarked;

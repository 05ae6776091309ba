/** What was read of an account: facts, each with the evidence that it was read, or with the reason why it was not. */
@NullMarked
package footing.account;

import org.jspecify.annotations.NullMarked;

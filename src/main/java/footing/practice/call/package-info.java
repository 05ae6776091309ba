/** What stands around every call to the practice account: refusals, request ids, delay, a log, AWS's own troubles. Written once. */
@NullMarked
package footing.practice.call;

import org.jspecify.annotations.NullMarked;

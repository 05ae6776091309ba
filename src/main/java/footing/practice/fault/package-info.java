/** Faults of the practice account: what a file says is to go wrong, and how it comes to pass. */
@NullMarked
package footing.practice.fault;

import org.jspecify.annotations.NullMarked;

/** An AWS account that lives in memory: the SDK's client interfaces over one state. It is not AWS, and says so. */
@NullMarked
package footing.practice;

import org.jspecify.annotations.NullMarked;

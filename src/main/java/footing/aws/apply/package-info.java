/** Changing an account: direct settings, change sets, events, the journal. */
@NullMarked
package footing.aws.apply;

import org.jspecify.annotations.NullMarked;

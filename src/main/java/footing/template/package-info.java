/** A plan's stack resources as CloudFormation text, and that text read back. */
@NullMarked
package footing.template;

import org.jspecify.annotations.NullMarked;

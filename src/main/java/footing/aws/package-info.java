/** The seam to AWS: SDK clients, real or of the practice account, behind one interface. */
@NullMarked
package footing.aws;

import org.jspecify.annotations.NullMarked;

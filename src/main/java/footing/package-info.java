@NullMarked
package footing;

import org.jspecify.annotations.NullMarked;

/** The words that people read, from resource bundles. */
@NullMarked
package footing.text;

import org.jspecify.annotations.NullMarked;

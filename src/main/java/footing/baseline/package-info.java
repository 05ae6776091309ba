/** The baseline: its items, how each is judged, and the findings that come of it. */
@NullMarked
package footing.baseline;

import org.jspecify.annotations.NullMarked;

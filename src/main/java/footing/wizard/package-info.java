/** The window: shell, navigation, one folder a step. */
@NullMarked
package footing.wizard;

import org.jspecify.annotations.NullMarked;

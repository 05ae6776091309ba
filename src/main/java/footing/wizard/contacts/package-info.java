/** The third step: whom AWS is to reach. */
@NullMarked
package footing.wizard.contacts;

import org.jspecify.annotations.NullMarked;

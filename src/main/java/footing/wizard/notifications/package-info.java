/** The fourth step: who hears of security matters, and where the logs are kept. */
@NullMarked
package footing.wizard.notifications;

import org.jspecify.annotations.NullMarked;

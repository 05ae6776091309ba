/** What window and terminal do alike with an account, whoever draws it. */
@NullMarked
package footing.work;

import org.jspecify.annotations.NullMarked;

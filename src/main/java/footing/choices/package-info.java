/** What people decided: contacts, lists, names, switches, attestations; what AWS allows of them; their file. */
@NullMarked
package footing.choices;

import org.jspecify.annotations.NullMarked;

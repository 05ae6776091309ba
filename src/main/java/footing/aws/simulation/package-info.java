/** Asks AWS what whoever is signed in may do, before anything is touched. */
@NullMarked
package footing.aws.simulation;

import org.jspecify.annotations.NullMarked;

/** The files that Footing leaves: the one way to write them, for every room. Standard output is no file. */
@NullMarked
package footing.file;

import org.jspecify.annotations.NullMarked;

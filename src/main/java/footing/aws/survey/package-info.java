/** Reading an account: one reader a service, each call once, all at the same time. */
@NullMarked
package footing.aws.survey;

import org.jspecify.annotations.NullMarked;

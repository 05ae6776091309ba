/** Ways to sign in: the profiles of the AWS tools. */
@NullMarked
package footing.aws.signin;

import org.jspecify.annotations.NullMarked;

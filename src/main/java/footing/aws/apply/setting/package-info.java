/** How each direct setting is read and written: one class a setting. */
@NullMarked
package footing.aws.apply.setting;

import org.jspecify.annotations.NullMarked;

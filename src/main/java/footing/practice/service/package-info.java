/** The services of the practice account, one class each: the SDK's client interfaces over its state. */
@NullMarked
package footing.practice.service;

import org.jspecify.annotations.NullMarked;

package footing.practice.call;

import java.util.function.Supplier;

/** Something that happens around a call: before it, after it, or in its place. */
@FunctionalInterface
public interface Around {

    /**
     * @param next makes the call; what it throws is what the SDK would throw
     * @return the answer
     */
    Object call(Call call, Supplier<Object> next);
}

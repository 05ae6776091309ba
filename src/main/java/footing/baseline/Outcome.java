package footing.baseline;

/**
 * A way in which an item can turn out. Every item lists its own in an enum, and every outcome has its text: {@code
 * item.<id>.outcome.<key>}.
 */
public interface Outcome {

    Status status();

    /** Where it is pending: whether a person has to do something, or time alone will do. */
    default boolean waitsForPerson() {
        return false;
    }

    /** Where it is not met: whether Footing, though it can help with the item, cannot mend this alone. */
    default boolean isByHand() {
        return false;
    }

    /** The enum's own name. */
    String name();

    /** The last part of the text's key: {@code no-credentials}. */
    default String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}

package footing.practice.fault;

/**
 * Which of the calls of a kind it is, counted from 1 since the account was opened.
 *
 * @param last that one included
 */
public record Occurrence(int first, int last) {

    public static final Occurrence EVERY = from(1);

    public static Occurrence only(int number) {
        return new Occurrence(number, number);
    }

    public static Occurrence from(int first) {
        return new Occurrence(first, Integer.MAX_VALUE);
    }

    boolean includes(int number) {
        return first <= number && number <= last;
    }
}

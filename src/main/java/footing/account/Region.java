package footing.account;

import java.util.regex.Pattern;

/**
 * An AWS Region.
 *
 * @param id as AWS writes it: {@code eu-central-1}
 */
public record Region(String id) implements Comparable<Region> {

    /** What a Region's id looks like: two letters, one or two words, a number. */
    public static final Pattern SHAPE = Pattern.compile("[a-z]{2,4}(-[a-z]+){1,2}-[0-9]{1,2}");

    public static final Region US_EAST_1 = new Region("us-east-1");

    public Region {
        if (!SHAPE.matcher(id).matches()) {
            throw new IllegalArgumentException("not the id of a Region: " + id);
        }
    }

    public Partition partition() {
        return Partition.of(this);
    }

    @Override
    public int compareTo(Region other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}

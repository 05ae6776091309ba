package footing.account;

import java.util.List;
import java.util.Set;
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

    /** The Regions that are on in every account; each that AWS opened since is off until somebody turns it on. */
    private static final Set<String> ALWAYS_ON = Set.of("us-east-1", "us-east-2", "us-west-1", "us-west-2",
            "ca-central-1", "sa-east-1", "eu-central-1", "eu-west-1", "eu-west-2", "eu-west-3", "eu-north-1",
            "ap-south-1", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-southeast-1", "ap-southeast-2",
            "cn-north-1", "cn-northwest-1", "us-gov-west-1", "us-gov-east-1", "eusc-de-east-1", "us-iso-east-1",
            "us-isob-east-1", "eu-isoe-west-1", "us-isof-south-1");

    public Region {
        if (!SHAPE.matcher(id).matches()) {
            throw new IllegalArgumentException("not the id of a Region: " + id);
        }
    }

    /** @throws IllegalArgumentException where it is of a partition that is not known here */
    public Partition partition() {
        return Partition.of(this);
    }

    /** The Regions of a partition that are on in every account, in order. */
    public static List<Region> alwaysOn(Partition partition) {
        return ALWAYS_ON.stream()
                .map(Region::new)
                .filter((region) -> region.partition() == partition)
                .sorted()
                .toList();
    }

    public boolean isAlwaysOn() {
        return ALWAYS_ON.contains(id);
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

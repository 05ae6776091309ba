package footing.aws;

import footing.account.Region;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The Regions that the SDK knows, so that a slip of the keyboard is told before anything is asked. */
public final class KnownRegions {

    private KnownRegions() {
    }

    /** Of all partitions; pseudo Regions such as {@code aws-global} are left out. */
    public static SortedSet<String> ids() {
        return software.amazon.awssdk.regions.Region.regions()
                .stream()
                .map(software.amazon.awssdk.regions.Region::id)
                .filter((id) -> Region.SHAPE.matcher(id).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

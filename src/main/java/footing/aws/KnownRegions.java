package footing.aws;

import footing.account.Partition;
import footing.account.Region;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.regions.PartitionMetadata;

/** The Regions that the SDK knows, so that a slip of the keyboard is told before anything is asked. */
public final class KnownRegions {

    private KnownRegions() {
    }

    /** Of one partition, in their order. */
    public static List<Region> of(Partition partition) {
        return software.amazon.awssdk.regions.Region.regions()
                .stream()
                .filter((region) -> PartitionMetadata.of(region).id().equals(partition.id()))
                .map(software.amazon.awssdk.regions.Region::id)
                .filter((id) -> Region.SHAPE.matcher(id).matches())
                .map(Region::new)
                .sorted()
                .toList();
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

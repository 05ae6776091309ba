package footing.practice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import footing.account.Partition;
import footing.account.Region;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;

/** The new account as it would be in another partition of AWS. */
public final class Partitions {

    private Partitions() {
    }

    /** @param others the partition's further Regions */
    public static PracticeState fresh(Partition partition, List<Region> others, InstantSource clock) {
        String text = AccountJson.write(Practice.scenario("fresh", clock), "id")
                .replace("arn:aws:", "arn:" + partition.id() + ":")
                .replace("\"us-east-1\"", "\"" + partition.globalRegion() + "\"");
        ObjectNode kept = (ObjectNode) StateDiff.parsed(text);
        ArrayNode regions = ((ObjectNode) kept.path("account")).putArray("regions");
        regions.addObject()
                .put("RegionName", partition.globalRegion().id())
                .put("RegionOptStatus", "ENABLED_BY_DEFAULT");
        others.forEach((region) -> regions.addObject()
                .put("RegionName", region.id())
                .put("RegionOptStatus", "ENABLED_BY_DEFAULT"));
        try {
            return PracticeState.of(AccountJson.read(kept.toString()).account());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

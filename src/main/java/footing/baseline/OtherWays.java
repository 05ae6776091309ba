package footing.baseline;

import footing.account.Region;
import footing.account.Regional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * In what ways an item is not met in Regions other than those that a verdict speaks of: as values beside the verdict's
 * own, each way under a number of its own.
 */
public final class OtherWays {

    /** More than these make no sentence; of the rest the Regions are named. */
    private static final int MOST_TOLD = 2;

    /**
     * One way.
     *
     * @param key the key of its text
     * @param values what that text names, {@code regions} among them
     */
    public record Way(String key, Map<String, String> values) {
    }

    private OtherWays() {
    }

    /** What stands alike in several Regions is told once; {@code untoldRegions} are those of the ways not told. */
    static Map<String, String> values(SortedMap<Region, Verdict> verdicts, List<Region> others) {
        Map<Way, List<Region>> ways = new LinkedHashMap<>();
        for (Region region : others) {
            Verdict verdict = verdicts.getOrDefault(region, verdicts.firstEntry().getValue());
            ways.computeIfAbsent(new Way(verdict.key(), verdict.values()), (way) -> new ArrayList<>()).add(region);
        }
        Map<String, String> values = new LinkedHashMap<>();
        List<Region> untold = new ArrayList<>();
        int number = 0;
        for (Map.Entry<Way, List<Region>> entry : ways.entrySet()) {
            number++;
            if (number > MOST_TOLD) {
                untold.addAll(entry.getValue());
                continue;
            }
            String prefix = prefix(number);
            entry.getKey().values().forEach((name, value) -> values.put(prefix + name, value));
            values.put(prefix + "regions", Regional.list(entry.getValue()));
            values.put(prefix + "key", entry.getKey().key());
        }
        values.put("untoldRegions", Regional.list(untold));
        return values;
    }

    /** The ways that stand among a verdict's values, in their order. */
    public static List<Way> in(Map<String, String> values) {
        List<Way> ways = new ArrayList<>();
        for (int number = 1; values.containsKey(prefix(number) + "key"); number++) {
            String prefix = prefix(number);
            Map<String, String> own = new LinkedHashMap<>();
            values.forEach((name, value) -> {
                if (name.startsWith(prefix)) {
                    own.put(name.substring(prefix.length()), value);
                }
            });
            ways.add(new Way(values.getOrDefault(prefix + "key", ""), own));
        }
        return ways;
    }

    private static String prefix(int number) {
        return "other." + number + ".";
    }
}

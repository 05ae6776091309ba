package footing.checklist;

import footing.baseline.Finding;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.checklist.Checklist.Count;
import footing.text.StatusLook;
import footing.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many items stand where, in words: no score, no percentage. */
public final class Counts {

    private Counts() {
    }

    /** One for each status that occurs, in their order; what is beyond the baseline is not counted. */
    public static List<Count> of(List<Finding> findings) {
        Texts texts = Texts.of("checklist");
        Map<Status, Long> counts = findings.stream()
                .filter((finding) -> finding.item().section() != Section.BEYOND)
                .collect(Collectors.groupingBy(Finding::status, Collectors.counting()));
        return Arrays.stream(Status.values())
                .filter(counts::containsKey)
                .map((status) -> new Count(status, words(status, counts.getOrDefault(status, 0L), texts)))
                .toList();
    }

    /** One item may need another word than several. */
    private static String words(Status status, long count, Texts texts) {
        String key = "count." + StatusLook.of(status).wordKey();
        String ofOne = key + ".one";
        return texts.get(count == 1 && texts.has(ofOne) ? ofOne : key, Map.of("count", Long.toString(count)));
    }
}

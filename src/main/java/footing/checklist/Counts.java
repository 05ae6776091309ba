package footing.checklist;

import footing.baseline.Finding;
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

    /** One for each status that occurs, in their order. */
    public static List<Count> of(List<Finding> findings) {
        Texts texts = Texts.of("checklist");
        Map<Status, Long> counts = findings.stream()
                .collect(Collectors.groupingBy(Finding::status, Collectors.counting()));
        return Arrays.stream(Status.values())
                .filter(counts::containsKey)
                .map((status) -> new Count(status, texts.get("count." + StatusLook.of(status).wordKey(),
                        Map.of("count", Long.toString(counts.getOrDefault(status, 0L))))))
                .toList();
    }
}

package footing.checklist;

import footing.baseline.Control;
import footing.checklist.Checklist.ControlGroup;
import footing.checklist.Checklist.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Controls as people read them: by framework, by its version, and runs of numbers as a span. */
final class ControlIds {

    private static final Pattern NUMBERED = Pattern.compile("(.*\\.)(\\d{1,4})");
    /** From so many on, a run of numbers is written as a span. */
    private static final int RUN = 4;

    private ControlIds() {
    }

    static List<ControlGroup> grouped(List<Control> controls) {
        SequencedMap<String, SequencedMap<String, List<String>>> groups = new LinkedHashMap<>();
        for (Control control : controls) {
            groups.computeIfAbsent(control.framework(), (framework) -> new LinkedHashMap<>())
                    .computeIfAbsent(control.version(), (version) -> new ArrayList<>())
                    .add(control.id());
        }
        return groups.entrySet()
                .stream()
                .map((group) -> new ControlGroup(group.getKey(), versions(group.getValue())))
                .toList();
    }

    private static List<Version> versions(Map<String, List<String>> versions) {
        return versions.entrySet()
                .stream()
                .map((version) -> new Version(version.getKey(), spans(version.getValue())))
                .toList();
    }

    /** {@code 4.1, 4.2, 4.3, 4.4} is {@code 4.1–4.4}. */
    static String spans(List<String> ids) {
        List<String> spans = new ArrayList<>();
        for (int first = 0; first < ids.size();) {
            int last = first;
            while (last + 1 < ids.size() && follows(ids.get(last), ids.get(last + 1))) {
                last++;
            }
            if (last - first + 1 >= RUN) {
                spans.add(ids.get(first) + "–" + ids.get(last));
            } else {
                spans.addAll(ids.subList(first, last + 1));
            }
            first = last + 1;
        }
        return String.join(", ", spans);
    }

    private static boolean follows(String one, String next) {
        Matcher a = NUMBERED.matcher(one);
        Matcher b = NUMBERED.matcher(next);
        return a.matches() && b.matches() && a.group(1).equals(b.group(1))
                && Integer.parseInt(b.group(2)) == Integer.parseInt(a.group(2)) + 1;
    }
}

package footing.text;

import footing.baseline.Finding;
import footing.baseline.Item;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.plan.Guide;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of a finding, the same in the window, on paper and in the terminal. What AWS said in them is bounded. */
public final class FindingText {

    private static final int LONGEST_VALUE = 600;

    private final Texts items = Texts.of("items");
    private final Texts words = Texts.of("words");

    public String title(Item item) {
        return items.get("item." + item.id() + ".title");
    }

    /** What is checked. */
    public String what(Item item) {
        return items.get("item." + item.id() + ".what");
    }

    /** Why it matters. */
    public String why(Item item) {
        return items.get("item." + item.id() + ".why");
    }

    /** What was seen, or why it could not be seen. */
    public String summary(Finding finding) {
        Verdict verdict = finding.verdict();
        Map<String, String> values = new LinkedHashMap<>();
        verdict.values().forEach((name, value) -> values.put(name, Visible.line(value, LONGEST_VALUE)));
        return (items.has(verdict.key()) ? items : words).get(verdict.key(), values).strip();
    }

    public String status(Status status) {
        return words.get(StatusLook.of(status).wordKey());
    }

    public String guideTitle(Guide guide) {
        return items.get(guide.key() + ".title");
    }

    /** What to do, step by step. */
    public List<String> guideSteps(Guide guide) {
        return items.list(guide.key() + ".step");
    }

    public String section(Section section) {
        return words.get("section." + section.name().toLowerCase(Locale.ROOT));
    }
}

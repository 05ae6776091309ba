package footing.text;

import footing.baseline.Finding;
import footing.plan.Change;
import footing.plan.ChangeGroup;
import footing.plan.Proposal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of what is proposed for an item, the same in the window, in the terminal and in the choices file. */
public final class ProposalText {

    private static final int LONGEST_CHANGE = 200;
    /** More than so many changes are counted rather than told. */
    private static final int MOST_TOLD = 3;

    private final Texts words = Texts.of("words");
    private final Texts plan = Texts.of("plan");
    private final ItemTexts items = new ItemTexts();
    private final FindingText findings = new FindingText();

    /** What Footing would do, or why it does nothing. */
    public String sentence(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Keep(var reason) -> items.word("reason", reason);
            case Proposal.ByHand(var steps) -> words.get("proposal.by-hand", Map.of("steps", steps(steps)));
            case Proposal.Act(var manner, var changes, var byHand) -> {
                String act = words.get("proposal." + manner.name().toLowerCase(Locale.ROOT),
                        Map.of("changes", changes(changes)));
                yield byHand.isEmpty()
                        ? act
                        : act + " " + words.get("proposal.rest-by-hand", Map.of("steps", steps(byHand)));
            }
        };
    }

    /** The same after what it is proposed for: what was seen. */
    public String reasoned(Proposal proposal, Finding finding) {
        return findings.summary(finding) + " " + sentence(proposal);
    }

    private String changes(List<ChangeGroup> changes) {
        String told = changes.stream().limit(MOST_TOLD).map(this::change).collect(Collectors.joining("; "));
        return changes.size() <= MOST_TOLD
                ? told
                : words.get("proposal.more", Map.of("changes", told, "count",
                        Integer.toString(changes.size() - MOST_TOLD)));
    }

    /** What a change says, as it goes on within a sentence. */
    private String change(ChangeGroup group) {
        String title = Visible.line(plan.get(group.words().key(), brief(group.words().values())), LONGEST_CHANGE);
        int first = title.offsetByCodePoints(0, 1);
        return title.substring(0, first).toLowerCase(Locale.getDefault(Locale.Category.DISPLAY))
                + title.substring(first);
    }

    /** Of many Regions a few are told by name. */
    private Map<String, String> brief(Map<String, String> values) {
        String regions = values.getOrDefault("regions", "");
        if (regions.isEmpty()) {
            return values;
        }
        Map<String, String> brief = new HashMap<>(values);
        brief.computeIfPresent("name", (key, name) -> name.replace(regions, items.regions(regions)));
        return brief;
    }

    private String steps(List<Change.ManualStep> steps) {
        return steps.stream().map((step) -> items.guide(step.guide().key())).collect(Collectors.joining("; "));
    }
}

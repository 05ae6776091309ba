package footing.cli;

import footing.baseline.Finding;
import footing.baseline.Section;
import footing.checklist.Counts;
import footing.choices.ItemId;
import footing.plan.Remedy;
import footing.text.FindingText;
import footing.text.ItemTexts;
import footing.text.StatusLook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Findings as a table that fits the terminal: status by shape and word, item, what was seen, who acts. */
final class FindingTable {

    private static final int STATUS = 16;
    private static final int TITLE = 22;
    private static final int ACTOR = 20;
    /** From so many columns on, who acts has a column of its own. */
    private static final int ROOMY = 110;
    private static final int GAP = 2;
    /** Below so many columns there is no room for columns. */
    private static final int NARROW = 64;

    private final Terminal terminal;
    private final FindingText words = new FindingText();
    private final ItemTexts texts = new ItemTexts();
    private Map<ItemId, Remedy.Reason> decided = Map.of();

    FindingTable(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(List<Finding> findings) {
        print(findings, Map.of());
    }

    /**
     * What is beyond the baseline stands below the counts, since it is none of them.
     *
     * @param decided why nothing is done for an item, where people decided so: said in place of who acts
     */
    void print(List<Finding> findings, Map<ItemId, Remedy.Reason> decided) {
        this.decided = decided;
        Arrays.stream(Section.values())
                .filter((section) -> section != Section.BEYOND)
                .forEach((section) -> print(section, findings));
        terminal.say("");
        terminal.say(Counts.of(findings).stream().map((count) -> count.words()).collect(Collectors.joining(" · ")));
        print(Section.BEYOND, findings);
    }

    private void print(Section section, List<Finding> findings) {
        List<Finding> here = findings.stream().filter((finding) -> finding.item().section() == section).toList();
        if (!here.isEmpty()) {
            terminal.heading(words.section(section));
            here.forEach((finding) -> terminal.print(row(finding)));
        }
    }

    private List<String> row(Finding finding) {
        return terminal.width() < NARROW ? stacked(finding) : columns(finding);
    }

    /** For a narrow terminal: what was seen stands below its item. */
    private List<String> stacked(Finding finding) {
        StatusLook look = StatusLook.of(finding.status());
        List<String> lines = new ArrayList<>();
        Cells.wrap(words.title(finding.item()), terminal.width()).forEach(lines::add);
        Cells.wrap(terminal.symbol(look) + " " + words.status(finding.status()), terminal.width() - GAP)
                .forEach((line) -> lines.add("  " + terminal.paint(look, line)));
        List<String> seen = new ArrayList<>(Cells.wrap(words.summary(finding), terminal.width() - GAP));
        actor(finding, false, terminal.width() - GAP, seen);
        seen.forEach((line) -> lines.add("  " + line));
        return lines;
    }

    private List<String> columns(Finding finding) {
        StatusLook look = StatusLook.of(finding.status());
        boolean roomy = terminal.width() >= ROOMY;
        int rest = terminal.width() - STATUS - TITLE - 2 * GAP - (roomy ? ACTOR + GAP : 0);
        List<String> status = Cells.wrap(words.status(finding.status()), STATUS - 2);
        List<String> title = Cells.wrap(words.title(finding.item()), TITLE);
        List<String> seen = new ArrayList<>(Cells.wrap(words.summary(finding), rest));
        List<String> actor = actor(finding, roomy, rest, seen);
        List<String> lines = new ArrayList<>();
        int height = Math.max(Math.max(status.size(), title.size()), Math.max(seen.size(), actor.size()));
        for (int n = 0; n < height; n++) {
            String mark = n == 0 ? terminal.symbol(look) + " " : "  ";
            String line = terminal.paint(look, Cells.pad(mark + at(status, n), STATUS)) + " ".repeat(GAP)
                    + Cells.pad(at(title, n), TITLE) + " ".repeat(GAP)
                    + (roomy ? Cells.pad(at(seen, n), rest) + " ".repeat(GAP) + at(actor, n) : at(seen, n));
            lines.add(line.stripTrailing());
        }
        return lines;
    }

    private List<String> actor(Finding finding, boolean roomy, int rest, List<String> seen) {
        String who = Optional.ofNullable(decided.get(finding.item().id()))
                .filter((reason) -> finding.actor() == Finding.Actor.FOOTING)
                .map((reason) -> texts.word("reason", reason))
                .orElseGet(() -> words.actor(finding.actor()));
        if (roomy) {
            return Cells.wrap(who, ACTOR);
        }
        if (finding.actor() != Finding.Actor.NOBODY) {
            seen.addAll(Cells.wrap("→ " + who, rest));
        }
        return List.of();
    }

    private static String at(List<String> lines, int n) {
        return n < lines.size() ? lines.get(n) : "";
    }
}

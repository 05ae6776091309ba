package footing.cli;

import footing.baseline.Finding;
import footing.plan.Plan;
import footing.plan.Proposal;
import footing.text.FindingText;
import footing.text.ProposalText;
import footing.text.Texts;
import footing.text.Visible;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What would come of the choices in a file that is being written, item by item, as comments at its end. */
final class ProposalNotes {

    private static final Texts TEXTS = Texts.of("cli");
    private static final FindingText FINDINGS = new FindingText();
    private static final ProposalText PROPOSALS = new ProposalText();
    private static final int LONGEST = 1000;
    private static final int WIDTH = 120;

    private ProposalNotes() {
    }

    static String of(Plan plan, List<Finding> findings) {
        String items = findings.stream()
                .flatMap((finding) -> Proposal.of(plan, finding.item().id())
                        .map((proposal) -> note(FINDINGS.title(finding.item()) + ": "
                                + PROPOSALS.reasoned(proposal, finding)))
                        .stream())
                .collect(Collectors.joining());
        return "\n" + note(TEXTS.get("choices.proposals")) + items;
    }

    /** On lines of a comment that are not too long; a word that is longer stands on one of its own. */
    private static String note(String text) {
        StringBuilder note = new StringBuilder();
        StringBuilder line = new StringBuilder("#");
        Stream.of(Visible.line(text, LONGEST).split(" ")).forEach((word) -> {
            if (line.length() > 3 && line.length() + 1 + word.length() > WIDTH) {
                note.append(line).append('\n');
                line.setLength(0);
                line.append("#  ");
            }
            line.append(' ').append(word);
        });
        return note.append(line).append('\n').toString();
    }
}

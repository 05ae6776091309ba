package footing.text;

import footing.baseline.Finding;
import footing.baseline.Item;
import footing.baseline.Section;
import footing.baseline.Status;
import java.util.Map;

/** The words of a finding, the same in the window, on paper and in the terminal. */
public final class FindingText {

    private final ItemTexts texts = new ItemTexts();

    public String title(Item item) {
        return texts.title(item.id().id());
    }

    /** What is checked. */
    public String what(Item item) {
        return texts.what(item.id().id());
    }

    /** Why it matters. */
    public String why(Item item) {
        return texts.why(item.id().id());
    }

    /** What was seen, or why it could not be seen; where only a person knows, whose word there is, or that it is asked for. */
    public String summary(Finding finding) {
        String seen = texts.verdict(finding.verdict().key(), finding.verdict().values());
        return switch (finding.status()) {
            case MET, NOT_MET, PENDING, UNKNOWN, NOT_APPLICABLE -> seen;
            case ATTESTED -> seen + " " + word("given", finding);
            case NEEDS_ATTESTATION -> seen + " " + word(finding.attestation().isPresent() ? "over" : "asked", finding);
        };
    }

    private String word(String key, Finding finding) {
        return texts.attestation(key,
                finding.attestation()
                        .map((word) -> Map.of("by", word.by(), "on", word.on().toString(), "until",
                                word.validUntil().toString()))
                        .orElse(Map.of()));
    }

    public String status(Status status) {
        return texts.word("status", status);
    }

    public String actor(Finding.Actor actor) {
        return texts.word("actor", actor);
    }

    public String section(Section section) {
        return texts.word("section", section);
    }
}

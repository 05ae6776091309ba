package footing.checklist;

import footing.baseline.Finding;
import footing.baseline.GeneralPractice;
import footing.baseline.Status;
import footing.checklist.Checklist.General;
import footing.checklist.Checklist.Point;
import footing.checklist.Checklist.Speaking;
import footing.text.ItemTexts;
import footing.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the findings say of the general practices. */
record Practices(List<Finding> findings, ItemTexts words) {

    private static final Texts TEXTS = Texts.of("checklist");

    /** How a finding speaks. */
    private enum Voice {
        FOR,
        AGAINST,
        OPEN,
        NONE
    }

    List<General> all() {
        return Arrays.stream(GeneralPractice.values())
                .map((practice) -> new General(text(practice, "title"), text(practice, "what"), rows(practice)))
                .toList();
    }

    private static String text(GeneralPractice practice, String part) {
        return TEXTS.get("practice." + practice.id() + "." + part);
    }

    private List<Speaking> rows(GeneralPractice practice) {
        return Stream.of(row(practice, Voice.FOR, "practice.for"), row(practice, Voice.AGAINST, "practice.against"),
                row(practice, Voice.OPEN, "practice.open")).filter((row) -> !row.points().isEmpty()).toList();
    }

    private Speaking row(GeneralPractice practice, Voice voice, String key) {
        return new Speaking(TEXTS.get(key),
                findings.stream()
                        .filter((finding) -> practice.items().contains(finding.item().id()))
                        .filter((finding) -> voice(finding.status()) == voice)
                        .map((finding) -> new Point(finding.item().id().id(), words.title(finding.item().id().id()),
                                finding.status(), words.word("status", finding.status())))
                        .toList());
    }

    private static Voice voice(Status status) {
        return switch (status) {
            case MET, ATTESTED -> Voice.FOR;
            case NOT_MET -> Voice.AGAINST;
            case PENDING, UNKNOWN, NEEDS_ATTESTATION -> Voice.OPEN;
            case NOT_APPLICABLE -> Voice.NONE;
        };
    }
}

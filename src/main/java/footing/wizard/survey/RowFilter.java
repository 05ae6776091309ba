package footing.wizard.survey;

import footing.baseline.Finding;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.text.FindingText;
import java.util.Locale;
import java.util.Optional;

/**
 * Which rows are shown. An item that is still being read passes every status.
 *
 * @param words what the row's words have to hold; empty for all
 */
record RowFilter(Optional<Status> status, Optional<Section> section, String words) {

    private static final FindingText TEXT = new FindingText();
    static final RowFilter ALL = new RowFilter(Optional.empty(), Optional.empty(), "");

    RowFilter withStatus(Optional<Status> status) {
        return new RowFilter(status, section, words);
    }

    RowFilter withSection(Optional<Section> section) {
        return new RowFilter(status, section, words);
    }

    RowFilter withWords(String words) {
        return new RowFilter(status, section, words);
    }

    boolean passes(ItemRow row) {
        return section.map(row.item().section()::equals).orElse(true)
                && status.flatMap((wanted) -> row.finding().map(Finding::status).map(wanted::equals)).orElse(true)
                && holds(row);
    }

    private boolean holds(ItemRow row) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty() || words(row).toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static String words(ItemRow row) {
        return String.join(" ", row.item().id().id(), TEXT.title(row.item()),
                row.finding().map((finding) -> TEXT.status(finding.status()) + " " + TEXT.summary(finding)).orElse(""));
    }
}

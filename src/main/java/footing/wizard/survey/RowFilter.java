package footing.wizard.survey;

import footing.baseline.Control;
import footing.baseline.Finding;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.text.FindingText;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rows are shown. An item that is still being read passes every status.
 *
 * @param needsPerson whether only those are shown that a person has to act on
 * @param words what the row's words have to hold; empty for all
 */
record RowFilter(boolean needsPerson, Optional<Status> status, Optional<Section> section, String words) {

    private static final FindingText TEXT = new FindingText();
    static final RowFilter ALL = new RowFilter(false, Optional.empty(), Optional.empty(), "");

    RowFilter withNeedsPerson(boolean only) {
        return new RowFilter(only, status, section, words);
    }

    RowFilter withStatus(Optional<Status> status) {
        return new RowFilter(needsPerson, status, section, words);
    }

    RowFilter withSection(Optional<Section> section) {
        return new RowFilter(needsPerson, status, section, words);
    }

    RowFilter withWords(String words) {
        return new RowFilter(needsPerson, status, section, words);
    }

    boolean passes(ItemRow row) {
        return (!needsPerson || row.finding().isEmpty() || row.needsPerson())
                && section.map(row.item().section()::equals).orElse(true)
                && status.flatMap((wanted) -> row.finding().map(Finding::status).map(wanted::equals)).orElse(true)
                && holds(row);
    }

    private boolean holds(ItemRow row) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty() || words(row).toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** All that may be looked for: what the row says, and the calls, controls and permissions behind it. */
    private static String words(ItemRow row) {
        Stream<String> said = Stream.of(row.item().id().id(), TEXT.title(row.item()),
                TEXT.section(row.item().section()),
                row.finding().map((finding) -> TEXT.status(finding.status()) + " " + TEXT.summary(finding)).orElse(""));
        Stream<String> controls = row.item().controls().stream().map(Control::id);
        Stream<String> calls = row.finding()
                .stream()
                .flatMap((finding) -> finding.verdict().evidence().observations().stream())
                .map((call) -> call.service() + ":" + call.operation())
                .distinct();
        return Stream.of(said, controls, calls, row.missing().stream())
                .flatMap((words) -> words)
                .collect(Collectors.joining(" "));
    }
}

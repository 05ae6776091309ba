package footing.choices;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes complaints of a kind. */
final class Complaints {

    private static final int MOST_SHOWN = 80;

    private Complaints() {
    }

    static List<Complaint> none() {
        return List.of();
    }

    static List<Complaint> error(String field, String value, String rule) {
        return error(field, value, rule, Map.of());
    }

    static List<Complaint> error(String field, String value, String rule, Map<String, String> values) {
        return of(field, value, Complaint.Severity.ERROR, rule, values);
    }

    static List<Complaint> warning(String field, String value, String rule) {
        return of(field, value, Complaint.Severity.WARNING, rule, Map.of());
    }

    static List<Complaint> of(String field, String value, Complaint.Severity severity, String rule,
            Map<String, String> values) {
        return List.of(one(field, value, severity, rule, values));
    }

    private static Complaint one(String field, String value, Complaint.Severity severity, String rule,
            Map<String, String> values) {
        return new Complaint(field, value, severity, "complaint." + rule, values, Optional.empty());
    }

    static String shown(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "\uFFFD");
        return line.codePointCount(0, line.length()) <= MOST_SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST_SHOWN - 1)) + "…";
    }
}

package footing.practice.service;

import java.util.Set;

/**
 * Reads a filter pattern for events in JSON as CloudWatch Logs does: conditions on {@code $.names}, bound by
 * {@code &&}, {@code ||} and parentheses, in braces. Patterns of other kinds are plain terms and are taken as they are.
 * Source: "Filter pattern syntax for metric filters".
 */
final class FilterPattern {

    private static final Set<String> COMPARISONS = Set.of("=", "!=", "<", ">", "<=", ">=");

    private final String text;
    private int at;

    private FilterPattern(String text) {
        this.text = text;
    }

    /** Whether CloudWatch Logs would take it. */
    static boolean isValid(String pattern) {
        String trimmed = pattern.strip();
        if (!trimmed.startsWith("{")) {
            return !trimmed.endsWith("}") && trimmed.chars().filter((c) -> c == '"').count() % 2 == 0;
        }
        FilterPattern reading = new FilterPattern(trimmed);
        return reading.take("{") && reading.either() && reading.take("}") && reading.atEnd();
    }

    private boolean either() {
        boolean good = both();
        while (good && take("||")) {
            good = both();
        }
        return good;
    }

    private boolean both() {
        boolean good = condition();
        while (good && take("&&")) {
            good = condition();
        }
        return good;
    }

    private boolean condition() {
        if (take("(")) {
            return either() && take(")");
        }
        if (!selector()) {
            return false;
        }
        if (take("NOT")) {
            return take("EXISTS");
        }
        if (take("EXISTS")) {
            return true;
        }
        if (take("IS")) {
            return take("NULL") || take("TRUE") || take("FALSE");
        }
        return comparison() && value();
    }

    private boolean selector() {
        if (!take("$")) {
            return false;
        }
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || ".[]'*_-@:/".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at > start && (text.charAt(start) == '.' || text.charAt(start) == '[');
    }

    private boolean comparison() {
        skip();
        int length = at + 1 < text.length() && COMPARISONS.contains(text.substring(at, at + 2)) ? 2 : 1;
        if (at + length <= text.length() && COMPARISONS.contains(text.substring(at, at + length))) {
            at += length;
            return true;
        }
        return false;
    }

    private boolean value() {
        skip();
        int start = at;
        if (take("\"")) {
            int end = text.indexOf('"', at);
            at = end + 1;
            return end >= 0;
        }
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || ".*_-:/%+@?".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at > start;
    }

    private boolean take(String token) {
        skip();
        if (text.startsWith(token, at)) {
            at += token.length();
            return true;
        }
        return false;
    }

    private boolean atEnd() {
        skip();
        return at == text.length();
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}

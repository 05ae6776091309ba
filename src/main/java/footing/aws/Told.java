package footing.aws;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What AWS or the machine said, made fit to be shown, kept and logged: bounded, on one line, without secrets. */
public final class Told {

    /** The longest text that is kept, in UTF-16 units. */
    public static final int LONGEST = 500;

    private static final Pattern SECRET = Pattern.compile(
            "(?i)((?:x-amz-)?security-?token|x-amz-signature|x-amz-sso[_-]bearer[_-]token|authorization"
                    + "|secret_?access_?key|(?:\\b|session_?|access_?|refresh_?|id_?)token|client_?secret|device_?code"
                    + "|password|signature)"
                    + "(?:(['\"]?\\s*[:=]\\s*['\"]?)(?:(?:AWS4-HMAC-SHA256|Bearer|Basic)\\s+)?[^\\s'\"&,)}]+|(>)[^\\s<]+)");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer\\s+)[A-Za-z0-9._~+/=-]{8,}");
    /** Who signs in at an address, and with what. */
    private static final Pattern USER_INFO = Pattern.compile("(://)[^/\\s@]+@");
    /** The id of an access key tells which account it is of. */
    private static final Pattern KEY_ID = Pattern.compile("\\b((?:AKIA|ASIA)[A-Z0-9]{2})[A-Z0-9]{10,}\\b");
    /** Control characters, and the invisible ones that turn the direction of a line. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\u2028\\u2029]+");

    private Told() {
    }

    public static String of(String text) {
        // Cut first, so that a message of megabytes costs nothing; with room for what the masking takes away.
        String head = text.substring(0, Math.min(text.length(), 8 * LONGEST));
        String masked = masked(CONTROL.matcher(head).replaceAll(" ")).strip();
        return masked.length() <= LONGEST ? masked : masked.substring(0, end(masked)) + "…";
    }

    /** A text of many lines, as a stack trace, that keeps its lines: of so many at most, each made fit for itself. */
    public static String lines(String text, int most) {
        return text.lines()
                .limit(most)
                .map((line) -> (line.startsWith("\t") ? "\t" : "") + of(line))
                .collect(Collectors.joining("\n"));
    }

    private static String masked(String text) {
        String unsigned = SECRET.matcher(text).replaceAll("$1$2$3***");
        String unnamed = USER_INFO.matcher(BEARER.matcher(unsigned).replaceAll("$1***")).replaceAll("$1***@");
        return KEY_ID.matcher(unnamed).replaceAll("$1***");
    }

    private static int end(String text) {
        int end = LONGEST - 1;
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}

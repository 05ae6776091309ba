package footing.aws;

import java.util.regex.Pattern;

/** What AWS or the machine said, made fit to be shown, kept and logged: bounded, on one line, without secrets. */
public final class Told {

    /** The longest text that is kept, in UTF-16 units. */
    public static final int LONGEST = 500;

    private static final Pattern SECRET = Pattern.compile(
            "(?i)((?:x-amz-)?security-?token|x-amz-signature|authorization|secret_?access_?key|session_?token|signature)"
                    + "(\"?\\s*[:=]\\s*\"?)(?:AWS4-HMAC-SHA256\\s+)?[^\\s\"&,]+");
    /** Control characters, and the invisible ones that turn the direction of a line. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\u2028\\u2029]+");

    private Told() {
    }

    public static String of(String text) {
        // Cut first, so that a message of megabytes costs nothing; with room for what the masking takes away.
        String head = text.substring(0, Math.min(text.length(), 8 * LONGEST));
        String clean = CONTROL.matcher(head).replaceAll(" ");
        String masked = SECRET.matcher(clean).replaceAll("$1$2***").strip();
        return masked.length() <= LONGEST ? masked : masked.substring(0, end(masked)) + "…";
    }

    private static int end(String text) {
        int end = LONGEST - 1;
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}

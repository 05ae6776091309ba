package footing.cli;

import java.util.regex.Pattern;

/** Words as one would type them. */
final class Shown {

    private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}_./:=@%+,~-]+");

    private Shown() {
    }

    /** A word for a command line, in quotes where it needs them. */
    static String word(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}

package footing.text;

/**
 * Text from outside, made fit to be shown: nothing in it can move the cursor, turn the direction of the text around, or
 * hide.
 */
public final class Visible {

    private Visible() {
    }

    /**
     * On one line: white space is folded, and what cannot be seen is written as {@code [U+202E]}.
     */
    public static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach((point) -> {
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else if (isHidden(point)) {
                line.append(named(point));
            } else {
                line.appendCodePoint(point);
            }
        });
        return line.toString().stripTrailing();
    }

    /** On one line of at most so many characters; where more was cut off, an ellipsis ends it. */
    public static String line(String text, int most) {
        String line = line(text.length() > 4 * most ? text.substring(0, 4 * most) : text);
        if (line.codePointCount(0, line.length()) <= most && text.length() <= 4 * most) {
            return line;
        }
        int end = line.offsetByCodePoints(0, Math.min(most - 1, line.codePointCount(0, line.length())));
        return line.substring(0, end) + "…";
    }

    /** A character by its number: {@code [U+202E]}. */
    public static String named(int point) {
        return "[U+%04X]".formatted(point);
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
                true;
            default -> point == 0x034F || point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0;
        };
    }
}

package footing.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text in columns of a terminal: how wide it is, and where it wraps. */
final class Cells {

    /** First and last of the characters that take two columns (Unicode's East Asian Width W and F, in broad strokes). */
    private static final int[][] WIDE = {{0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3040, 0xA4CF}, {0xA960, 0xA97F},
        {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6},
        {0x1F000, 0x1FAFF}, {0x20000, 0x3FFFD}};

    private Cells() {
    }

    /** Columns that a text takes: ideographs and most pictures take two, marks on a letter none. */
    static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    private static int width(int point) {
        if (point < 0x300) {
            return 1;
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    private static boolean isWide(int point) {
        return Arrays.stream(WIDE).anyMatch((span) -> point >= span[0] && point <= span[1]);
    }

    /** Lines of at most so many columns, broken between words, and within a word that is too long for a line. */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.strip().split(" +", -1)) {
                if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > columns) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                if (!line.isEmpty()) {
                    line.append(' ');
                }
                append(word, columns, line, lines);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static void append(String word, int columns, StringBuilder line, List<String> lines) {
        word.codePoints().forEach((point) -> {
            if (width(line.toString()) + width(point) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.appendCodePoint(point);
        });
    }

    static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }
}

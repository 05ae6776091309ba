package footing.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What somebody meant who mistyped a word. */
final class Near {

    /** More slips of the keyboard than these make another word, and in a short one half of its letters do. */
    private static final int SLIPS = 3;
    private static final int LONGEST = 40;

    private Near() {
    }

    /** The word that is most like what was typed, where one is like it at all. */
    static Optional<String> to(String typed, Collection<String> words) {
        String word = typed.toLowerCase(Locale.ROOT);
        return words.stream()
                .min(Comparator.comparing((String known) -> distance(word, known)).thenComparing((known) -> known))
                .filter((known) -> distance(word, known) <= Math.min(SLIPS, word.length() / 2));
    }

    /** Letters to change, to add and to leave out (Levenshtein). */
    private static int distance(String a, String b) {
        String from = a.length() > LONGEST ? a.substring(0, LONGEST) : a;
        int[] row = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}

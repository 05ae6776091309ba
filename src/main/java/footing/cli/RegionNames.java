package footing.cli;

import footing.account.Region;
import footing.aws.KnownRegions;
import footing.text.Texts;
import footing.text.Visible;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Regions as people type them, told before anything is asked. */
final class RegionNames {

    private static final Texts TEXTS = Texts.of("cli");
    /** More slips of the keyboard than these make another word. */
    private static final int SLIPS = 3;

    private RegionNames() {
    }

    /**
     * @param field the option, or the key of the file, that names it
     * @throws CommandException where there is no such Region
     */
    static Region read(String field, String typed) {
        String id = typed.strip();
        if (KnownRegions.ids().contains(id)) {
            return new Region(id);
        }
        String meant = nearest(id).map((known) -> " " + TEXTS.get("options.meant", Map.of("word", known))).orElse("");
        throw CommandException.wrongUse(TEXTS.get("options.region",
                Map.of("option", field, "value", Visible.line(id, 60))) + meant);
    }

    /**
     * Sees to it that Regions can be of one account.
     *
     * @param field what names the others
     */
    static void inOnePartition(String field, Region home, List<Region> others) {
        others.stream().filter((one) -> one.partition() != home.partition()).findFirst().ifPresent((one) -> {
            throw CommandException.wrongUse(TEXTS.get("options.partitions",
                    Map.of("field", field, "home", home.id(), "other", one.id())));
        });
    }

    /** The Region whose id is most like what was typed, where one is. */
    private static Optional<String> nearest(String typed) {
        String word = typed.toLowerCase(Locale.ROOT);
        return KnownRegions.ids()
                .stream()
                .min(Comparator.comparing((String id) -> distance(word, id)).thenComparing((id) -> id))
                .filter((id) -> distance(word, id) <= SLIPS);
    }

    /** Letters to change, to add and to leave out (Levenshtein). */
    private static int distance(String a, String b) {
        String from = a.length() > 40 ? a.substring(0, 40) : a;
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

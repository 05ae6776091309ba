package footing.work;

import footing.choices.Attestation;
import footing.choices.Choices;
import footing.choices.ItemId;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * People's words that are kept for an account: what was done last about each item.
 *
 * @param latest by item
 * @param torn whether the last line was cut off, as by a crash, so that something is missing
 */
public record KeptWords(Map<ItemId, WordEntry> latest, boolean torn) {

    public static final KeptWords NONE = new KeptWords(Map.of(), false);

    public KeptWords {
        latest = Map.copyOf(latest);
    }

    /** Those that were given and not taken back, whether they still hold or not; in the order of the items. */
    public SortedMap<ItemId, Attestation> given() {
        return over(Map.of());
    }

    /**
     * These words and those of a choices file, the newer of each item: what stands in the file counts where it was
     * given on the same day as what is kept, or taken back, or later.
     */
    public SortedMap<ItemId, Attestation> over(Map<ItemId, Attestation> chosen) {
        SortedMap<ItemId, Attestation> words = new TreeMap<>(chosen);
        latest.forEach((item, entry) -> {
            switch (entry) {
                case WordEntry.Given(_, Attestation word) ->
                    words.merge(item, word, (file, kept) -> file.on().isBefore(kept.on()) ? kept : file);
                case WordEntry.Withdrawn(_, _, LocalDate on) ->
                    words.entrySet().removeIf((word) -> word.getKey() == item && word.getValue().on().isBefore(on));
            }
        });
        return words;
    }

    /** What was decided, with the words that count. */
    public Choices over(Choices choices) {
        return choices.withAttestations(over(choices.attestations()));
    }

    /** The same, and what is done now. */
    KeptWords and(WordEntry entry) {
        Map<ItemId, WordEntry> now = new EnumMap<>(ItemId.class);
        now.putAll(latest);
        now.put(entry.item(), entry);
        return new KeptWords(now, torn);
    }
}

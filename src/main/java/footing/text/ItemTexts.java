package footing.text;

import footing.baseline.OtherWays;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is said of the baseline's items, in one place for window, terminal and printout. Keys are the ids that files and
 * reports use: an item is {@code root-mfa}, a status {@code NOT_MET}.
 */
public final class ItemTexts {

    private static final int LONGEST_VALUE = 600;
    /** The values of a verdict that are Regions, by comma. */
    private static final Set<String> REGIONS = Set.of("regions", "otherRegions", "untoldRegions", "unseenRegions",
            "closedRegions", "offRegions", "notAskedRegions");
    /** So many Regions are told by name. */
    private static final int FEW = 4;

    private final Texts items = Texts.of("items");
    private final Texts words = Texts.of("words");

    public String title(String item) {
        return items.get("item." + item + ".title");
    }

    /** What the item is. */
    public String what(String item) {
        return items.get("item." + item + ".what");
    }

    /** Why it matters. */
    public String why(String item) {
        return items.get("item." + item + ".why");
    }

    /** What Footing would do, or who must. */
    public String fix(String item) {
        return items.get("item." + item + ".fix");
    }

    /**
     * What was seen, in a sentence.
     *
     * @param key the verdict's: of an outcome, or of something that could not be seen
     * @param values the verdict's; AWS said them, so each is made fit to be shown
     */
    public String verdict(String key, Map<String, String> values) {
        Map<String, String> shown = shown(values, values);
        boolean unseen = key.startsWith("unseen.");
        StringBuilder text = new StringBuilder((unseen ? words : items).get(key, shown).strip());
        if (unseen) {
            add(text, "regions", shown);
        } else {
            OtherWays.in(values)
                    .forEach((way) -> text.append(' ')
                            .append(items.get(way.key(), shown(way.values(), values)).strip()));
            add(text, "untoldRegions", shown);
            add(text, "unseenRegions", shown);
        }
        add(text, "closedRegions", shown);
        add(text, "offRegions", shown);
        add(text, "notAskedRegions", shown);
        return text.toString();
    }

    /** @param all the verdict's values, which tell of how many Regions some are a part */
    private Map<String, String> shown(Map<String, String> values, Map<String, String> all) {
        Map<String, String> shown = new LinkedHashMap<>();
        values.forEach((name, value) -> shown.put(name, Visible.line(
                REGIONS.contains(name) ? regions(value, all) : value, LONGEST_VALUE)));
        return shown;
    }

    /** Regions as a sentence tells them, where nobody counts those that are left out. */
    String regions(String list) {
        return regions(list, Map.of());
    }

    /** Regions as a sentence tells them: by name where they are few, or where few are left out. */
    private String regions(String list, Map<String, String> values) {
        List<String> named = List.of(list.split(", ", -1));
        if (named.size() <= FEW) {
            return list;
        }
        List<String> others = new ArrayList<>(
                List.of(values.getOrDefault("judgedRegions", "").split(", ", -1)));
        String enabled = values.getOrDefault("enabled", "");
        if (!values.getOrDefault("notAskedRegions", "").isEmpty()) {
            if (others.equals(named)) {
                return words.get("regions.looked" + (enabled.isEmpty() ? "" : "-of"),
                        Map.of("count", String.valueOf(named.size()), "enabled", enabled));
            }
        } else if (others.containsAll(named)) {
            others.removeAll(named);
            if (others.isEmpty()) {
                return words.get("regions.all", Map.of("count", String.valueOf(named.size())));
            }
            if (others.size() < FEW) {
                return words.get("regions.but", Map.of("others", String.join(", ", others)));
            }
        }
        return words.get("regions.some", Map.of("first", String.join(", ", named.subList(0, FEW - 1)), "count",
                String.valueOf(named.size() - FEW + 1)));
    }

    /** What is said of Regions beside what the text itself says. */
    private void add(StringBuilder text, String name, Map<String, String> values) {
        if (!values.getOrDefault(name, "").isEmpty()) {
            text.append(' ').append(words.get("verdict." + name, values));
        }
    }

    /**
     * What is said of a person's word: {@code asked}, {@code given}, {@code over}.
     *
     * @param values who gave it, when, until when
     */
    public String attestation(String key, Map<String, String> values) {
        Map<String, String> shown = new LinkedHashMap<>();
        values.forEach((name, value) -> shown.put(name, Visible.line(value, LONGEST_VALUE)));
        return words.get("word." + key, shown);
    }

    /** The title of a guide. */
    public String guide(String key) {
        return items.get(key + ".title");
    }

    /** The steps of a guide, in their order. */
    public List<String> steps(String key) {
        return items.list(key);
    }

    /** {@code status.not-met}, {@code actor.footing}, {@code section.identity}, {@code reason.left}. */
    public String word(String kind, Enum<?> word) {
        return words.get(kind + "." + word.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    /** What an activity is called: {@code root-use}. */
    public String activity(String activity) {
        return items.get("activity." + activity);
    }
}

package footing.text;

import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.SortedSet;
import java.util.Collections;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The words that people read. A text may name values in braces: <code>{permission}</code>. What is put in is data: it
 * is never looked at for braces of its own. A value that is a list of the program's own words, by comma, is named with
 * the key that those words stand under: <code>{missing:activity}</code> puts in the texts {@code activity.root-use},
 * {@code activity.vpc-changes} …
 */
public final class Texts {

    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)(?::([a-z-]+))?}");

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * @param bundle one of the bundles beside this class: {@code items}, {@code words}, {@code wizard} …
     */
    public static Texts of(String bundle) {
        return new Texts(ResourceBundle.getBundle("footing.text." + bundle, Locale.getDefault(Locale.Category.DISPLAY),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /**
     * @throws MissingResourceException where there is no such text: a mistake in the program
     */
    public String get(String key) {
        return get(key, Map.of());
    }

    /**
     * @param values what the text's names stand for
     * @throws MissingResourceException where there is no such text, or it names a value that is not given
     */
    public String get(String key, Map<String, String> values) {
        Matcher names = NAME.matcher(bundle.getString(key));
        StringBuilder text = new StringBuilder();
        while (names.find()) {
            String name = names.group(1);
            if (!values.containsKey(name)) {
                throw new MissingResourceException("The text " + key + " names {" + name + "}, which was not given",
                        Texts.class.getName(), key);
            }
            String value = values.getOrDefault(name, "");
            String under = names.group(2);
            names.appendReplacement(text, Matcher.quoteReplacement(under == null ? value : words(under, value)));
        }
        return names.appendTail(text).toString();
    }

    private String words(String under, String list) {
        return Arrays.stream(list.split(",", -1))
                .map((word) -> bundle.getString(under + "." + word))
                .collect(Collectors.joining(", "));
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The numbered texts under a key, {@code key.1} and so on, as the steps of a guide. */
    public List<String> list(String key) {
        return IntStream.iterate(1, (n) -> has(key + "." + n), (n) -> n + 1)
                .mapToObj((n) -> get(key + "." + n))
                .toList();
    }

    public SortedSet<String> keys() {
        SortedSet<String> keys = new TreeSet<>();
        for (Enumeration<String> names = bundle.getKeys(); names.hasMoreElements();) {
            keys.add(names.nextElement());
        }
        return Collections.unmodifiableSortedSet(keys);
    }

    /** The bundle itself, for FXML. */
    public ResourceBundle bundle() {
        return bundle;
    }
}

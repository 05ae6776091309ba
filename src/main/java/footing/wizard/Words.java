package footing.wizard;

import footing.text.Texts;
import java.util.Map;

/** The window's texts, and those that it shares with paper and terminal. */
public final class Words {

    /** The window's own. */
    public static final Texts WIZARD = Texts.of("wizard");

    private Words() {
    }

    public static String get(String key) {
        return WIZARD.get(key);
    }

    public static String get(String key, String name, String value) {
        return WIZARD.get(key, Map.of(name, value));
    }

    /** A text that names a number: {@code key.one} for one, {@code key.many} for the rest. */
    public static String count(String key, long count) {
        return WIZARD.get(key + (count == 1 ? ".one" : ".many"), Map.of("count", Long.toString(count)));
    }
}

package footing.choices;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What things with names of people's or of the program's own are called in a template, which takes no hyphens. */
public final class LogicalIds {

    private static final Pattern WORD_BREAK = Pattern.compile("[^A-Za-z0-9]+");

    private LogicalIds() {
    }

    /** The words of a name, each with a capital letter: {@code RootUse} for {@code root-use}. */
    public static String of(String name) {
        return Arrays.stream(WORD_BREAK.split(name))
                .filter((word) -> !word.isEmpty())
                .map((word) -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}

package footing.work;

import footing.account.Region;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * An alarm that was set off to see whether somebody hears it.
 *
 * @param alarm its name
 * @param code what stands in the mail, and whoever reads it types
 * @param sent when it was set off
 */
public record TestAlarm(String alarm, Region region, String code, Instant sent) {

    /** So long a code is taken: whoever types one later reads an old mail. */
    public static final Duration VALID = Duration.ofHours(24);

    /** Neither vowels, so that no word comes of it, nor what looks like something else. */
    private static final String LETTERS = "2345679BCDFGHJKMNPQRTVWXYZ";
    private static final int LENGTH = 6;

    /** A code that nobody can guess. */
    static String newCode() {
        return newCode(new SecureRandom());
    }

    static String newCode(RandomGenerator random) {
        String code = random.ints(LENGTH, 0, LETTERS.length())
                .mapToObj((at) -> LETTERS.substring(at, at + 1))
                .collect(Collectors.joining());
        return code.substring(0, 4) + "-" + code.substring(4);
    }

    /** Whether this is the code, however it was typed. */
    public boolean isCode(String typed) {
        return plain(typed).equals(plain(code));
    }

    private static String plain(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }

    public boolean holdsAt(Instant now) {
        return !now.isAfter(sent.plus(VALID));
    }
}

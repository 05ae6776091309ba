package footing.aws;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an error of this machine or of the SDK says, without what only the SDK's own people read: names of classes, how
 * often it tried, the recital of all the places where it looked.
 */
final class Said {

    /** A class by its full name, with the colon that follows it in a message. */
    private static final Pattern CLASS = Pattern
            .compile("\\b(?:[a-z]\\w*\\.){2,}[A-Z][\\w$]*(?:@[0-9a-f]+)?:?\\s*");
    private static final List<Pattern> NOISE = List.of(Pattern.compile("\\s*\\(SDK Attempt Count: \\d+\\)"),
            Pattern.compile("^Unable to execute HTTP request: "),
            Pattern.compile("(?s) in the chain .*"));

    /** An answer that is none of AWS's; what the SDK says of it is its own affair. */
    private static final Pattern UNREADABLE = Pattern
            .compile("(?s)^Unable to unmarshall response.*?(?:Response Code: (?<status>\\d+).*)?");

    private Said() {
    }

    /** Empty where there is nothing left to say. */
    static String by(Throwable error, List<Throwable> causes) {
        Optional<String> of = causes.stream().flatMap((cause) -> known(cause).stream()).findFirst();
        return of.orElseGet(() -> plain(Optional.ofNullable(error.getMessage()).orElse("")));
    }

    static boolean isUnreadable(Throwable error) {
        return UNREADABLE.matcher(String.valueOf(error.getMessage())).matches();
    }

    private static Optional<String> known(Throwable cause) {
        return switch (cause) {
            case UnknownHostException host -> Optional.of("there is no host " + host(host));
            case NoSuchFileException file -> Optional.of("there is no file " + file.getFile());
            case IOException io -> Optional.ofNullable(io.getMessage()).map(Said::plain).filter((it) -> !it.isEmpty());
            default -> Optional.empty();
        };
    }

    /** The host alone; some systems add why they do not know it. */
    private static String host(UnknownHostException unknown) {
        return Optional.ofNullable(unknown.getMessage()).orElse("?").split("[: ]", 2)[0];
    }

    private static String plain(String message) {
        Matcher unreadable = UNREADABLE.matcher(message);
        if (unreadable.matches()) {
            return "the answer cannot be read" + Optional.<String>ofNullable(unreadable.group("status"))
                    .map((status) -> " (HTTP status " + status + ")")
                    .orElse("");
        }
        String text = message;
        for (Pattern noise : NOISE) {
            text = noise.matcher(text).replaceAll("");
        }
        return CLASS.matcher(text).replaceAll("").strip();
    }
}

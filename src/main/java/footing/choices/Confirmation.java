package footing.choices;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What confirms a subscription, out of the mail that SNS sent. Source: {@code sns:ConfirmSubscription}.
 *
 * @param topic the topic's ARN, where a whole link was given
 */
public record Confirmation(String token, Optional<String> topic) {

    private static final int LONGEST = 4_000;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9-]{16,1024}");
    private static final Pattern HOST = Pattern.compile("sns\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?");

    /** What came of looking at what somebody pasted. */
    public sealed interface Read {

        record Found(Confirmation confirmation) implements Read {
        }

        /** @param why {@code not-a-link}, {@code other-host}, {@code unsubscribes}, {@code no-token} */
        record Wrong(String why) implements Read {
        }
    }

    /** @param pasted the link, or the token alone; nothing of it is trusted */
    public static Read read(String pasted) {
        String text = pasted.strip();
        if (TOKEN.matcher(text).matches()) {
            return new Read.Found(new Confirmation(text, Optional.empty()));
        }
        if (text.length() > LONGEST || !text.startsWith("https://")) {
            return new Read.Wrong("not-a-link");
        }
        URI link;
        try {
            link = new URI(text);
        } catch (URISyntaxException e) {
            return new Read.Wrong("not-a-link");
        }
        boolean plain = Optional.ofNullable(link.getHost()).filter((host) -> HOST.matcher(host).matches()).isPresent()
                && link.getUserInfo() == null && link.getPort() == -1;
        return plain ? read(query(link), text) : new Read.Wrong("other-host");
    }

    private static Read read(Map<String, String> query, String text) {
        if (text.contains("unsubscribe") || query.getOrDefault("Action", "").equals("Unsubscribe")) {
            return new Read.Wrong("unsubscribes");
        }
        String token = query.getOrDefault("Token", "");
        return TOKEN.matcher(token).matches()
                ? new Read.Found(new Confirmation(token, Optional.ofNullable(query.get("TopicArn"))))
                : new Read.Wrong("no-token");
    }

    private static Map<String, String> query(URI link) {
        return Arrays.stream(Optional.ofNullable(link.getRawQuery()).orElse("").split("&"))
                .map((pair) -> pair.split("=", 2))
                .filter((pair) -> pair.length == 2)
                .collect(Collectors.toMap((pair) -> pair[0], (pair) -> decoded(pair[1]), (one, other) -> one));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

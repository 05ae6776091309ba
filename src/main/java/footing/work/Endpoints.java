package footing.work;

import footing.text.Visible;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where the environment sends calls to AWS instead of to AWS: whoever works must see it. */
public final class Endpoints {

    private static final String ALL = "AWS_ENDPOINT_URL";
    private static final String SWITCHED_OFF = "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS";
    /** Who signs in at such an address is nobody's business. */
    private static final Pattern SIGN_IN = Pattern.compile("//[^/@]*@");
    private static final int LONGEST = 200;
    private static final int MOST = 10;

    private Endpoints() {
    }

    /** @return the addresses, as people read them; empty where calls go to AWS */
    public static Optional<String> redirections(Map<String, String> environment) {
        if (Boolean.parseBoolean(environment.getOrDefault(SWITCHED_OFF, ""))) {
            return Optional.empty();
        }
        return Optional.of(new TreeMap<>(environment).entrySet()
                .stream()
                .filter((variable) -> isRedirection(variable.getKey()) && !variable.getValue().isBlank())
                .limit(MOST)
                .map((variable) -> address(variable.getValue()) + service(variable.getKey()))
                .collect(Collectors.joining(", "))).filter((text) -> !text.isEmpty());
    }

    private static boolean isRedirection(String variable) {
        return variable.equals(ALL) || variable.startsWith(ALL + "_");
    }

    private static String address(String value) {
        return Visible.line(SIGN_IN.matcher(value.strip()).replaceAll("//"), LONGEST);
    }

    private static String service(String variable) {
        return variable.equals(ALL)
                ? ""
                : " (" + variable.substring(ALL.length() + 1).replace('_', ' ') + ")";
    }
}

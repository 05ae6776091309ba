package footing.aws.signin;

import footing.aws.Told;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the environment sends calls to AWS instead of to AWS, by {@code AWS_ENDPOINT_URL} and
 * {@code AWS_ENDPOINT_URL_<SERVICE>}: whoever works must see it.
 */
public final class Endpoints {

    private static final String ALL = "AWS_ENDPOINT_URL";
    private static final String SWITCHED_OFF = "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS";
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LAST_PORT = 65_535;
    /** Who signs in at such an address is nobody's business. */
    private static final Pattern SIGN_IN = Pattern.compile("//[^/]*@");
    private static final int MOST = 10;

    private Endpoints() {
    }

    /** @return the addresses, as people read them; empty where calls go to AWS */
    public static Optional<String> redirections(Map<String, String> environment) {
        return Optional.of(variables(environment).entrySet()
                .stream()
                .filter((variable) -> !variable.getValue().isBlank())
                .limit(MOST)
                .map((variable) -> shown(variable.getValue()) + service(variable.getKey()))
                .collect(Collectors.joining(", "))).filter((text) -> !text.isEmpty());
    }

    /**
     * Looks at them before the first call: the SDK says no more than that it failed.
     *
     * @throws ProfileException where one cannot be an address
     */
    static void check(Map<String, String> environment) {
        variables(environment).forEach((name, value) -> {
            if (!isAddress(value)) {
                throw new ProfileException(value.isBlank() ? "error.no-endpoint" : "error.not-an-endpoint",
                        Map.of("variable", name, "value", shown(value)));
            }
        });
    }

    static boolean isAddress(String value) {
        try {
            URI address = new URI(value);
            return SCHEMES.contains(String.valueOf(address.getScheme())) && address.getHost() != null
                    && address.getPort() != 0 && address.getPort() <= LAST_PORT && address.getUserInfo() == null
                    && address.getQuery() == null && address.getFragment() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** Those that the AWS tools look at. */
    private static SortedMap<String, String> variables(Map<String, String> environment) {
        SortedMap<String, String> variables = new TreeMap<>();
        if (!Boolean.parseBoolean(environment.getOrDefault(SWITCHED_OFF, ""))) {
            variables.putAll(environment);
            variables.keySet().removeIf((name) -> !name.equals(ALL) && !name.startsWith(ALL + "_"));
        }
        return variables;
    }

    private static String shown(String value) {
        return Told.of(SIGN_IN.matcher(value.strip()).replaceAll("//"));
    }

    private static String service(String variable) {
        return variable.equals(ALL)
                ? ""
                : " (" + variable.substring(ALL.length() + 1).replace('_', ' ') + ")";
    }
}

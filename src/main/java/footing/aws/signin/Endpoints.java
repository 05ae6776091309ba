package footing.aws.signin;

import footing.aws.Told;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Where the environment sends the calls, looked at before the first: the SDK says no more than that it failed. */
final class Endpoints {

    private static final String VARIABLE = "AWS_ENDPOINT_URL";
    private static final String IGNORED = "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS";
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LAST_PORT = 65_535;

    private Endpoints() {
    }

    /**
     * Looks at {@code AWS_ENDPOINT_URL} and {@code AWS_ENDPOINT_URL_<SERVICE>}.
     *
     * @throws ProfileException where one cannot be an address
     */
    static void check(Map<String, String> environment) {
        if (environment.getOrDefault(IGNORED, "").equalsIgnoreCase("true")) {
            return;
        }
        new TreeMap<>(environment).forEach((name, value) -> {
            if ((name.equals(VARIABLE) || name.startsWith(VARIABLE + "_")) && !isAddress(value)) {
                throw new ProfileException(value.isBlank() ? "error.no-endpoint" : "error.not-an-endpoint",
                        Map.of("variable", name, "value", withoutPassword(value)));
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

    private static String withoutPassword(String value) {
        return Told.of(value.replaceFirst("//[^/]*@", "//***@"));
    }
}

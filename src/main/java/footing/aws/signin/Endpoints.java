package footing.aws.signin;

import footing.aws.Told;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where calls to AWS are sent instead of to AWS: by the properties and variables that the SDK looks at, in its order,
 * and by the profile. Whoever works must see it. The variable by which other AWS tools ignore all of them is not looked
 * at, since the SDK does not heed it either.
 */
public final class Endpoints {

    private static final String PROPERTY = "aws.endpointUrl";
    private static final String VARIABLE = "AWS_ENDPOINT_URL";
    private static final String KEY = "endpoint_url";
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LAST_PORT = 65_535;
    /** Who signs in at such an address is nobody's business. */
    private static final Pattern SIGN_IN = Pattern.compile("//[^/]*@");
    private static final int MOST = 10;

    /**
     * One that is set.
     *
     * @param service that it is for, as people read it; empty for all
     */
    private record Setting(String name, String service, String value) {
    }

    private Endpoints() {
    }

    /** @return the addresses to which everybody's calls go, as people read them; empty where calls go to AWS */
    public static Optional<String> redirections(Map<String, String> environment) {
        return shown(settings(environment));
    }

    /** @return the addresses to which the calls of a profile go; empty where they go to AWS */
    static Optional<String> redirections(Map<String, String> environment, ProfileFiles files, String profile) {
        List<Setting> settings = settings(environment);
        Map<String, String> keys = files.keys(profile);
        settings.addAll(ofServices(files.services(keys.getOrDefault("services", ""))));
        settings.addAll(ofServices(keys));
        Optional.ofNullable(keys.get(KEY)).ifPresent((value) -> settings.add(new Setting(KEY, "", value)));
        return shown(settings);
    }

    /**
     * Looks at them before the first call: the SDK says no more than that it failed.
     *
     * @throws ProfileException where one cannot be an address
     */
    static void check(Map<String, String> environment) {
        settings(environment).forEach((setting) -> {
            if (!isAddress(setting.value())) {
                throw new ProfileException(
                        setting.value().isBlank() ? "error.no-endpoint" : "error.not-an-endpoint",
                        Map.of("variable", setting.name(), "value", masked(setting.value())));
            }
        });
    }

    /** Whether a key of a profile, or of a section of services, is an address. */
    static boolean isKey(String key) {
        return key.equals(KEY) || key.endsWith("." + KEY);
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

    /** Whether it can be opened in a browser: what stands behind the host does not matter. */
    static boolean isPage(String value) {
        try {
            URI page = new URI(value);
            return SCHEMES.contains(String.valueOf(page.getScheme())) && page.getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    static String masked(String value) {
        return Told.of(SIGN_IN.matcher(value.strip()).replaceAll("//"));
    }

    /** Those for one service before that for all, and properties before variables. */
    private static List<Setting> settings(Map<String, String> environment) {
        Map<String, String> properties = System.getProperties()
                .stringPropertyNames()
                .stream()
                .collect(Collectors.toMap(Function.identity(), (name) -> System.getProperty(name, "")));
        List<Setting> settings = named(properties, PROPERTY, PROPERTY);
        settings.addAll(named(environment, VARIABLE, VARIABLE + "_"));
        return settings;
    }

    private static List<Setting> named(Map<String, String> values, String all, String prefix) {
        List<Setting> settings = new ArrayList<>();
        new TreeMap<>(values).forEach((name, value) -> {
            if (name.startsWith(prefix) && !name.equals(all)) {
                settings.add(new Setting(name, name.substring(prefix.length()).replace('_', ' '), value));
            }
        });
        Optional.ofNullable(values.get(all)).ifPresent((value) -> settings.add(new Setting(all, "", value)));
        return settings;
    }

    private static List<Setting> ofServices(Map<String, String> keys) {
        return new TreeMap<>(keys).entrySet()
                .stream()
                .filter((entry) -> entry.getKey().endsWith("." + KEY))
                .map((entry) -> new Setting(entry.getKey(), entry.getKey()
                        .substring(0, entry.getKey().length() - KEY.length() - 1)
                        .replace('_', ' '), entry.getValue()))
                .toList();
    }

    /** What stands behind one that is for all services does not count. */
    private static Optional<String> shown(List<Setting> settings) {
        List<String> shown = new ArrayList<>();
        for (Setting setting : settings) {
            if (!setting.value().isBlank() && shown.size() < MOST) {
                if (setting.service().isEmpty()) {
                    shown.addFirst(masked(setting.value()));
                    break;
                }
                shown.add(masked(setting.value()) + " (" + Told.of(setting.service()) + ")");
            }
        }
        return Optional.of(String.join(", ", shown)).filter((text) -> !text.isEmpty());
    }
}

package footing.aws.signin;

import footing.aws.Explained;
import java.util.Map;

/** The profile files, or what was asked of them, cannot be used; told in one sentence. */
public final class ProfileException extends RuntimeException implements Explained {

    private final String key;
    private final Map<String, String> values;

    ProfileException(String key, Map<String, String> values, Throwable cause) {
        super(key + " " + new java.util.TreeMap<>(values), cause);
        this.key = key;
        this.values = Map.copyOf(values);
    }

    ProfileException(String key, Map<String, String> values) {
        super(key + " " + new java.util.TreeMap<>(values));
        this.key = key;
        this.values = Map.copyOf(values);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Map<String, String> values() {
        return values;
    }
}

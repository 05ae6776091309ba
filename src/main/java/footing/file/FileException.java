package footing.file;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A file or a folder cannot be used as somebody wants it to; told in one sentence. */
public final class FileException extends RuntimeException {

    private final String key;
    private final Map<String, String> values;

    FileException(String key, String field, Path file) {
        this(key, Map.of("field", field, "file", file.toString()));
    }

    FileException(String key, Map<String, String> values) {
        super(key + " " + new TreeMap<>(values));
        this.key = key;
        this.values = Map.copyOf(values);
    }

    FileException(String key, Map<String, String> values, Throwable cause) {
        super(key + " " + new TreeMap<>(values), cause);
        this.key = key;
        this.values = Map.copyOf(values);
    }

    /** The key of its text in the bundle {@code file}. */
    public String key() {
        return key;
    }

    /** What that text names: {@code field}, {@code file} and, where the system said something, {@code message}. */
    public Map<String, String> values() {
        return values;
    }
}

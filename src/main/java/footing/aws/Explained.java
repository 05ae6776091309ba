package footing.aws;

import java.util.Map;

/** An error that people can mend: its text tells what happened, why, and what to do next. */
public interface Explained {

    /** The key of its text in the bundle {@code signin}. */
    String key();

    /** What that text names: data, bounded and without secrets. */
    Map<String, String> values();
}

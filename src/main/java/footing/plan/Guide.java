package footing.plan;

import java.net.URI;

/**
 * Something that only a person can do, step by step.
 *
 * @param key the key of its texts: {@code guide.root-mfa}
 * @param link the place in the console of the account's partition
 */
public record Guide(String key, URI link) {
}

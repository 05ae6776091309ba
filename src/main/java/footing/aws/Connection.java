package footing.aws;

import footing.account.Region;
import java.util.Optional;

/**
 * A way to an account: whoever holds it can survey and change it, and need not know whether it is AWS or the practice
 * account.
 *
 * @param label what people call it: the profile's name, or the practice scenario's
 * @param practice whether it is the practice account, so that the screens can say so
 * @param home the Region to start from
 * @param redirection the addresses to which calls go instead of AWS, for people, where somebody redirects them
 */
public record Connection(AwsClients clients, String label, boolean practice, Region home, Optional<String> redirection)
        implements AutoCloseable {

    /** One whose calls go where they should. */
    public Connection(AwsClients clients, String label, boolean practice, Region home) {
        this(clients, label, practice, home, Optional.empty());
    }

    @Override
    public void close() {
        clients.close();
    }
}

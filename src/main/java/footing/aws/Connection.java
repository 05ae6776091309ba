package footing.aws;

import footing.account.Region;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A way to an account: whoever holds it can survey and change it, and need not know whether it is AWS or the practice
 * account.
 *
 * @param label what people call it: the profile's name, or the practice scenario's
 * @param practiceId tells a practice account from every other one; empty where it is an account of AWS
 * @param home the Region to start from
 * @param redirection the addresses to which calls go instead of AWS, for people, where somebody redirects them
 * @param renewal opens it anew once somebody has signed in again; empty where that makes no difference
 * @param unsent the links to confirm subscriptions by that stand in mail which nobody sends, as of a practice account;
 * AWS sends its own
 */
public record Connection(AwsClients clients, String label, Optional<String> practiceId, Region home,
        Optional<String> redirection, Optional<Supplier<Connection>> renewal, Supplier<List<String>> unsent)
        implements AutoCloseable {

    public Connection(AwsClients clients, String label, Optional<String> practiceId, Region home,
            Optional<String> redirection) {
        this(clients, label, practiceId, home, redirection, Optional.empty(), List::of);
    }

    /** Whether it is the practice account, so that the screens can say so. */
    public boolean practice() {
        return practiceId.isPresent();
    }

    /** The same, from another home Region. */
    public Connection from(Region other) {
        return new Connection(clients, label, practiceId, other, redirection,
                renewal.map((opens) -> () -> opens.get().from(other)), unsent);
    }

    /** The same way with the credentials that there are now, after somebody has signed in again. */
    public Connection again() {
        return renewal.map(Supplier::get).orElse(this);
    }

    @Override
    public void close() {
        clients.close();
    }
}

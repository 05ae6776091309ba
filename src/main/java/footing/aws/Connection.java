package footing.aws;

import footing.account.Region;

/**
 * A way to an account: whoever holds it can survey and change it, and need not know whether it is AWS or the practice
 * account.
 *
 * @param label what people call it: the profile's name, or the practice scenario's
 * @param practice whether it is the practice account, so that the screens can say so
 * @param home the Region to start from
 */
public record Connection(AwsClients clients, String label, boolean practice, Region home) implements AutoCloseable {

    @Override
    public void close() {
        clients.close();
    }
}

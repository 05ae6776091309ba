package footing.aws;

import footing.account.Region;
import software.amazon.awssdk.awscore.AwsClient;

/**
 * SDK clients, made when first asked for and shared from then on: of AWS, or of the practice account. Safe for many
 * threads.
 */
public interface AwsClients extends AutoCloseable {

    /**
     * @param type the SDK's synchronous client interface, as {@code IamClient.class}
     * @throws IllegalArgumentException where nobody here knows that client: a mistake in the program, not in the
     * account
     */
    <C extends AwsClient> C get(Class<C> type, Region region);

    @Override
    void close();
}

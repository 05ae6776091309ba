package footing.aws.signin;

import footing.aws.AwsErrors;
import footing.aws.SignInNeededException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.utils.Lazy;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Credentials that nobody looks for before they are needed, and that say what is the matter when there are none.
 */
final class Credentials implements AwsCredentialsProvider, SdkAutoCloseable {

    private final Lazy<AwsCredentialsProvider> provider;

    /** @param make makes the SDK's own provider, on the first thread that asks */
    Credentials(Supplier<AwsCredentialsProvider> make) {
        this.provider = new Lazy<>(make);
    }

    /** @throws SignInNeededException where there are none, or none that still hold */
    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return provider.getValue().resolveCredentials();
        } catch (RuntimeException failed) {
            if (isOfTheNetwork(failed)) {
                throw failed; // signing in again would not help
            }
            throw AwsErrors.signInNeeded(failed).orElseGet(() -> needed(failed));
        }
    }

    private static SignInNeededException needed(RuntimeException failed) {
        String said = ofTheChain(AwsErrors.message(failed));
        boolean expired = said.toLowerCase(Locale.ROOT).contains("expired")
                || AwsErrors.code(failed).filter("UnauthorizedException"::equals).isPresent();
        return new SignInNeededException(
                expired ? SignInNeededException.Reason.EXPIRED : SignInNeededException.Reason.MISSING, said, failed);
    }

    /** The chain of providers recites itself, class by class, which tells nobody anything. */
    private static String ofTheChain(String said) {
        int classes = said.indexOf(" in the chain AwsCredentialsProviderChain(");
        return classes < 0 ? said : said.substring(0, classes);
    }

    /** A missing file (a token's, a key's) is an I/O error too, but of this machine. */
    private static boolean isOfTheNetwork(Throwable failed) {
        return Optional.ofNullable(failed.getCause())
                .filter((cause) -> cause instanceof java.net.SocketException
                        || cause instanceof java.net.UnknownHostException
                        || cause instanceof java.net.SocketTimeoutException
                        || isOfTheNetwork(cause))
                .isPresent();
    }

    @Override
    public void close() {
        provider.close();
    }
}

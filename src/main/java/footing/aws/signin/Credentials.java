package footing.aws.signin;

import footing.aws.AwsErrors;
import footing.aws.SignInNeededException;
import footing.aws.SignInNeededException.Reason;
import footing.aws.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.utils.Lazy;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Credentials that nobody looks for before they are needed, and that say what is the matter when there are none.
 */
final class Credentials implements AwsCredentialsProvider, SdkAutoCloseable {

    private final Lazy<AwsCredentialsProvider> provider;
    private final Optional<Origin> origin;

    /**
     * @param make makes the SDK's own provider, on the first thread that asks
     * @param origin the profile that they are of; empty where the environment gives them
     */
    Credentials(Supplier<AwsCredentialsProvider> make, Optional<Origin> origin) {
        this.provider = new Lazy<>(make);
        this.origin = origin;
    }

    /** @throws SignInNeededException where there are none, or none that still hold */
    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return provider.getValue().resolveCredentials();
        } catch (SignInNeededException told) {
            throw told;
        } catch (RuntimeException failed) {
            if (isOfTheNetwork(failed) || isOfTheService(failed)) {
                throw failed; // signing in again would not help
            }
            throw needed(failed);
        }
    }

    private SignInNeededException needed(RuntimeException failed) {
        Reason reason = AwsErrors.signInNeeded(failed).map(SignInNeededException::reason).orElseGet(() -> {
            boolean expired = AwsErrors.message(failed).toLowerCase(Locale.ROOT).contains("expired")
                    || AwsErrors.code(failed).filter("UnauthorizedException"::equals).isPresent();
            return expired ? Reason.EXPIRED : Reason.MISSING;
        });
        // A refusal of AWS is about the role; whatever else goes wrong is about who takes it.
        Optional<Origin> of = origin.map((profile) -> service(failed).isPresent() ? profile : profile.first());
        String way = of.map(Origin::way)
                .map((found) -> found.equals("sso") && AwsErrors.isRefusal(failed) ? "sso-refused" : found)
                .orElse("missing");
        String said = way.equals("process") ? ofTheProgram(failed) : AwsErrors.message(failed);
        return way.equals("missing")
                ? new SignInNeededException(reason, said, failed)
                : new SignInNeededException(reason, said, of.map(Origin::profile).orElse(""), way, failed);
    }

    /** What a program said that ended badly; what one printed that ended well may hold keys, and is not told. */
    private static String ofTheProgram(Throwable failed) {
        return causes(failed).stream()
                .map((cause) -> String.valueOf(cause.getMessage()))
                .filter((said) -> said.startsWith("Command returned non-zero exit value"))
                .findFirst()
                .map((said) -> Told.of(said.replaceFirst(
                        "^Command returned non-zero exit value \\(?(\\S+?)\\)? with error message:",
                        "it ended with $1 and said:").strip().replaceFirst("and said:$", "and said nothing")))
                .orElse("its answer is not in the form that the AWS tools expect");
    }

    /** A missing file (a token's, a key's) is an I/O error too, but of this machine. */
    private static boolean isOfTheNetwork(Throwable failed) {
        return causes(failed).stream()
                .anyMatch((cause) -> cause instanceof java.net.SocketException
                        || cause instanceof java.net.UnknownHostException
                        || cause instanceof java.net.SocketTimeoutException);
    }

    private static boolean isOfTheService(Throwable failed) {
        return service(failed)
                .filter((told) -> told.isThrottlingException() || told.statusCode() >= 500)
                .isPresent();
    }

    private static Optional<AwsServiceException> service(Throwable failed) {
        return causes(failed).stream()
                .filter(AwsServiceException.class::isInstance)
                .map(AwsServiceException.class::cast)
                .findFirst();
    }

    private static List<Throwable> causes(Throwable failed) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable next = failed; next != null && !causes.contains(next); next = next.getCause()) {
            causes.add(next);
        }
        return causes;
    }

    @Override
    public void close() {
        provider.close();
    }
}

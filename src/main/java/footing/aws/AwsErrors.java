package footing.aws;

import footing.account.Absence;
import footing.account.DeniedBy;
import footing.account.Evidence;
import footing.account.Observation;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.regions.ServiceMetadata;

/** What an error of the SDK means. The one place that knows AWS's error codes. */
public final class AwsErrors {

    /**
     * The call that failed.
     *
     * @param request what was asked for, as an {@link Observation} keeps it
     */
    public record Asked(SdkService<?> service, String operation, Region region, Instant at,
            Map<String, List<String>> request) {
    }

    private static final Set<String> REFUSED = Set.of("AccessDenied", "AccessDeniedException", "AccessDeniedFault",
            "UnauthorizedOperation", "AuthorizationError", "AuthorizationErrorException", "NotAuthorized",
            "NotAuthorizedException", "UnauthorizedAccess", "AllAccessDisabled", "Forbidden",
            // S3's answer to whoever asks for the policy of another account's bucket
            "MethodNotAllowed");

    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired",
            "TokenRefreshRequired");

    private static final Set<String> INVALID = Set.of("InvalidClientTokenId", "UnrecognizedClientException",
            "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidSignatureException", "IncompleteSignature",
            "IncompleteSignatureException", "InvalidToken", "AuthFailure", "MissingAuthenticationToken",
            "MissingAuthenticationTokenException");

    /** Of those, the ones with which a Region answers that does not know the account or its session token. */
    private static final Set<String> UNKNOWN_HERE = Set.of("InvalidClientTokenId", "UnrecognizedClientException",
            "AuthFailure", "InvalidToken");

    private static final Set<String> NOT_SUBSCRIBED = Set.of("OptInRequired", "SubscriptionRequired",
            "SubscriptionRequiredException", "NotSignedUp");

    private static final Set<String> THROTTLED = Set.of("Throttling", "ThrottlingException", "ThrottledException",
            "Throttled", "TooManyRequestsException", "RequestLimitExceeded", "RequestThrottled", "SlowDown",
            "RateExceeded", "BandwidthLimitExceeded");

    /** How AWS's message names who refused; the first that is found in it counts. */
    private static final Map<String, DeniedBy> REFUSERS = refusers();

    private AwsErrors() {
    }

    /** What came of a call that ended with this error. */
    public static <T> Reading<T> reading(Throwable error, Asked asked) {
        String code = code(error).orElse("");
        if (NOT_SUBSCRIBED.contains(code)) {
            return absent(Absence.Kind.NOT_SUBSCRIBED, code);
        }
        if (isOne(error, UnknownHostException.class) && !isOffered(asked)) {
            return absent(Absence.Kind.NOT_OFFERED, asked.region().id());
        }
        if (isRefusal(error, code)) {
            return new Reading.Denied<>(asked.service().permission(asked.operation()), deniedBy(error, code),
                    Evidence.of(observation(error, asked)));
        }
        return new Reading.Failed<>(new Problem(
                isUnknownHere(error, asked) ? Problem.Kind.CREDENTIALS_HERE : kind(error, code),
                asked.service().prefix() + ":" + asked.operation(), message(error)));
    }

    /**
     * Whether a Region that need not be on does not know the credentials. It is off; or it is on, and takes no session
     * tokens of version 1, which hold only in the Regions that are always on: the error is the same.
     */
    public static boolean isUnknownHere(Throwable error, Asked asked) {
        return !asked.service().global() && isUnknownIn(asked.region(), error);
    }

    /** The same of a service that answers for the Region itself. */
    public static boolean isUnknownIn(Region region, Throwable error) {
        return code(error).filter(UNKNOWN_HERE::contains).isPresent() && !region.isAlwaysOn();
    }

    /** The call as evidence of the error that it ended with. */
    public static Observation observation(Throwable error, Asked asked) {
        Map<String, String> values = new LinkedHashMap<>();
        code(error).ifPresent((code) -> values.put("Error", Told.of(code)));
        return new Observation(asked.service().prefix(), asked.operation(), asked.region(), asked.at(),
                service(error).flatMap((told) -> Optional.ofNullable(told.requestId())).map(Told::of).orElse(""),
                asked.request(), values);
    }

    /** Whether nothing can be asked before somebody signs in again. */
    public static Optional<SignInNeededException> signInNeeded(Throwable error) {
        String code = code(error).orElse("");
        return find(error, SignInNeededException.class)
                .or(() -> EXPIRED.contains(code)
                        ? Optional.of(
                                new SignInNeededException(SignInNeededException.Reason.EXPIRED, message(error), error))
                        : Optional.empty())
                .or(() -> INVALID.contains(code)
                        ? Optional.of(
                                new SignInNeededException(SignInNeededException.Reason.INVALID, message(error), error))
                        : Optional.empty());
    }

    /** Whether AWS refused for want of a permission. */
    public static boolean isRefusal(Throwable error) {
        return isRefusal(error, code(error).orElse(""));
    }

    /**
     * Whether a request may have reached AWS and its answer did not come back: what it asked for may or may not have
     * been done.
     */
    public static boolean isAnswerLost(Throwable error) {
        Optional<AwsServiceException> told = service(error);
        if (told.isPresent()) {
            return told.get().statusCode() >= 500 && kind(error, code(error).orElse("")) != Problem.Kind.THROTTLED;
        }
        boolean neverSent = Stream.of(UnknownHostException.class, ConnectException.class, SSLHandshakeException.class)
                .anyMatch((type) -> isOne(error, type));
        boolean broken = Stream.of(IOException.class, TimeoutException.class, ApiCallTimeoutException.class,
                ApiCallAttemptTimeoutException.class, AbortedException.class).anyMatch((type) -> isOne(error, type));
        return broken && !neverSent;
    }

    /** The error's code as AWS writes it; empty where it did not come from AWS, or has none. */
    public static Optional<String> code(Throwable error) {
        return details(error).flatMap((details) -> Optional.ofNullable(details.errorCode()))
                .filter((code) -> !code.isBlank());
    }

    /** What was said, with AWS's code before it; fit to be shown. */
    public static String message(Throwable error) {
        Optional<String> code = code(error);
        if (code.filter(INVALID::contains).isPresent()) {
            return Told.of(code.get()); // the rest would recite the request, signature and session token included
        }
        String said = details(error).flatMap((details) -> Optional.ofNullable(details.errorMessage()))
                .or(() -> service(error).map((told) -> "HTTP status " + told.statusCode()))
                .or(() -> Optional.of(Said.by(error, causes(error).toList())).filter((words) -> !words.isEmpty()))
                .orElseGet(() -> error.getClass().getSimpleName());
        return Told.of(code.map((told) -> told + ": " + said).orElse(said));
    }

    /**
     * Why AWS could not be asked something without which nothing goes on.
     *
     * @param call as {@code service:Operation}
     */
    public static UnreachableException unreachable(Throwable error, String call) {
        Problem problem = new Problem(kind(error, code(error).orElse("")), call, message(error));
        if (isOne(error, UnknownHostException.class)) {
            return new UnreachableException(problem, UnreachableException.Reason.UNKNOWN_HOST);
        }
        return isNoAnswerOfAws(error)
                ? new UnreachableException(problem, UnreachableException.Reason.NOT_AWS)
                : new UnreachableException(problem);
    }

    /** AWS names the error in each answer that is one, unless it is in trouble itself; and its answers can be read. */
    private static boolean isNoAnswerOfAws(Throwable error) {
        return service(error).map((told) -> code(told).isEmpty() && told.statusCode() < 500)
                .orElseGet(() -> causes(error).anyMatch(Said::isUnreadable));
    }

    private static Problem.Kind kind(Throwable error, String code) {
        if (signInNeeded(error).isPresent()) {
            return Problem.Kind.CREDENTIALS;
        }
        if (THROTTLED.contains(code) || service(error).filter(AwsServiceException::isThrottlingException).isPresent()) {
            return Problem.Kind.THROTTLED;
        }
        if (isOne(error, TimeoutException.class) || isOne(error, ApiCallTimeoutException.class)
                || isOne(error, ApiCallAttemptTimeoutException.class) || isOne(error, SocketTimeoutException.class)) {
            return Problem.Kind.TIMED_OUT;
        }
        return isOne(error, IOException.class) ? Problem.Kind.NETWORK : Problem.Kind.SERVICE;
    }

    /** A bare 403 too: a HEAD has no body that could name the error. */
    private static boolean isRefusal(Throwable error, String code) {
        return REFUSED.contains(code)
                || (code.isEmpty() && service(error).filter((told) -> told.statusCode() == 403).isPresent());
    }

    private static DeniedBy deniedBy(Throwable error, String code) {
        if (code.equals("MethodNotAllowed")) {
            return DeniedBy.RESOURCE_POLICY;
        }
        String said = message(error).toLowerCase(Locale.ROOT);
        return REFUSERS.entrySet()
                .stream()
                .filter((refuser) -> said.contains(refuser.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(DeniedBy.NOT_TOLD);
    }

    private static Map<String, DeniedBy> refusers() {
        Map<String, DeniedBy> refusers = new LinkedHashMap<>();
        refusers.put("service control policy", DeniedBy.ORGANIZATION_POLICY);
        refusers.put("resource control policy", DeniedBy.ORGANIZATION_POLICY);
        // S3, where an organization settles for its members what the public may see
        refusers.put("organizational s3 block public access policy", DeniedBy.ORGANIZATION_POLICY);
        refusers.put("permissions boundary", DeniedBy.PERMISSIONS_BOUNDARY);
        refusers.put("session policy", DeniedBy.SESSION_POLICY);
        refusers.put("resource-based policy", DeniedBy.RESOURCE_POLICY);
        refusers.put("identity-based policy", DeniedBy.IDENTITY_POLICY);
        return refusers;
    }

    /** As far as this SDK knows: by partition, where one Region answers for all of them. */
    private static boolean isOffered(Asked asked) {
        if (!KnownRegions.ids().contains(asked.region().id())) {
            return true; // where it knows nothing, the network is as likely
        }
        ServiceMetadata known = asked.service().metadata().get();
        return asked.service().global()
                ? asked.service().isOfferedIn(asked.region().partition())
                : known.regions().stream().anyMatch((there) -> there.id().equals(asked.region().id()));
    }

    private static <T> Reading<T> absent(Absence.Kind kind, String detail) {
        return new Reading.Unavailable<>(new Absence(kind, Told.of(detail)));
    }

    private static Optional<AwsErrorDetails> details(Throwable error) {
        return service(error).flatMap((told) -> Optional.ofNullable(told.awsErrorDetails()));
    }

    private static Optional<AwsServiceException> service(Throwable error) {
        return find(error, AwsServiceException.class);
    }

    private static boolean isOne(Throwable error, Class<? extends Throwable> type) {
        return find(error, type).isPresent();
    }

    /** The error, or the first of its causes, that is of a type. */
    private static <E extends Throwable> Optional<E> find(Throwable error, Class<E> type) {
        return causes(error).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable error) {
        List<Throwable> causes = new ArrayList<>();
        Throwable next = error;
        while (next != null && !causes.contains(next)) {
            causes.add(next);
            next = next.getCause();
        }
        return causes.stream();
    }
}

package footing.practice.call;

import java.lang.reflect.Method;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.accessanalyzer.model.AccessAnalyzerException;
import software.amazon.awssdk.services.account.model.AccountException;
import software.amazon.awssdk.services.bcmdataexports.model.BcmDataExportsException;
import software.amazon.awssdk.services.budgets.model.BudgetsException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudtrail.model.CloudTrailException;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatchlogs.model.CloudWatchLogsException;
import software.amazon.awssdk.services.config.model.ConfigException;
import software.amazon.awssdk.services.costandusagereport.model.CostAndUsageReportException;
import software.amazon.awssdk.services.costexplorer.model.CostExplorerException;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.freetier.model.FreeTierException;
import software.amazon.awssdk.services.guardduty.model.GuardDutyException;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.organizations.model.OrganizationsException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3control.model.S3ControlException;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.ssoadmin.model.SsoAdminException;
import software.amazon.awssdk.services.sts.model.StsException;
import software.amazon.awssdk.services.support.model.SupportException;

/**
 * What AWS answers when it is not the request that is wrong: each service in its own manner. Source: the common errors
 * of each service's API reference.
 */
public final class ServiceErrors {

    /** An error as a service tells it. */
    private record Told(String code, int status) {
    }

    /**
     * A service's manner.
     *
     * @param exception of all that the service answers
     */
    private record Manner(Supplier<AwsServiceException.Builder> exception, Told throttled, Told broken,
            Told expired) {
    }

    private static final Told QUERY_THROTTLED = new Told("Throttling", 400);
    private static final Told JSON_THROTTLED = new Told("ThrottlingException", 400);
    private static final Told REST_THROTTLED = new Told("ThrottlingException", 429);
    private static final Told BROKEN = new Told("InternalFailure", 500);
    private static final Told SERVER = new Told("InternalServerException", 500);
    private static final Told QUERY_EXPIRED = new Told("ExpiredToken", 403);
    private static final Told JSON_EXPIRED = new Told("ExpiredTokenException", 400);
    private static final Told REST_EXPIRED = new Told("ExpiredTokenException", 403);

    private static final Told S3_THROTTLED = new Told("SlowDown", 503);
    private static final Told S3_BROKEN = new Told("InternalError", 500);
    private static final Told S3_EXPIRED = new Told("ExpiredToken", 400);

    private static final Map<String, Manner> MANNERS = Map.ofEntries(
            Map.entry("access-analyzer",
                    new Manner(AccessAnalyzerException::builder, REST_THROTTLED, SERVER, REST_EXPIRED)),
            Map.entry("account",
                    new Manner(AccountException::builder, new Told("TooManyRequestsException", 429), SERVER,
                            REST_EXPIRED)),
            Map.entry("bcm-data-exports",
                    new Manner(BcmDataExportsException::builder, JSON_THROTTLED, SERVER, JSON_EXPIRED)),
            Map.entry("budgets",
                    new Manner(BudgetsException::builder, JSON_THROTTLED, new Told("InternalErrorException", 500),
                            JSON_EXPIRED)),
            Map.entry("ce", new Manner(CostExplorerException::builder, JSON_THROTTLED, BROKEN, JSON_EXPIRED)),
            Map.entry("cloudformation",
                    new Manner(CloudFormationException::builder, QUERY_THROTTLED, BROKEN, QUERY_EXPIRED)),
            Map.entry("cloudtrail", new Manner(CloudTrailException::builder, JSON_THROTTLED, BROKEN, JSON_EXPIRED)),
            Map.entry("cloudwatch", new Manner(CloudWatchException::builder, QUERY_THROTTLED, BROKEN, QUERY_EXPIRED)),
            Map.entry("config", new Manner(ConfigException::builder, JSON_THROTTLED, BROKEN, JSON_EXPIRED)),
            Map.entry("cur",
                    new Manner(CostAndUsageReportException::builder, JSON_THROTTLED,
                            new Told("InternalErrorException", 500), JSON_EXPIRED)),
            Map.entry("ec2",
                    new Manner(Ec2Exception::builder, new Told("RequestLimitExceeded", 503),
                            new Told("InternalError", 500), new Told("RequestExpired", 400))),
            Map.entry("events",
                    new Manner(EventBridgeException::builder, JSON_THROTTLED, new Told("InternalException", 500),
                            JSON_EXPIRED)),
            Map.entry("freetier", new Manner(FreeTierException::builder, JSON_THROTTLED, SERVER, JSON_EXPIRED)),
            Map.entry("guardduty",
                    new Manner(GuardDutyException::builder, new Told("TooManyRequestsException", 429),
                            new Told("InternalServerErrorException", 500), REST_EXPIRED)),
            Map.entry("iam",
                    new Manner(IamException::builder, QUERY_THROTTLED, new Told("ServiceFailure", 500),
                            QUERY_EXPIRED)),
            Map.entry("logs",
                    new Manner(CloudWatchLogsException::builder, JSON_THROTTLED,
                            new Told("ServiceUnavailableException", 500), JSON_EXPIRED)),
            Map.entry("organizations",
                    new Manner(OrganizationsException::builder, new Told("TooManyRequestsException", 400),
                            new Told("ServiceException", 500), JSON_EXPIRED)),
            Map.entry("s3",
                    new Manner(S3Exception::builder, S3_THROTTLED, S3_BROKEN, S3_EXPIRED)),
            Map.entry("s3control", new Manner(S3ControlException::builder, S3_THROTTLED, S3_BROKEN, S3_EXPIRED)),
            Map.entry("sns",
                    new Manner(SnsException::builder, QUERY_THROTTLED, new Told("InternalError", 500), QUERY_EXPIRED)),
            Map.entry("sso", new Manner(SsoAdminException::builder, JSON_THROTTLED, SERVER, JSON_EXPIRED)),
            Map.entry("sts", new Manner(StsException::builder, QUERY_THROTTLED, BROKEN, QUERY_EXPIRED)),
            Map.entry("support",
                    new Manner(SupportException::builder, JSON_THROTTLED, new Told("InternalServerError", 500),
                            JSON_EXPIRED)));

    private ServiceErrors() {
    }

    /** Whether IAM actions begin so that this account knows. */
    public static boolean isService(String prefix) {
        return MANNERS.containsKey(prefix);
    }

    /** Too much was asked in too short a time. */
    public static AwsServiceException throttled(Call call) {
        return error(call, manner(call).throttled(),
                call.service().startsWith("s3") ? "Please reduce your request rate." : "Rate exceeded");
    }

    /** AWS itself is in trouble. */
    public static AwsServiceException broken(Call call) {
        return error(call, manner(call).broken(), call.service().startsWith("s3")
                ? "We encountered an internal error. Please try again."
                : "An internal error occurred. Please retry your request.");
    }

    /** The session is over. */
    public static AwsServiceException expired(Call call) {
        return error(call, manner(call).expired(), call.service().startsWith("s3")
                ? "The provided token has expired."
                : "The security token included in the request is expired");
    }

    /** What the SDK tells where a request was sent and no answer came: whether it was done, nobody knows. */
    public static SdkClientException noAnswerCame() {
        return SdkClientException.builder()
                .message("Unable to execute HTTP request: Read timed out")
                .cause(new SocketTimeoutException("Read timed out"))
                .build();
    }

    private static AwsServiceException error(Call call, Told told, String message) {
        return error(call, told.code(), told.status(), message);
    }

    /** An error by its code, as the exception that the SDK has for it. */
    static AwsServiceException error(Call call, String code, int status, String message) {
        AwsServiceException.Builder general = manner(call).exception().get();
        Class<?> type = general.build().getClass();
        AwsServiceException.Builder builder = modelled(type, code).orElse(general);
        return Errors.error(builder, type.getSimpleName().replaceFirst("Exception$", ""), code, status,
                message);
    }

    /** The SDK throws an exception of its own where the service's model has one of the code. */
    private static Optional<AwsServiceException.Builder> modelled(Class<?> general, String code) {
        String name = general.getPackageName() + "." + code.replaceFirst("Exception$", "") + "Exception";
        try {
            Method builder = Class.forName(name, true, general.getClassLoader()).getMethod("builder");
            return Optional.of((AwsServiceException.Builder) builder.invoke(null));
        } catch (ClassNotFoundException notModelled) {
            return Optional.empty();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Not an exception of the SDK: " + name, impossible);
        }
    }

    private static Manner manner(Call call) {
        return Optional.ofNullable(MANNERS.get(call.service()))
                .orElseThrow(() -> new IllegalStateException("No errors are known of " + call.service()));
    }
}

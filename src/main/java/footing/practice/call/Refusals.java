package footing.practice.call;

import footing.aws.AwsClients;
import footing.practice.Denial;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.account.model.AccessDeniedException;
import software.amazon.awssdk.services.bcmdataexports.model.BcmDataExportsException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudtrail.model.CloudTrailException;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.config.model.ConfigException;
import software.amazon.awssdk.services.costandusagereport.model.CostAndUsageReportException;
import software.amazon.awssdk.services.costexplorer.model.CostExplorerException;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3control.model.S3ControlException;
import software.amazon.awssdk.services.sns.model.AuthorizationErrorException;
import software.amazon.awssdk.services.sts.model.StsException;
import software.amazon.awssdk.services.support.model.SupportException;

/** Refuses calls as AWS does: each service with its own exception, code and status, and AWS's words. */
public final class Refusals {

    private record Style(String name, String code, int status, Supplier<AwsServiceException.Builder> exception) {
    }

    private static final Map<String, Style> STYLES = Map.ofEntries(
            Map.entry("access-analyzer",
                    new Style("AccessAnalyzer", "AccessDeniedException", 403,
                            software.amazon.awssdk.services.accessanalyzer.model.AccessDeniedException::builder)),
            Map.entry("account", new Style("Account", "AccessDeniedException", 403, AccessDeniedException::builder)),
            Map.entry("bcm-data-exports",
                    new Style("BCMDataExports", "AccessDeniedException", 400, BcmDataExportsException::builder)),
            Map.entry("budgets",
                    new Style("Budgets", "AccessDeniedException", 400,
                            software.amazon.awssdk.services.budgets.model.AccessDeniedException::builder)),
            Map.entry("ce", new Style("CostExplorer", "AccessDeniedException", 400, CostExplorerException::builder)),
            Map.entry("cloudformation",
                    new Style("CloudFormation", "AccessDenied", 403, CloudFormationException::builder)),
            Map.entry("cloudtrail",
                    new Style("CloudTrail", "AccessDeniedException", 400, CloudTrailException::builder)),
            Map.entry("cloudwatch", new Style("CloudWatch", "AccessDenied", 403, CloudWatchException::builder)),
            Map.entry("config", new Style("Config", "AccessDeniedException", 400, ConfigException::builder)),
            Map.entry("cur",
                    new Style("CostAndUsageReport", "AccessDeniedException", 400,
                            CostAndUsageReportException::builder)),
            Map.entry("ec2", new Style("Ec2", "UnauthorizedOperation", 403, Ec2Exception::builder)),
            Map.entry("events", new Style("EventBridge", "AccessDeniedException", 400, EventBridgeException::builder)),
            Map.entry("freetier",
                    new Style("FreeTier", "AccessDeniedException", 400,
                            software.amazon.awssdk.services.freetier.model.AccessDeniedException::builder)),
            Map.entry("guardduty",
                    new Style("GuardDuty", "AccessDeniedException", 403,
                            software.amazon.awssdk.services.guardduty.model.AccessDeniedException::builder)),
            Map.entry("iam", new Style("Iam", "AccessDenied", 403, IamException::builder)),
            Map.entry("logs",
                    new Style("CloudWatchLogs", "AccessDeniedException", 400,
                            software.amazon.awssdk.services.cloudwatchlogs.model.AccessDeniedException::builder)),
            Map.entry("organizations",
                    new Style("Organizations", "AccessDeniedException", 400,
                            software.amazon.awssdk.services.organizations.model.AccessDeniedException::builder)),
            Map.entry("s3", new Style("S3", "AccessDenied", 403, S3Exception::builder)),
            Map.entry("s3control", new Style("S3Control", "AccessDenied", 403, S3ControlException::builder)),
            Map.entry("sns", new Style("Sns", "AuthorizationError", 403, AuthorizationErrorException::builder)),
            Map.entry("sso",
                    new Style("SSOAdmin", "AccessDeniedException", 400,
                            software.amazon.awssdk.services.ssoadmin.model.AccessDeniedException::builder)),
            Map.entry("sts", new Style("Sts", "AccessDenied", 403, StsException::builder)),
            Map.entry("support", new Style("Support", "AccessDeniedException", 400, SupportException::builder)));

    /** Services that answer a wrong credential in the manner of the query protocol. */
    private static final List<String> QUERY = List.of("cloudformation", "cloudwatch", "iam", "sns", "sts");

    private Refusals() {
    }

    /**
     * The same clients, refusing these actions.
     *
     * @param principal the ARN that AWS's message names
     */
    public static AwsClients over(AwsClients clients, String principal, List<Denial> denials) {
        return new Decorated(clients, (call, next) -> {
            refusal(call, principal, denials).ifPresent((refusal) -> {
                throw refusal;
            });
            return next.get();
        });
    }

    static Optional<AwsServiceException> refusal(Call call, String principal, List<Denial> denials) {
        return denials.stream()
                .filter((denial) -> denial.refuses(call.action()))
                .findFirst()
                .map((denial) -> refusal(call, denial.message(principal, call.action())));
    }

    /**
     * What a service answers where somebody may not make a call.
     *
     * @param words what AWS says of it
     */
    public static AwsServiceException refusal(Call call, String words) {
        Style style = style(call);
        return Errors.error(style.exception().get(), style.name(), style.code(), style.status(), words);
    }

    /** What the SDK tells where a service has no endpoint. */
    static SdkClientException noSuchHost(Call call) {
        String host = call.service() + "." + call.region().id() + ".amazonaws.com";
        return SdkClientException.builder()
                .message("Received an UnknownHostException when attempting to interact with a service.")
                .cause(new UnknownHostException(host))
                .build();
    }

    /** What the SDK tells where it has waited for an answer for as long as it does. */
    static SdkClientException noAnswer(Call call) {
        String message = "Connect to " + call.service() + "." + call.region().id() + ".amazonaws.com:443 failed";
        return SdkClientException.builder()
                .message("Unable to execute HTTP request: " + message)
                .cause(new SocketTimeoutException(message + ": connect timed out"))
                .build();
    }

    /** What a Region says that the account has not enabled. */
    static AwsServiceException regionOff(Call call) {
        Style style = style(call);
        if (call.service().equals("ec2")) {
            return Errors.error(style.exception().get(), style.name(), "AuthFailure", 401,
                    "AWS was not able to validate the provided access credentials");
        }
        return call.service().startsWith("s3")
                ? Errors.error(style.exception().get(), style.name(), "InvalidAccessKeyId", 403,
                        "The AWS Access Key Id you provided does not exist in our records.")
                : QUERY.contains(call.service())
                        ? Errors.error(style.exception().get(), style.name(), "InvalidClientTokenId", 403,
                                "The security token included in the request is invalid")
                        : Errors.error(style.exception().get(), style.name(), "UnrecognizedClientException", 400,
                                "The security token included in the request is invalid.");
    }

    private static Style style(Call call) {
        return Optional.ofNullable(STYLES.get(call.service()))
                .orElseThrow(() -> new IllegalStateException("No way to refuse is known for " + call.service()));
    }
}

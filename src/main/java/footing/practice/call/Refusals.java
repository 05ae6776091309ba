package footing.practice.call;

import footing.aws.AwsClients;
import footing.practice.Denial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.account.model.AccessDeniedException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudtrail.model.CloudTrailException;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sns.model.AuthorizationErrorException;
import software.amazon.awssdk.services.sts.model.StsException;

/** Refuses calls as AWS does: each service with its own exception, code and status, and AWS's words. */
public final class Refusals {

    private record Style(String name, String code, int status, Supplier<AwsServiceException.Builder> exception) {
    }

    private static final Map<String, Style> STYLES = Map.of("account",
            new Style("Account", "AccessDeniedException", 403, AccessDeniedException::builder), "cloudformation",
            new Style("CloudFormation", "AccessDenied", 403, CloudFormationException::builder), "cloudtrail",
            new Style("CloudTrail", "AccessDeniedException", 400, CloudTrailException::builder), "cloudwatch",
            new Style("CloudWatch", "AccessDenied", 403, CloudWatchException::builder), "iam",
            new Style("Iam", "AccessDenied", 403, IamException::builder), "logs",
            new Style("CloudWatchLogs", "AccessDeniedException", 400,
                    software.amazon.awssdk.services.cloudwatchlogs.model.AccessDeniedException::builder),
            "s3", new Style("S3", "AccessDenied", 403, S3Exception::builder), "sns",
            new Style("Sns", "AuthorizationError", 403, AuthorizationErrorException::builder), "sts",
            new Style("Sts", "AccessDenied", 403, StsException::builder));

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
                .map((denial) -> {
                    Style style = style(call);
                    return Errors.error(style.exception().get(), style.name(), style.code(), style.status(),
                            denial.message(principal, call.action()));
                });
    }

    /** What a Region says that the account has not enabled. */
    static AwsServiceException regionOff(Call call) {
        Style style = style(call);
        return call.service().equals("s3")
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

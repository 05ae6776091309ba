package footing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Absence;
import footing.account.DeniedBy;
import footing.account.Permission;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.aws.UnreachableException.Reason;
import footing.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

class AwsErrorsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Region FRANKFURT = new Region("eu-central-1");
    private static final Region MILAN = new Region("eu-south-1");

    @ParameterizedTest
    @ValueSource(strings = {"AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "AuthorizationError",
        "AuthorizationErrorException", "Forbidden"})
    void reading_isDeniedWithPermission_whenAwsRefuses(String code) {
        Reading<String> reading = AwsErrors.reading(error(code, "no", 403),
                asked(CloudTrailClient.class, "DescribeTrails", FRANKFURT));

        assertThat(reading).isInstanceOfSatisfying(Reading.Denied.class, (denied) -> {
            assertThat(denied.missing()).isEqualTo(new Permission("cloudtrail:DescribeTrails"));
            assertThat(denied.evidence().observations()).singleElement()
                    .satisfies((observation) -> {
                        assertThat(observation.requestId()).isEqualTo("req-1");
                        assertThat(observation.request()).containsEntry("Bucket", List.of("logs"));
                    });
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "is not authorized to perform: iam:X on resource: * because no identity-based policy allows the iam:X action|IDENTITY_POLICY",
        "is not authorized to perform: iam:X with an explicit deny in an identity-based policy|IDENTITY_POLICY",
        "is not authorized to perform: iam:X because no permissions boundary allows the iam:X action|PERMISSIONS_BOUNDARY",
        "is not authorized to perform: iam:X because no session policy allows the iam:X action|SESSION_POLICY",
        "is not authorized to perform: s3:X because no resource-based policy allows the s3:X action|RESOURCE_POLICY",
        "is not authorized to perform: s3:X with an explicit deny in a resource-based policy|RESOURCE_POLICY",
        "is not authorized to perform: iam:X with an explicit deny in a service control policy|ORGANIZATION_POLICY",
        "is not authorized to perform: s3:X with an explicit deny in a resource control policy|ORGANIZATION_POLICY",
        "Access Denied|NOT_TOLD"})
    void reading_namesWhoRefused_whenTheMessageTells(String message, DeniedBy by) {
        Reading<String> reading = AwsErrors.reading(error("AccessDenied", message, 403),
                asked(IamClient.class, "X", FRANKFURT));

        assertThat(reading).isInstanceOfSatisfying(Reading.Denied.class,
                (denied) -> assertThat(denied.by()).isEqualTo(by));
    }

    @ParameterizedTest
    @CsvSource({"GetBucketLifecycleConfiguration,s3:GetLifecycleConfiguration",
        "GetPublicAccessBlock,s3:GetBucketPublicAccessBlock", "GetBucketEncryption,s3:GetEncryptionConfiguration",
        "HeadBucket,s3:ListBucket", "GetBucketPolicy,s3:GetBucketPolicy"})
    void denied_namesTheActionOfIam_whenItIsNotTheOperation(String operation, String action) {
        Reading<String> reading = AwsErrors.reading(error("AccessDenied", "no", 403),
                asked(S3Client.class, operation, FRANKFURT));

        assertThat(reading).isInstanceOfSatisfying(Reading.Denied.class,
                (denied) -> assertThat(denied.missing().action()).isEqualTo(action));
    }

    @Test
    void reading_isDeniedByTheBucket_whenItBelongsToAnotherAccount() {
        Reading<String> reading = AwsErrors.reading(error("MethodNotAllowed", "not allowed", 405),
                asked(S3Client.class, "GetBucketPolicy", FRANKFURT));

        assertThat(reading).isInstanceOfSatisfying(Reading.Denied.class,
                (denied) -> assertThat(denied.by()).isEqualTo(DeniedBy.RESOURCE_POLICY));
    }

    @Test
    void reading_isDenied_whenAHeadIsForbiddenWithoutACode() {
        AwsServiceException bare = AwsServiceException.builder().statusCode(403).message("403").build();

        assertThat(AwsErrors.<String>reading(bare, asked(S3Client.class, "HeadBucket", FRANKFURT)))
                .isInstanceOf(Reading.Denied.class);
    }

    @ParameterizedTest
    @CsvSource({"OptInRequired,eu-central-1,NOT_SUBSCRIBED",
        "SubscriptionRequiredException,eu-central-1,NOT_SUBSCRIBED"})
    void reading_isUnavailable_whenThereIsNothingToAsk(String code, String region, Absence.Kind kind) {
        Reading<String> reading = AwsErrors.reading(error(code, "no", 400),
                asked(SnsClient.class, "ListTopics", new Region(region)));

        assertThat(reading).isInstanceOfSatisfying(Reading.Unavailable.class,
                (unavailable) -> assertThat(unavailable.why().kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource({"UnrecognizedClientException,eu-south-1,CREDENTIALS_HERE",
        "InvalidClientTokenId,eu-south-1,CREDENTIALS_HERE", "AuthFailure,ap-east-1,CREDENTIALS_HERE",
        "UnrecognizedClientException,eu-central-1,CREDENTIALS", "ExpiredToken,eu-south-1,CREDENTIALS"})
    void reading_isFailed_whenARegionDoesNotKnowTheCredentials(String code, String region, Problem.Kind kind) {
        Reading<String> reading = AwsErrors.reading(error(code, "no", 400),
                asked(SnsClient.class, "ListTopics", new Region(region)));

        assertThat(reading).isInstanceOfSatisfying(Reading.Failed.class,
                (failed) -> assertThat(failed.problem().kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource({"Throttling,THROTTLED", "ThrottlingException,THROTTLED", "TooManyRequestsException,THROTTLED",
        "RequestLimitExceeded,THROTTLED", "SlowDown,THROTTLED", "ExpiredToken,CREDENTIALS",
        "ExpiredTokenException,CREDENTIALS", "InvalidClientTokenId,CREDENTIALS",
        "UnrecognizedClientException,CREDENTIALS", "SignatureDoesNotMatch,CREDENTIALS", "InternalFailure,SERVICE",
        "NoSuchBucket,SERVICE"})
    void reading_isFailed_whenTheErrorIsOfThatKind(String code, Problem.Kind kind) {
        assertThat(problem(error(code, "no", 400))).isEqualTo(kind);
    }

    @Test
    void reading_isFailed_whenNoAnswerCame() {
        assertThat(problem(new TimeoutException("late"))).isEqualTo(Problem.Kind.TIMED_OUT);
        assertThat(problem(ApiCallTimeoutException.create(1))).isEqualTo(Problem.Kind.TIMED_OUT);
        assertThat(problem(client(new SocketTimeoutException("read")))).isEqualTo(Problem.Kind.TIMED_OUT);
        assertThat(problem(client(new IOException("reset")))).isEqualTo(Problem.Kind.NETWORK);
        assertThat(problem(client(new UnknownHostException("sns")))).isEqualTo(Problem.Kind.NETWORK);
        assertThat(problem(new IllegalStateException("odd"))).isEqualTo(Problem.Kind.SERVICE);
    }

    @Test
    void reading_failsByTheNetwork_whenTheHostIsUnknownInARegionThatTheSdkDoesNotKnow() {
        Reading<String> reading = AwsErrors.reading(client(new UnknownHostException("sns")),
                asked(SnsClient.class, "ListTopics", new Region("eu-nowhere-9")));

        assertThat(reading).isInstanceOfSatisfying(Reading.Failed.class,
                (failed) -> assertThat(failed.problem().kind()).isEqualTo(Problem.Kind.NETWORK));
    }

    @Test
    void reading_isNotOffered_whenTheHostIsUnknownInAPartitionThatLacksTheService() {
        UnknownHostException unknown = new UnknownHostException("account");

        assertThat(AwsErrors.<String>reading(client(unknown),
                asked(AccountClient.class, "GetContactInformation", new Region("us-gov-west-1"))))
                .isInstanceOf(Reading.Unavailable.class);
        assertThat(AwsErrors.<String>reading(client(unknown),
                asked(AccountClient.class, "GetContactInformation", FRANKFURT))).isInstanceOf(Reading.Failed.class);
    }

    @ParameterizedTest
    @EnumSource(SignInNeededException.Reason.class)
    void reading_isOfTheCredentials_whenTheyCouldNotBeLoaded(SignInNeededException.Reason reason) {
        assertThat(problem(client(new SignInNeededException(reason, "", new IOException("any")))))
                .isEqualTo(Problem.Kind.CREDENTIALS);
    }

    @Test
    void message_recitesNoRequest_whenTheSignatureIsWrong() {
        AwsServiceException error = error("SignatureDoesNotMatch",
                "The Canonical String should have been x-amz-security-token:FwoGZXIvYXdzEXAMPLE", 403);

        assertThat(AwsErrors.message(error)).isEqualTo("SignatureDoesNotMatch");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Unable to execute HTTP request: Connection refused (SDK Attempt Count: 3)|Connection refused",
        "Unable to load region from any of the providers in the chain software.amazon.awssdk.regions.X@1f: [Y]"
                + "|Unable to load region from any of the providers",
        "PKIX failed: sun.security.provider.certpath.SunCertPathBuilderException: no path|PKIX failed: no path",
        "Unable to unmarshall response (Could not parse XML response.). Response Code: 200, Response Text: OK"
                + "|the answer cannot be read (HTTP status 200)"})
    void message_namesNoClass_whenTheSdkSpeaks(String said, String message) {
        assertThat(AwsErrors.message(SdkClientException.create(said))).isEqualTo(message);
    }

    @Test
    void message_isOfTheCause_whenTheMachineIsTheMatter() {
        assertThat(AwsErrors.message(client(new UnknownHostException("sts.example: Name or service not known"))))
                .isEqualTo("there is no host sts.example");
        assertThat(AwsErrors.message(new UncheckedIOException(new NoSuchFileException("/no/token"))))
                .isEqualTo("there is no file /no/token");
        assertThat(AwsErrors.message(client(new ConnectException("Connection refused"))))
                .isEqualTo("Connection refused");
    }

    @Test
    void unreachable_saysWhy() {
        assertThat(reason(client(new UnknownHostException("sts")))).isEqualTo(Reason.UNKNOWN_HOST);
        assertThat(reason(client(new ConnectException("refused")))).isEqualTo(Reason.NO_CONNECTION);
        assertThat(reason(new TimeoutException("late"))).isEqualTo(Reason.NO_ANSWER);
        assertThat(reason(AwsServiceException.builder().statusCode(404).build())).isEqualTo(Reason.NOT_AWS);
        assertThat(reason(SdkClientException.create("Unable to unmarshall response (x). Response Code: 200")))
                .isEqualTo(Reason.NOT_AWS);
        assertThat(reason(AwsServiceException.builder().statusCode(503).build())).isEqualTo(Reason.OTHER);
        assertThat(reason(error("InternalFailure", "later", 500))).isEqualTo(Reason.OTHER);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReason_hasItsWords(Reason reason) {
        UnreachableException unreachable = new UnreachableException(
                new Problem(Problem.Kind.SERVICE, "sts:GetCallerIdentity", "so it was said"), reason);

        assertThat(Texts.of("signin").get(unreachable.key(), unreachable.values())).contains("so it was said");
    }

    private static Reason reason(Throwable error) {
        return AwsErrors.unreachable(error, "sts:GetCallerIdentity").reason();
    }

    private static Problem.Kind problem(Throwable error) {
        Reading<String> reading = AwsErrors.reading(error, asked(SnsClient.class, "ListTopics", FRANKFURT));
        assertThat(reading).isInstanceOf(Reading.Failed.class);
        Problem problem = ((Reading.Failed<String>) reading).problem();
        assertThat(problem.call()).isEqualTo("sns:ListTopics");
        return problem.kind();
    }

    @Test
    void reading_isOfTheCredentials_whenAGlobalServiceRefusesThemInAnOptInRegion() {
        Reading<String> reading = AwsErrors.reading(error("InvalidClientTokenId", "no", 403),
                asked(IamClient.class, "GetAccountSummary", MILAN));

        assertThat(reading).isInstanceOfSatisfying(Reading.Failed.class,
                (failed) -> assertThat(failed.problem().kind()).isEqualTo(Problem.Kind.CREDENTIALS));
    }

    private static AwsErrors.Asked asked(Class<? extends AwsClient> type, String operation, Region region) {
        return new AwsErrors.Asked(SdkService.of(type), operation, region, NOON, Map.of("Bucket", List.of("logs")));
    }

    private static AwsServiceException error(String code, String message, int status) {
        return AwsServiceException.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
                .requestId("req-1")
                .statusCode(status)
                .build();
    }

    private static SdkClientException client(Throwable cause) {
        return SdkClientException.create("Unable to execute HTTP request", cause);
    }
}

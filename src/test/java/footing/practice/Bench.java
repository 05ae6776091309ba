package footing.practice;

import footing.account.Region;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** A practice account to try things on, with a clock that is moved by hand. */
public final class Bench {

    public static final String ACCOUNT = "123456789012";
    public static final Region HOME = Region.US_EAST_1;
    public static final Region ELSEWHERE = new Region("eu-central-1");

    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final InstantSource time = () -> now;
    public final Clock clock = time.withZone(ZoneOffset.UTC);
    public final PracticeState state;
    public final PracticeClients clients;

    public Bench(String scenario) {
        state = PracticeState.of(Practice.scenario(scenario, time));
        clients = new PracticeClients(state, clock);
    }

    public static Bench fresh() {
        return new Bench("fresh");
    }

    public void pass(Duration duration) {
        now = now.plus(duration);
    }

    public Instant now() {
        return now;
    }

    public <C extends AwsClient> C client(Class<C> type) {
        return clients.get(type, HOME);
    }

    public AccountClient account() {
        return client(AccountClient.class);
    }

    public IamClient iam() {
        return client(IamClient.class);
    }

    public S3Client s3() {
        return client(S3Client.class);
    }

    public SnsClient sns() {
        return client(SnsClient.class);
    }

    public CloudTrailClient cloudTrail() {
        return client(CloudTrailClient.class);
    }

    public CloudWatchLogsClient logs() {
        return client(CloudWatchLogsClient.class);
    }

    public CloudWatchClient cloudWatch() {
        return client(CloudWatchClient.class);
    }

    /** A bucket whose policy lets the trail of this name in. */
    public void makeLogBucket(String bucket, String trail) {
        s3().createBucket((request) -> request.bucket(bucket));
        s3().putBucketPolicy((request) -> request.bucket(bucket).policy(trailPolicy(bucket, trail)));
    }

    public static String trailPolicy(String bucket, String trail) {
        return """
            {"Version": "2012-10-17", "Statement": [
             {"Sid": "AclCheck", "Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"},
              "Action": "s3:GetBucketAcl", "Resource": "arn:aws:s3:::BUCKET",
              "Condition": {"StringEquals": {"aws:SourceArn": "arn:aws:cloudtrail:us-east-1:123456789012:trail/TRAIL"}}},
             {"Sid": "Write", "Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"},
              "Action": "s3:PutObject", "Resource": "arn:aws:s3:::BUCKET/AWSLogs/123456789012/*",
              "Condition": {"StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control",
                "aws:SourceArn": "arn:aws:cloudtrail:us-east-1:123456789012:trail/TRAIL"}}},
             {"Sid": "TlsOnly", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
              "Resource": ["arn:aws:s3:::BUCKET", "arn:aws:s3:::BUCKET/*"],
              "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
            """.replace(
                "BUCKET", bucket).replace("TRAIL", trail);
    }

    /** A role that CloudTrail may take on to write to the log group; gives its ARN. */
    public String makeLogRole(String role, String group) {
        String arn = iam().createRole((request) -> request.roleName(role).assumeRolePolicyDocument("""
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
             "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "sts:AssumeRole"}]}""")).role().arn();
        iam().putRolePolicy((request) -> request.roleName(role).policyName("write").policyDocument("""
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
             "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
             "Resource": "arn:aws:logs:us-east-1:123456789012:log-group:%s:log-stream:*"}]}""".formatted(group)));
        return arn;
    }
}

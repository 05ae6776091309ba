package footing.wire;

import footing.account.ConfigRule;
import footing.account.ContactType;
import footing.account.Region;
import footing.account.SampleConfig;
import footing.aws.AwsClients;
import footing.aws.SdkClients;
import footing.choices.Activity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.CreateTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** An account in a moto server, filled through AWS's own API over HTTP. */
final class MotoAccount implements AutoCloseable {

    static final String ID = "123456789012";
    static final Region HOME = new Region("eu-central-1");
    static final String BUCKET = "acme-logs-" + ID;

    private static final String ENDPOINT_PROPERTY = "aws.endpointUrl";

    private final AwsClients clients;

    private MotoAccount(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * An empty account. The clients find the server as they would find any other: by the endpoint that the SDK is
     * told, here by its system property.
     */
    static MotoAccount empty() throws IOException, InterruptedException {
        URI endpoint = URI.create(endpoint());
        System.setProperty(ENDPOINT_PROPERTY, endpoint.toString());
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest reset = HttpRequest.newBuilder(endpoint.resolve("/moto-api/reset"))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            int status = http.send(reset, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("the server answered the reset with " + status);
            }
        }
        return new MotoAccount(newClients());
    }

    /** Where the server is. */
    static String endpoint() {
        return Optional.ofNullable(System.getenv("FOOTING_WIRE_ENDPOINT"))
                .orElseThrow(() -> new IllegalStateException("FOOTING_WIRE_ENDPOINT names no server"));
    }

    /** The same account by another way: clients that find the server, or who stands before it, at an address. */
    AwsClients through(String endpoint) {
        System.setProperty(ENDPOINT_PROPERTY, endpoint);
        return newClients();
    }

    private static AwsClients newClients() {
        return SdkClients
                .of(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "example")));
    }

    AwsClients clients() {
        return clients;
    }

    MotoAccount contact(ContactType type, String email) {
        clients.get(AccountClient.class, HOME)
                .putAlternateContact((contact) -> contact.alternateContactType(type.name())
                        .name("Acme " + type)
                        .title("Team")
                        .emailAddress(email)
                        .phoneNumber("+49 30 1234567"));
        return this;
    }

    MotoAccount passwordPolicy(int length) {
        clients.get(IamClient.class, HOME)
                .updateAccountPasswordPolicy((policy) -> policy.minimumPasswordLength(length)
                        .requireLowercaseCharacters(true)
                        .requireUppercaseCharacters(true)
                        .requireNumbers(true)
                        .requireSymbols(true)
                        .allowUsersToChangePassword(true)
                        .maxPasswordAge(90)
                        .passwordReusePrevention(24));
        return this;
    }

    MotoAccount user(String name) {
        clients.get(IamClient.class, HOME).createUser((user) -> user.userName(name));
        return this;
    }

    MotoAccount password(String user) {
        clients.get(IamClient.class, HOME)
                .createLoginProfile((profile) -> profile.userName(user).password("example-Example-1"));
        return this;
    }

    MotoAccount policy(String user) {
        String arn = policyOfItsOwn(user);
        clients.get(IamClient.class, HOME).attachUserPolicy((to) -> to.userName(user).policyArn(arn));
        return this;
    }

    MotoAccount group(String name) {
        String arn = policyOfItsOwn(name);
        IamClient iam = clients.get(IamClient.class, HOME);
        iam.createGroup((group) -> group.groupName(name));
        iam.attachGroupPolicy((to) -> to.groupName(name).policyArn(arn));
        return this;
    }

    /** moto keeps none of AWS's own policies. */
    private String policyOfItsOwn(String name) {
        return clients.get(IamClient.class, HOME).createPolicy((policy) -> policy.policyName(name).policyDocument("""
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:List*", "Resource": "*"}]}
            """)).policy().arn();
    }

    MotoAccount alias(String alias) {
        clients.get(IamClient.class, HOME).createAccountAlias((request) -> request.accountAlias(alias));
        return this;
    }

    MotoAccount bucket() {
        clients.get(S3Client.class, HOME)
                .createBucket((bucket) -> bucket.bucket(BUCKET)
                        .createBucketConfiguration((where) -> where.locationConstraint(HOME.id())));
        return this;
    }

    MotoAccount bucketSecured(String policy) {
        S3Client s3 = clients.get(S3Client.class, HOME);
        s3.putBucketPolicy((request) -> request.bucket(BUCKET).policy(policy));
        s3.putPublicAccessBlock((request) -> request.bucket(BUCKET)
                .publicAccessBlockConfiguration((block) -> block.blockPublicAcls(true)
                        .ignorePublicAcls(true)
                        .blockPublicPolicy(true)
                        .restrictPublicBuckets(true)));
        s3.putBucketVersioning(
                (request) -> request.bucket(BUCKET).versioningConfiguration((state) -> state.status("Enabled")));
        return this;
    }

    /** A trail that covers all Regions and writes to a log group, made in any Region. */
    MotoAccount trail(String name, Region region, String logGroup) {
        clients.get(CloudWatchLogsClient.class, region).createLogGroup((group) -> group.logGroupName(logGroup));
        makeTrail(region, CreateTrailRequest.builder()
                .name(name)
                .s3BucketName(BUCKET)
                .isMultiRegionTrail(true)
                .includeGlobalServiceEvents(true)
                .enableLogFileValidation(true)
                .cloudWatchLogsLogGroupArn(logGroupArn(region, logGroup) + ":*")
                .cloudWatchLogsRoleArn("arn:aws:iam::" + ID + ":role/trail-to-logs")
                .build(), ReadWriteType.ALL);
        return this;
    }

    /** A trail of one Region that nobody secured. */
    MotoAccount weakTrail(String name) {
        makeTrail(HOME, CreateTrailRequest.builder().name(name).s3BucketName(BUCKET).build(), ReadWriteType.ALL);
        return this;
    }

    private void makeTrail(Region region, CreateTrailRequest trail, ReadWriteType events) {
        CloudTrailClient cloudTrail = clients.get(CloudTrailClient.class, region);
        cloudTrail.createTrail(trail);
        // AWS gives every trail these selectors; moto gives none.
        cloudTrail.putEventSelectors((request) -> request.trailName(trail.name())
                .eventSelectors(
                        EventSelector.builder().readWriteType(events).includeManagementEvents(true).build()));
        cloudTrail.startLogging((request) -> request.name(trail.name()));
    }

    MotoAccount stopped(String trail) {
        clients.get(CloudTrailClient.class, HOME).stopLogging((request) -> request.name(trail));
        return this;
    }

    MotoAccount onlyWrites(String trail) {
        clients.get(CloudTrailClient.class, HOME)
                .putEventSelectors((request) -> request.trailName(trail)
                        .eventSelectors(EventSelector.builder()
                                .readWriteType(ReadWriteType.WRITE_ONLY)
                                .includeManagementEvents(true)
                                .build()));
        return this;
    }

    MotoAccount topic(Region region, String name) {
        clients.get(SnsClient.class, region).createTopic((topic) -> topic.name(name));
        return this;
    }

    /** moto takes every subscription as confirmed. */
    MotoAccount subscribed(Region region, String topic, String email) {
        clients.get(SnsClient.class, region)
                .subscribe((request) -> request.topicArn(topicArn(region, topic)).protocol("email").endpoint(email));
        return this;
    }

    /** For each activity a metric filter on the log group and an alarm that notifies the topic. */
    MotoAccount alarms(Region region, String logGroup, Set<Activity> activities, String topic) {
        CloudWatchLogsClient logs = clients.get(CloudWatchLogsClient.class, region);
        CloudWatchClient cloudWatch = clients.get(CloudWatchClient.class, region);
        for (Activity activity : activities) {
            logs.putMetricFilter((filter) -> filter.logGroupName(logGroup)
                    .filterName("cis-" + activity.id())
                    .filterPattern(activity.pattern())
                    .metricTransformations(MetricTransformation.builder()
                            .metricNamespace("LogMetrics")
                            .metricName(activity.id())
                            .metricValue("1")
                            .build()));
            cloudWatch.putMetricAlarm((alarm) -> alarm.alarmName("cis-" + activity.id())
                    .namespace("LogMetrics")
                    .metricName(activity.id())
                    .statistic("Sum")
                    .period(300)
                    .evaluationPeriods(1)
                    .threshold(1.0)
                    .comparisonOperator("GreaterThanOrEqualToThreshold")
                    .actionsEnabled(true)
                    .alarmActions(topicArn(region, topic)));
        }
        return this;
    }

    MotoAccount alarmSilenced(Region region, Activity activity) {
        clients.get(CloudWatchClient.class, region)
                .disableAlarmActions((request) -> request.alarmNames("cis-" + activity.id()));
        return this;
    }

    /** AWS Config in a Region: a recorder that runs, its channel, and the three rules. */
    MotoAccount config(Region region) {
        ConfigClient config = clients.get(ConfigClient.class, region);
        config.putConfigurationRecorder((request) -> request.configurationRecorder((recorder) -> recorder
                .name("default")
                .roleARN("arn:aws:iam::" + ID
                        + ":role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig")
                .recordingGroup((group) -> group.allSupported(true).includeGlobalResourceTypes(region.equals(HOME)))));
        config.putDeliveryChannel(
                (request) -> request.deliveryChannel((channel) -> channel.name("default").s3BucketName(BUCKET)));
        config.startConfigurationRecorder((request) -> request.configurationRecorderName("default"));
        for (ConfigRule.Managed managed : ConfigRule.Managed.values()) {
            config.putConfigRule((request) -> request.configRule((rule) -> rule
                    .configRuleName(SampleConfig.name(managed))
                    .source((source) -> source.owner("AWS").sourceIdentifier(managed.name()))));
        }
        return this;
    }

    /** What the rules of a Region find is told to a topic, or to another Region's event bus. */
    MotoAccount told(Region region, String arn) {
        EventBridgeClient events = clients.get(EventBridgeClient.class, region);
        events.putRule((rule) -> rule.name("findings").eventPattern("{\"source\":[\"aws.config\"]}"));
        events.putTargets((request) -> request.rule("findings")
                .targets(Target.builder().id("1").arn(arn).roleArn("arn:aws:iam::" + ID + ":role/forward").build()));
        return this;
    }

    /** The topic takes what these services of AWS say. */
    MotoAccount openTo(Region region, String topic, String... services) {
        clients.get(SnsClient.class, region)
                .setTopicAttributes((request) -> request.topicArn(topicArn(region, topic))
                        .attributeName("Policy")
                        .attributeValue("""
                            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sns:Publish",
                             "Principal": {"Service": ["%s"]}, "Resource": "%s"}]}"""
                                .formatted(String.join("\", \"", services), topicArn(region, topic))));
        return this;
    }

    static String logGroupArn(Region region, String logGroup) {
        return "arn:aws:logs:" + region + ":" + ID + ":log-group:" + logGroup;
    }

    static String topicArn(Region region, String topic) {
        return "arn:aws:sns:" + region + ":" + ID + ":" + topic;
    }

    /** As AWS's own documents have it, for a trail of this account. */
    static String policyFor(String trail, Region region) {
        return """
            {"Version": "2012-10-17", "Statement": [
              {"Sid": "AWSCloudTrailAclCheck", "Effect": "Allow",
               "Principal": {"Service": "cloudtrail.amazonaws.com"},
               "Action": "s3:GetBucketAcl", "Resource": "arn:aws:s3:::BUCKET",
               "Condition": {"StringEquals": {"aws:SourceArn": "TRAIL"}}},
              {"Sid": "AWSCloudTrailWrite", "Effect": "Allow",
               "Principal": {"Service": "cloudtrail.amazonaws.com"},
               "Action": "s3:PutObject", "Resource": "arn:aws:s3:::BUCKET/AWSLogs/ACCOUNT/*",
               "Condition": {"StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceArn": "TRAIL"}}},
              {"Sid": "AWSConfigBucketPermissionsCheck", "Effect": "Allow",
               "Principal": {"Service": "config.amazonaws.com"},
               "Action": "s3:GetBucketAcl", "Resource": "arn:aws:s3:::BUCKET",
               "Condition": {"StringEquals": {"AWS:SourceAccount": "ACCOUNT"}}},
              {"Sid": "AWSConfigBucketExistenceCheck", "Effect": "Allow",
               "Principal": {"Service": "config.amazonaws.com"},
               "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::BUCKET",
               "Condition": {"StringEquals": {"AWS:SourceAccount": "ACCOUNT"}}},
              {"Sid": "AWSConfigBucketDelivery", "Effect": "Allow",
               "Principal": {"Service": "config.amazonaws.com"},
               "Action": "s3:PutObject", "Resource": "arn:aws:s3:::BUCKET/AWSLogs/ACCOUNT/Config/*",
               "Condition": {"StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control", "AWS:SourceAccount": "ACCOUNT"}}},
              {"Sid": "TlsOnly", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
               "Resource": ["arn:aws:s3:::BUCKET", "arn:aws:s3:::BUCKET/*"],
               "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
            """
                .replace("TRAIL", "arn:aws:cloudtrail:" + region + ":" + ID + ":trail/" + trail)
                .replace("BUCKET", BUCKET)
                .replace("ACCOUNT", ID);
    }

    @Override
    public void close() {
        clients.close();
        System.clearProperty(ENDPOINT_PROPERTY);
    }
}

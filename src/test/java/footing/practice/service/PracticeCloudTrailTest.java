package footing.practice.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.account.Region;
import footing.practice.Bench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.CreateTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.InsufficientS3BucketPolicyException;
import software.amazon.awssdk.services.cloudtrail.model.InsufficientSnsTopicPolicyException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidCloudWatchLogsLogGroupArnException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidCloudWatchLogsRoleArnException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidEventSelectorsException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidHomeRegionException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidTrailNameException;
import software.amazon.awssdk.services.cloudtrail.model.ListTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.ListTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.MaximumNumberOfTrailsExceededException;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.cloudtrail.model.S3BucketDoesNotExistException;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudtrail.model.TrailAlreadyExistsException;
import software.amazon.awssdk.services.cloudtrail.model.TrailInfo;
import software.amazon.awssdk.services.cloudtrail.model.TrailNotFoundException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class PracticeCloudTrailTest {

    private static final String ARN = "arn:aws:cloudtrail:us-east-1:123456789012:trail/";

    private final Bench bench = Bench.fresh();
    private final CloudTrailClient trails = bench.cloudTrail();

    private static Consumer<CreateTrailRequest.Builder> trail(String name) {
        return (request) -> request.name(name).s3BucketName("acme-audit").isMultiRegionTrail(true);
    }

    @Test
    void trail_isDescribedAsItWasMade_andDoesNotLogYet() {
        bench.makeLogBucket("acme-audit", "main");

        trails.createTrail((request) -> trail("main").accept(request.enableLogFileValidation(true)));

        Trail made = trails.describeTrails().trailList().getFirst();
        assertThat(made.trailARN()).isEqualTo(ARN + "main");
        assertThat(made.isMultiRegionTrail()).isTrue();
        assertThat(made.includeGlobalServiceEvents()).isTrue();
        assertThat(made.logFileValidationEnabled()).isTrue();
        assertThat(made.homeRegion()).isEqualTo("us-east-1");
        assertThat(trails.getTrailStatus((request) -> request.name("main")).isLogging()).isFalse();
        assertThat(trails.getEventSelectors((request) -> request.trailName(ARN + "main")).eventSelectors())
                .singleElement()
                .matches((selector) -> selector.readWriteType() == ReadWriteType.ALL
                        && selector.includeManagementEvents());
    }

    @Test
    void trail_isRefused_whenItsBucketIsMissing() {
        assertThatThrownBy(() -> trails.createTrail(trail("main")))
                .isInstanceOf(S3BucketDoesNotExistException.class)
                .hasMessageContaining("acme-audit");
    }

    @Test
    void trail_isRefused_whenTheBucketHasNoPolicyOrOneForAnotherTrail() {
        bench.s3().createBucket((request) -> request.bucket("acme-audit"));
        assertThatThrownBy(() -> trails.createTrail(trail("main")))
                .isInstanceOf(InsufficientS3BucketPolicyException.class);

        bench.s3()
                .putBucketPolicy(
                        (request) -> request.bucket("acme-audit").policy(Bench.trailPolicy("acme-audit", "other")));
        assertThatThrownBy(() -> trails.createTrail(trail("main")))
                .isInstanceOf(InsufficientS3BucketPolicyException.class)
                .hasMessageContaining("Incorrect S3 bucket policy is detected for bucket: acme-audit");
        assertThat(trails.describeTrails().trailList()).isEmpty();
    }

    @Test
    void trail_isRefused_whenTheBucketPolicyDeniesWhatItAllows() {
        bench.s3().createBucket((request) -> request.bucket("acme-audit"));
        bench.s3()
                .putBucketPolicy((request) -> request.bucket("acme-audit")
                        .policy(Bench.trailPolicy("acme-audit", "main").replace("\"false\"", "\"true\"")));

        assertThatThrownBy(() -> trails.createTrail(trail("main")))
                .isInstanceOf(InsufficientS3BucketPolicyException.class);
    }

    @Test
    void trail_isRefused_whenItsPrefixIsNotInThePolicy() {
        bench.makeLogBucket("acme-audit", "main");

        assertThatThrownBy(() -> trails.createTrail((request) -> trail("main").accept(request.s3KeyPrefix("apps"))))
                .isInstanceOf(InsufficientS3BucketPolicyException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "-main", "main_", "ma..in", "ma in", "10.0.0.1"})
    void trail_isRefused_whenItsNameIsNone(String name) {
        bench.makeLogBucket("acme-audit", "main");

        assertThatThrownBy(() -> trails.createTrail(trail(name))).isInstanceOf(InvalidTrailNameException.class);
    }

    @Test
    void trail_isRefused_whenItCoversAllRegionsWithoutGlobalEvents() {
        bench.makeLogBucket("acme-audit", "main");

        assertThatThrownBy(() -> trails
                .createTrail((request) -> trail("main").accept(request.includeGlobalServiceEvents(false))))
                .isInstanceOf(InvalidParameterCombinationException.class);
    }

    @Test
    void trail_isRefused_whenThereAreFive() {
        bench.makeLogBucket("acme-audit", "*");
        bench.s3()
                .putBucketPolicy((request) -> request.bucket("acme-audit")
                        .policy(Bench.trailPolicy("acme-audit", "*").replace("StringEquals", "StringLike")));
        for (int i = 1; i <= 5; i++) {
            trails.createTrail(trail("trail-" + i));
        }

        assertThatThrownBy(() -> trails.createTrail(trail("trail-6")))
                .isInstanceOf(MaximumNumberOfTrailsExceededException.class)
                .hasMessageContaining("already has 5 trails in us-east-1");
        assertThatThrownBy(() -> trails.createTrail(trail("trail-1"))).isInstanceOf(TrailAlreadyExistsException.class);
    }

    @Test
    void shadowTrail_isSeenElsewhere_andChangedOnlyAtHome() {
        bench.makeLogBucket("acme-audit", "main");
        trails.createTrail(trail("main"));
        CloudTrailClient elsewhere = bench.clients.get(CloudTrailClient.class, Bench.ELSEWHERE);

        assertThat(elsewhere.describeTrails().trailList()).hasSize(1);
        assertThat(elsewhere.describeTrails((request) -> request.includeShadowTrails(false)).trailList()).isEmpty();
        assertThat(elsewhere.getTrailStatus((request) -> request.name(ARN + "main")).isLogging()).isFalse();
        assertThatThrownBy(() -> elsewhere.startLogging((request) -> request.name(ARN + "main")))
                .isInstanceOf(InvalidHomeRegionException.class);
        assertThatThrownBy(() -> elsewhere.deleteTrail((request) -> request.name("main")))
                .isInstanceOf(InvalidHomeRegionException.class);

        trails.updateTrail((request) -> request.name("main").isMultiRegionTrail(false));
        assertThat(elsewhere.describeTrails().trailList()).isEmpty();
        assertThatThrownBy(() -> elsewhere.getTrailStatus((request) -> request.name(ARN + "main")))
                .isInstanceOf(TrailNotFoundException.class);
    }

    @Test
    void trails_areListedInEveryRegion_alsoThoseOfOneRegionAlone_inPages() {
        bench.s3().createBucket((request) -> request.bucket("acme-audit"));
        bench.s3().putBucketPolicy((request) -> request.bucket("acme-audit").policy("""
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
             "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": ["s3:GetBucketAcl", "s3:PutObject"],
             "Resource": ["arn:aws:s3:::acme-audit", "arn:aws:s3:::acme-audit/*"]}]}"""));
        List<String> made = new ArrayList<>();
        for (String region : List.of("us-east-1", "us-east-2", "us-west-1", "us-west-2", "eu-central-1", "eu-west-1",
                "eu-west-2", "eu-west-3", "eu-north-1", "ap-south-1", "sa-east-1")) {
            CloudTrailClient there = bench.clients.get(CloudTrailClient.class, new Region(region));
            for (int i = 0; i < 5; i++) {
                String name = "alone-" + i;
                made.add(there.createTrail((request) -> request.name(name).s3BucketName("acme-audit")).trailARN());
            }
        }
        CloudTrailClient elsewhere = bench.clients.get(CloudTrailClient.class, Bench.ELSEWHERE);

        ListTrailsResponse first = elsewhere.listTrails(ListTrailsRequest.builder().build());
        assertThat(first.trails()).hasSize(50);
        ListTrailsResponse second = elsewhere.listTrails((request) -> request.nextToken(first.nextToken()));
        assertThat(second.nextToken()).isNull();
        assertThat(Stream.concat(first.trails().stream(), second.trails().stream()))
                .allSatisfy((trail) -> assertThat(trail.trailARN()).contains(":" + trail.homeRegion() + ":")
                        .endsWith("trail/" + trail.name()))
                .extracting(TrailInfo::trailARN)
                .containsExactlyInAnyOrderElementsOf(made);
        assertThatThrownBy(() -> elsewhere.listTrails((request) -> request.nextToken("none")))
                .hasMessageContaining("NextToken");
    }

    @Test
    void logGroup_isRefused_untilItIsThereAndTheRoleMayWriteToIt() {
        bench.makeLogBucket("acme-audit", "main");
        trails.createTrail(trail("main"));
        String group = "arn:aws:logs:us-east-1:123456789012:log-group:trail:*";
        String role = "arn:aws:iam::123456789012:role/trail-to-logs";

        assertThatThrownBy(() -> trails.updateTrail((request) -> request.name("main").cloudWatchLogsRoleArn(role)))
                .isInstanceOf(InvalidCloudWatchLogsLogGroupArnException.class);
        assertThatThrownBy(() -> trails.updateTrail(
                (request) -> request.name("main").cloudWatchLogsLogGroupArn(group).cloudWatchLogsRoleArn(role)))
                .isInstanceOf(InvalidCloudWatchLogsLogGroupArnException.class);
        bench.logs().createLogGroup((request) -> request.logGroupName("trail"));
        assertThatThrownBy(() -> trails.updateTrail((request) -> request.name("main").cloudWatchLogsLogGroupArn(group)))
                .isInstanceOf(InvalidCloudWatchLogsRoleArnException.class);
        assertThatThrownBy(() -> trails.updateTrail(
                (request) -> request.name("main").cloudWatchLogsLogGroupArn(group).cloudWatchLogsRoleArn(role)))
                .isInstanceOf(InvalidCloudWatchLogsRoleArnException.class);
        bench.makeLogRole("trail-to-logs", "another");
        assertThatThrownBy(() -> trails.updateTrail(
                (request) -> request.name("main").cloudWatchLogsLogGroupArn(group).cloudWatchLogsRoleArn(role)))
                .isInstanceOf(InvalidCloudWatchLogsRoleArnException.class)
                .hasMessageContaining("Access denied. Check the permissions for your role.");

        bench.makeLogRole("right", "trail");
        trails.updateTrail((request) -> request.name("main")
                .cloudWatchLogsLogGroupArn(group)
                .cloudWatchLogsRoleArn("arn:aws:iam::123456789012:role/right"));
        assertThat(trails.getTrail((request) -> request.name("main")).trail().cloudWatchLogsLogGroupArn())
                .isEqualTo(group);
    }

    @Test
    void logRole_isRefused_whenItsTrustAsksForTheTrailThatCloudTrailDoesNotName() {
        bench.makeLogBucket("acme-audit", "main");
        trails.createTrail(trail("main"));
        bench.logs().createLogGroup((request) -> request.logGroupName("trail"));
        String role = bench.makeLogRole("narrow", "trail");
        bench.iam().updateAssumeRolePolicy((request) -> request.roleName("narrow").policyDocument("""
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
             "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition":
             {"StringEquals": {"aws:SourceArn": "arn:aws:cloudtrail:us-east-1:123456789012:trail/main"}}}]}"""));

        assertThatThrownBy(() -> trails.updateTrail((request) -> request.name("main")
                .cloudWatchLogsLogGroupArn("arn:aws:logs:us-east-1:123456789012:log-group:trail:*")
                .cloudWatchLogsRoleArn(role))).isInstanceOf(InvalidCloudWatchLogsRoleArnException.class);
    }

    @Test
    void topic_isRefused_whenItsPolicyDoesNotLetCloudTrailPublish() {
        bench.makeLogBucket("acme-audit", "main");
        bench.sns().createTopic((request) -> request.name("deliveries"));

        assertThatThrownBy(
                () -> trails.createTrail((request) -> trail("main").accept(request.snsTopicName("deliveries"))))
                .isInstanceOf(InsufficientSnsTopicPolicyException.class);
    }

    @Test
    void deliveries_comeByTheClock_andByNothingElse() {
        bench.makeLogBucket("acme-audit", "main");
        bench.logs().createLogGroup((request) -> request.logGroupName("trail"));
        String role = bench.makeLogRole("to-logs", "trail");
        trails.createTrail((request) -> trail("main").accept(request.enableLogFileValidation(true)
                .cloudWatchLogsLogGroupArn("arn:aws:logs:us-east-1:123456789012:log-group:trail:*")
                .cloudWatchLogsRoleArn(role)));
        trails.startLogging((request) -> request.name("main"));

        GetTrailStatusResponse atOnce = trails.getTrailStatus((request) -> request.name("main"));
        assertThat(atOnce.isLogging()).isTrue();
        assertThat(atOnce.startLoggingTime()).isEqualTo(bench.now());
        assertThat(atOnce.latestDeliveryTime()).isNull();

        bench.pass(Duration.ofMinutes(7));
        GetTrailStatusResponse later = trails.getTrailStatus((request) -> request.name("main"));
        assertThat(later.latestDeliveryTime()).isEqualTo(bench.now().minus(Duration.ofMinutes(2)));
        assertThat(later.latestCloudWatchLogsDeliveryTime()).isEqualTo(later.latestDeliveryTime());
        assertThat(later.latestDigestDeliveryTime()).isNull();
        assertThat(bench.s3().listObjectsV2((request) -> request.bucket("acme-audit")).contents())
                .singleElement()
                .matches((file) -> file.key()
                        .startsWith("AWSLogs/123456789012/CloudTrail/us-east-1/2026/03/02/123456789012_CloudTrail_"));
        assertThat(bench.logs().describeLogStreams((request) -> request.logGroupName("trail")).logStreams())
                .singleElement()
                .matches((stream) -> stream.logStreamName().equals("123456789012_CloudTrail_us-east-1"));

        bench.pass(Duration.ofHours(1));
        assertThat(trails.getTrailStatus((request) -> request.name("main")).latestDigestDeliveryTime()).isNotNull();
    }

    @Test
    void delivery_fails_whenTheBucketNoLongerLetsItIn() {
        bench.makeLogBucket("acme-audit", "main");
        trails.createTrail(trail("main"));
        trails.startLogging((request) -> request.name("main"));
        bench.s3().deleteBucketPolicy((request) -> request.bucket("acme-audit"));
        bench.pass(Duration.ofMinutes(6));

        GetTrailStatusResponse status = trails.getTrailStatus((request) -> request.name("main"));
        assertThat(status.latestDeliveryError()).isEqualTo("AccessDenied");
        assertThat(status.latestDeliveryTime()).isNull();

        bench.s3()
                .putBucketPolicy(
                        (request) -> request.bucket("acme-audit").policy(Bench.trailPolicy("acme-audit", "main")));
        bench.pass(Duration.ofMinutes(5));
        assertThat(trails.getTrailStatus((request) -> request.name("main")).latestDeliveryError()).isNull();
    }

    @Test
    void logFiles_stay_whenTheTrailIsDeleted() {
        bench.makeLogBucket("acme-audit", "main");
        trails.createTrail(trail("main"));
        trails.startLogging((request) -> request.name("main"));
        bench.pass(Duration.ofMinutes(6));
        trails.deleteTrail((request) -> request.name("main"));

        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() -> bench.s3().deleteBucket((request) -> request.bucket("acme-audit")))
                .matches((refusal) -> refusal.awsErrorDetails().errorCode().equals("BucketNotEmpty"));
    }

    @Test
    void selectors_areKept_andRefused_whenTheyAreNone() {
        bench.makeLogBucket("acme-audit", "main");
        trails.createTrail(trail("main"));

        trails.putEventSelectors((request) -> request.trailName("main")
                .eventSelectors(EventSelector.builder()
                        .readWriteType(ReadWriteType.WRITE_ONLY)
                        .excludeManagementEventSources("kms.amazonaws.com")
                        .build()));

        assertThat(trails.getEventSelectors((request) -> request.trailName("main")).eventSelectors())
                .singleElement()
                .matches((selector) -> selector.readWriteType() == ReadWriteType.WRITE_ONLY
                        && selector.excludeManagementEventSources().contains("kms.amazonaws.com"));
        assertThat(trails.getTrail((request) -> request.name("main")).trail().hasCustomEventSelectors()).isTrue();
        assertThatThrownBy(() -> trails.putEventSelectors((request) -> request.trailName("main")))
                .isInstanceOf(InvalidEventSelectorsException.class);

        trails.putEventSelectors((request) -> request.trailName("main")
                .advancedEventSelectors(AdvancedEventSelector.builder()
                        .fieldSelectors(AdvancedFieldSelector.builder()
                                .field("eventCategory")
                                .equalsValue("Management")
                                .build())
                        .build()));
        assertThat(trails.getEventSelectors((request) -> request.trailName("main")).hasEventSelectors()).isFalse();
    }
}

package footing.practice.service;

import static org.assertj.core.api.Assertions.assertThat;

import footing.practice.Bench;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.ConfigRuleEvaluationStatus;
import software.amazon.awssdk.services.config.model.ConfigurationRecorderStatus;
import software.amazon.awssdk.services.config.model.DeliveryStatus;
import software.amazon.awssdk.services.config.model.InsufficientDeliveryPolicyException;
import software.amazon.awssdk.services.config.model.InvalidParameterValueException;
import software.amazon.awssdk.services.config.model.InvalidRecordingGroupException;
import software.amazon.awssdk.services.config.model.InvalidRoleException;
import software.amazon.awssdk.services.config.model.LastDeliveryChannelDeleteFailedException;
import software.amazon.awssdk.services.config.model.MaxNumberOfConfigurationRecordersExceededException;
import software.amazon.awssdk.services.config.model.MaxNumberOfDeliveryChannelsExceededException;
import software.amazon.awssdk.services.config.model.NoAvailableConfigurationRecorderException;
import software.amazon.awssdk.services.config.model.NoAvailableDeliveryChannelException;
import software.amazon.awssdk.services.config.model.NoSuchBucketException;
import software.amazon.awssdk.services.config.model.NoSuchConfigRuleException;
import software.amazon.awssdk.services.config.model.NoSuchConfigurationRecorderException;
import software.amazon.awssdk.services.config.model.RecorderStatus;
import software.amazon.awssdk.services.config.model.RecordingGroup;
import software.amazon.awssdk.services.config.model.ResourceNotFoundException;
import software.amazon.awssdk.services.config.model.Tag;

class PracticeConfigTest {

    private static final String BUCKET = "acme-audit";
    private static final String ROLE = "arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/"
            + "AWSServiceRoleForConfig";

    private final Bench bench = Bench.fresh();
    private final ConfigClient config = bench.client(ConfigClient.class);

    @BeforeEach
    void aRole() {
        bench.iam().createServiceLinkedRole((request) -> request.awsServiceName("config.amazonaws.com"));
    }

    private void recorder(String name, Consumer<RecordingGroup.Builder> group) {
        config.putConfigurationRecorder((request) -> request.configurationRecorder((recorder) -> recorder.name(name)
                .roleARN(ROLE)
                .recordingGroup(group)));
    }

    private void recorder() {
        recorder("default", (group) -> group.allSupported(true).includeGlobalResourceTypes(true));
    }

    private void channel() {
        config.putDeliveryChannel((request) -> request
                .deliveryChannel((channel) -> channel.name("default").s3BucketName(BUCKET)));
    }

    private void bucket() {
        bench.s3().createBucket((request) -> request.bucket(BUCKET));
    }

    private void open() {
        bench.s3().putBucketPolicy((request) -> request.bucket(BUCKET).policy("""
            {"Version": "2012-10-17", "Statement": [
             {"Effect": "Allow", "Principal": {"Service": "config.amazonaws.com"},
              "Action": ["s3:GetBucketAcl", "s3:ListBucket"], "Resource": "arn:aws:s3:::acme-audit",
              "Condition": {"StringEquals": {"AWS:SourceAccount": "123456789012"}}},
             {"Effect": "Allow", "Principal": {"Service": "config.amazonaws.com"}, "Action": "s3:PutObject",
              "Resource": "arn:aws:s3:::acme-audit/AWSLogs/123456789012/Config/*",
              "Condition": {"StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control",
                "AWS:SourceAccount": "123456789012"}}}]}"""));
    }

    private void start() {
        config.startConfigurationRecorder((request) -> request.configurationRecorderName("default"));
    }

    private void recording() {
        recorder();
        bucket();
        open();
        channel();
        start();
    }

    private void rule(String name, String identifier, String parameters) {
        config.putConfigRule((request) -> request.configRule(ConfigRule.builder()
                .configRuleName(name)
                .inputParameters(parameters)
                .source((source) -> source.owner("AWS").sourceIdentifier(identifier))
                .build()));
    }

    private ConfigurationRecorderStatus status() {
        return config.describeConfigurationRecorderStatus().configurationRecordersStatus().getFirst();
    }

    @Test
    void recorder_isOneToARegion() {
        recorder();
        recorder("default", (group) -> group.resourceTypesWithStrings("AWS::EC2::Instance"));

        Refused.with(MaxNumberOfConfigurationRecordersExceededException.class,
                "MaxNumberOfConfigurationRecordersExceededException", 400,
                () -> recorder("second", (group) -> group.allSupported(true)));
        assertThat(config.describeConfigurationRecorders().configurationRecorders()).singleElement()
                .satisfies((recorder) -> assertThat(recorder.recordingGroup().allSupported()).isFalse());
        assertThat(bench.clients.get(ConfigClient.class, Bench.ELSEWHERE)
                .describeConfigurationRecorders()
                .configurationRecorders()).isEmpty();
    }

    @Test
    void recorder_isRefused_whenItContradictsItself() {
        Refused.with(InvalidRecordingGroupException.class, "InvalidRecordingGroupException", 400,
                () -> recorder("default",
                        (group) -> group.allSupported(true).resourceTypesWithStrings("AWS::EC2::Instance")));
        Refused.with(InvalidRecordingGroupException.class, "InvalidRecordingGroupException", 400,
                () -> recorder("default", (group) -> group.allSupported(false)));
        Refused.with(InvalidRoleException.class, "InvalidRoleException", 400,
                () -> config.putConfigurationRecorder((request) -> request
                        .configurationRecorder((recorder) -> recorder.roleARN("arn:aws:iam::1:role/none"))));
    }

    @Test
    void recorder_startsOnlyWithAChannel() {
        Refused.with(NoSuchConfigurationRecorderException.class, "NoSuchConfigurationRecorderException", 400,
                this::start);
        recorder();

        Refused.with(NoAvailableDeliveryChannelException.class, "NoAvailableDeliveryChannelException", 400,
                this::start);
    }

    @Test
    void channel_isRefused_whenTheBucketDoesNotLetConfigWrite() {
        Refused.with(NoAvailableConfigurationRecorderException.class, "NoAvailableConfigurationRecorderException",
                400, this::channel);
        recorder();
        Refused.with(NoSuchBucketException.class, "NoSuchBucketException", 400, this::channel);
        bucket();
        Refused.with(InsufficientDeliveryPolicyException.class, "InsufficientDeliveryPolicyException", 400,
                this::channel);
        open();
        channel();

        Refused.with(MaxNumberOfDeliveryChannelsExceededException.class,
                "MaxNumberOfDeliveryChannelsExceededException", 400,
                () -> config.putDeliveryChannel((request) -> request
                        .deliveryChannel((channel) -> channel.name("second").s3BucketName(BUCKET))));
    }

    @Test
    void recorder_delivers_afterAWhile() {
        recording();
        assertThat(status().recording()).isTrue();
        assertThat(status().lastStatus()).isEqualTo(RecorderStatus.PENDING);

        bench.pass(Duration.ofMinutes(5));
        assertThat(status().lastStatus()).isEqualTo(RecorderStatus.SUCCESS);
        assertThat(delivered()).isNull();

        bench.pass(Duration.ofHours(7));
        assertThat(delivered()).isEqualTo(DeliveryStatus.SUCCESS);
        assertThat(bench.s3().listObjectsV2((request) -> request.bucket(BUCKET)).contents()).singleElement()
                .satisfies((file) -> assertThat(file.key())
                        .startsWith("AWSLogs/123456789012/Config/us-east-1/2026/3/2/ConfigHistory/"));
    }

    private DeliveryStatus delivered() {
        return config.describeDeliveryChannelStatus()
                .deliveryChannelsStatus()
                .getFirst()
                .configHistoryDeliveryInfo()
                .lastStatus();
    }

    @Test
    void delivery_fails_whenTheBucketCloses() {
        recording();
        bench.s3().deleteBucketPolicy((request) -> request.bucket(BUCKET));

        bench.pass(Duration.ofHours(7));

        assertThat(delivered()).isEqualTo(DeliveryStatus.FAILURE);
        assertThat(status().lastStatus()).isEqualTo(RecorderStatus.FAILURE);
        assertThat(status().lastErrorCode()).isEqualTo("AccessDenied");
    }

    @Test
    void channel_stays_whileSomethingIsRecorded() {
        recording();

        Refused.with(LastDeliveryChannelDeleteFailedException.class, "LastDeliveryChannelDeleteFailedException", 400,
                () -> config.deleteDeliveryChannel((request) -> request.deliveryChannelName("default")));
        config.stopConfigurationRecorder((request) -> request.configurationRecorderName("default"));
        config.deleteDeliveryChannel((request) -> request.deliveryChannelName("default"));
        config.deleteConfigurationRecorder((request) -> request.configurationRecorderName("default"));

        assertThat(config.describeDeliveryChannels().deliveryChannels()).isEmpty();
    }

    @Test
    void rule_isEvaluatedOnce_afterItWasMade_whileSomethingIsRecorded() {
        Refused.with(NoAvailableConfigurationRecorderException.class, "NoAvailableConfigurationRecorderException",
                400, () -> rule("ssh", "INCOMING_SSH_DISABLED", ""));
        recorder();
        rule("ssh", "INCOMING_SSH_DISABLED", "");
        bench.pass(Duration.ofHours(1));
        assertThat(evaluation().firstEvaluationStarted()).isFalse();

        bucket();
        open();
        channel();
        start();
        bench.pass(Duration.ofMinutes(10));

        assertThat(evaluation().lastSuccessfulEvaluationTime()).isEqualTo(bench.now().minus(Duration.ofMinutes(5)));
    }

    private ConfigRuleEvaluationStatus evaluation() {
        return config.describeConfigRuleEvaluationStatus((request) -> request.configRuleNames("ssh"))
                .configRulesEvaluationStatus()
                .getFirst();
    }

    @Test
    void rule_isRefused_whenAwsKnowsNeitherItNorItsParameters() {
        recorder();

        Refused.with(InvalidParameterValueException.class, "InvalidParameterValueException", 400,
                () -> rule("x", "SOMETHING_ELSE", ""));
        Refused.with(InvalidParameterValueException.class, "InvalidParameterValueException", 400,
                () -> rule("x", "INCOMING_SSH_DISABLED", "{\"port\":\"22\"}"));
        Refused.with(InvalidParameterValueException.class, "InvalidParameterValueException", 400,
                () -> rule("x", "RESTRICTED_INCOMING_TRAFFIC", "{\"blockedPort1\":\"all\"}"));
        Refused.with(NoSuchConfigRuleException.class, "NoSuchConfigRuleException", 400,
                () -> config.deleteConfigRule((request) -> request.configRuleName("x")));
        assertThat(config.describeConfigRules().configRules()).isEmpty();
    }

    @Test
    void tags_comeAndGo_andStayWhenTheRuleIsPutAgain() {
        recorder();
        rule("ssh", "INCOMING_SSH_DISABLED", "");
        String arn = config.describeConfigRules().configRules().getFirst().configRuleArn();
        config.tagResource((request) -> request.resourceArn(arn).tags(tag("a", "1"), tag("b", "2")));
        config.untagResource((request) -> request.resourceArn(arn).tagKeys("a"));

        rule("ssh", "INCOMING_SSH_DISABLED", "{}");

        assertThat(config.listTagsForResource((request) -> request.resourceArn(arn)).tags())
                .containsExactly(tag("b", "2"));
        Refused.with(ResourceNotFoundException.class, "ResourceNotFoundException", 400,
                () -> config.tagResource((request) -> request.resourceArn(arn + "x").tags(tag("a", "1"))));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void rules_comeInPages() {
        recorder();
        for (int i = 0; i < 30; i++) {
            rule("rule-" + i, "ENCRYPTED_VOLUMES", "");
        }

        assertThat(config.describeConfigRules().configRules()).hasSize(25);
        assertThat(config.describeConfigRulesPaginator().configRules()).hasSize(30);
    }
}

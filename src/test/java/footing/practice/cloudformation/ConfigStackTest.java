package footing.practice.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A stack of AWS Config: a recorder and a channel that wait for each other, rules, and an event rule. */
class ConfigStackTest {

    private static final String TEMPLATE = """
        Resources:
          Role:
            Type: AWS::IAM::ServiceLinkedRole
            Properties: {AWSServiceName: config.amazonaws.com}
          Channel:
            Type: AWS::Config::DeliveryChannel
            Properties: {Name: default, S3BucketName: acme-audit}
          Recorder:
            Type: AWS::Config::ConfigurationRecorder
            DependsOn: Role
            Properties:
              Name: default
              RoleARN: !Sub arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig
              RecordingGroup: {AllSupported: true, IncludeGlobalResourceTypes: true}
          Ssh:
            Type: AWS::Config::ConfigRule
            DependsOn: Recorder
            Properties:
              ConfigRuleName: ssh
              Source: {Owner: AWS, SourceIdentifier: INCOMING_SSH_DISABLED}
          Events:
            Type: AWS::Events::Rule
            Properties:
              Name: findings
              EventPattern: {source: [aws.config]}
              Targets: [{Id: topic, Arn: !Sub "arn:${AWS::Partition}:sns:us-east-1:${AWS::AccountId}:security"}]
        """;

    private final Deploying deploying = Deploying.fresh();
    private final ConfigClient config = deploying.client(ConfigClient.class);

    @BeforeEach
    void aBucketThatLetsConfigIn() {
        S3Client s3 = deploying.client(S3Client.class);
        s3.createBucket((call) -> call.bucket("acme-audit"));
        s3.putBucketPolicy((call) -> call.bucket("acme-audit").policy("""
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
             "Principal": {"Service": "config.amazonaws.com"}, "Action": ["s3:GetBucketAcl", "s3:PutObject"],
             "Resource": ["arn:aws:s3:::acme-audit", "arn:aws:s3:::acme-audit/*"]}]}"""));
    }

    private boolean recording() {
        return config.describeConfigurationRecorderStatus().configurationRecordersStatus().getFirst().recording();
    }

    @Test
    void recorderAndChannel_waitForEachOther_andThenItRecords() {
        assertThat(deploying.create(TEMPLATE)).isEqualTo("CREATE_COMPLETE");

        assertThat(recording()).isTrue();
        assertThat(deploying.physicalId("Recorder")).isEqualTo("default");
        assertThat(deploying.physicalId("Role")).isEqualTo("AWSServiceRoleForConfig");
        assertThat(config.describeConfigRules().configRules()).hasSize(1);
        assertThat(deploying.client(EventBridgeClient.class)
                .listTargetsByRule((call) -> call.rule("findings"))
                .targets()).hasSize(1);
    }

    @Test
    void stack_goesWhole_thoughSomethingIsRecorded() {
        deploying.create(TEMPLATE);

        assertThat(deploying.delete()).isEqualTo("DELETE_COMPLETE");

        assertThat(config.describeConfigurationRecorders().configurationRecorders()).isEmpty();
        assertThat(config.describeDeliveryChannels().deliveryChannels()).isEmpty();
        assertThat(deploying.client(EventBridgeClient.class).listRules((call) -> {
        }).rules()).isEmpty();
    }

    @Test
    void recorder_waitsInVain_whenThereIsNoChannel() {
        String alone = TEMPLATE.replaceFirst("(?s)  Channel:.*?  Recorder:", "  Recorder:");

        assertThat(deploying.create(alone)).isEqualTo("ROLLBACK_COMPLETE");

        assertThat(deploying.reason("Recorder", "CREATE_FAILED")).contains("NotStabilized")
                .contains("delivery channel");
        assertThat(config.describeConfigurationRecorders().configurationRecorders()).isEmpty();
    }

    @Test
    void stack_isRolledBack_whenTheBucketDoesNotLetConfigWrite() {
        deploying.client(S3Client.class).deleteBucketPolicy((call) -> call.bucket("acme-audit"));

        assertThat(deploying.create(TEMPLATE)).isEqualTo("ROLLBACK_COMPLETE");

        assertThat(deploying.reason("Channel", "CREATE_FAILED")).contains("Insufficient delivery policy");
        assertThat(config.describeConfigurationRecorders().configurationRecorders()).isEmpty();
    }

    @Test
    void role_isRefused_whenItIsThere() {
        deploying.client(IamClient.class)
                .createServiceLinkedRole((call) -> call.awsServiceName("config.amazonaws.com"));

        assertThat(deploying.create(TEMPLATE)).isEqualTo("ROLLBACK_COMPLETE");

        assertThat(deploying.reason("Role", "CREATE_FAILED")).contains("has been taken in this account");
    }

    @Test
    void rule_isChangedInPlace() {
        deploying.create(TEMPLATE);

        assertThat(deploying.update(TEMPLATE.replace("EventPattern: {source: [aws.config]}",
                "EventPattern: {source: [aws.config]}\n      State: DISABLED")
                .replace("IncludeGlobalResourceTypes: true", "IncludeGlobalResourceTypes: false")))
                .isEqualTo("UPDATE_COMPLETE");

        assertThat(config.describeConfigurationRecorders()
                .configurationRecorders()
                .getFirst()
                .recordingGroup()
                .includeGlobalResourceTypes()).isFalse();
        assertThat(recording()).isTrue();
        assertThat(deploying.client(EventBridgeClient.class).listRules((call) -> {
        }).rules().getFirst().stateAsString())
                .isEqualTo("DISABLED");
    }

    @Test
    void recorder_keepsItsOverrides() {
        deploying.create(TEMPLATE.replace("RecordingGroup:", "RecordingMode: {RecordingFrequency: CONTINUOUS, "
                + "RecordingModeOverrides: [{Description: Seldom, RecordingFrequency: DAILY, ResourceTypes: "
                + "['AWS::EC2::NetworkInterface']}]}\n      RecordingGroup:"));

        assertThat(config.describeConfigurationRecorders()
                .configurationRecorders()
                .getFirst()
                .recordingMode()
                .recordingModeOverrides()).singleElement()
                .matches((one) -> one.description().equals("Seldom")
                        && one.recordingFrequencyAsString().equals("DAILY")
                        && one.resourceTypesAsStrings().equals(List.of("AWS::EC2::NetworkInterface")));
    }

    @Test
    void serviceLinkedRole_isRefused_withASuffixThatItsServiceDoesNotTake() {
        assertThat(deploying.create(TEMPLATE.replace("AWSServiceName: config.amazonaws.com",
                "AWSServiceName: config.amazonaws.com, CustomSuffix: two"))).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(deploying.reason("Role", "CREATE_FAILED"))
                .contains("Custom suffix is not allowed for config.amazonaws.com");
    }
}

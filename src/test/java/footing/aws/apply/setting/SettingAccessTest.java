package footing.aws.apply.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.account.AlternateContact;
import footing.account.ConfigRecording.Scope;
import footing.account.ContactType;
import footing.account.LogBucket;
import footing.account.PasswordPolicy;
import footing.account.PrimaryContact;
import footing.account.Region;
import footing.plan.Setting;
import footing.plan.Value;
import footing.practice.Bench;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudtrail.model.DataResource;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.cloudtrail.model.TrailNotFoundException;
import software.amazon.awssdk.services.config.ConfigClient;

/** Each setting is read back as it was written, on the practice account. */
class SettingAccessTest {

    private final Bench bench = Bench.fresh();

    @Test
    void contacts_areReadBackAsTheyWereWritten_andRemoved() {
        PrimaryContact contact = new PrimaryContact("Example Corp", Optional.of("Example"), "1 Main Street",
                Optional.empty(), Optional.empty(), "Seattle", Optional.empty(), Optional.of("WA"), "98101", "US",
                "+1 206 555 0100", Optional.empty());
        wrote(new Setting.PrimaryContactSetting(Bench.HOME), contact);
        Setting<Optional<AlternateContact>> billing = new Setting.AlternateContactSetting(ContactType.BILLING,
                Bench.HOME);
        wrote(billing, Optional.of(new AlternateContact("Billing", "Team", "aws-billing@example.com",
                "+1 206 555 0101")));
        wrote(billing, Optional.empty());
    }

    @Test
    void passwordPolicy_isWrittenWhole_andRemoved() {
        Setting<Optional<PasswordPolicy>> setting = new Setting.PasswordPolicySetting(Bench.HOME);
        wrote(setting, Optional.of(
                new PasswordPolicy(14, true, true, true, true, true, false, Optional.of(90), Optional.of(24))));
        wrote(setting, Optional.of(
                new PasswordPolicy(10, false, true, false, true, false, false, Optional.empty(), Optional.empty())));
        wrote(setting, Optional.empty());
    }

    @Test
    void bucket_isReadBackAsItWasWritten() {
        bench.s3().createBucket((request) -> request.bucket("old-logs"));
        wrote(new Setting.BucketVersioningSetting("old-logs", Bench.HOME), true);
        wrote(new Setting.BucketPublicAccessSetting("old-logs", Bench.HOME),
                new LogBucket.PublicAccess(true, false, true, true));
        Setting<Optional<String>> policy = new Setting.BucketPolicySetting("old-logs", Bench.HOME);
        wrote(policy, Optional.of("""
            {"Version": "2012-10-17", "Statement": [{"Sid": "TlsOnly", "Effect": "Deny", "Principal": "*",
             "Action": "s3:*", "Resource": ["arn:aws:s3:::old-logs", "arn:aws:s3:::old-logs/*"],
             "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}"""));
        wrote(policy, Optional.empty());
    }

    @Test
    void accountSettings_areReadBackAsTheyWereWritten() {
        wrote(new Setting.AccountPublicAccessSetting(Bench.ACCOUNT, Bench.HOME), LogBucket.PublicAccess.BLOCKED);
        wrote(new Setting.AccountPublicAccessSetting(Bench.ACCOUNT, Bench.HOME), LogBucket.PublicAccess.NOT_BLOCKED);
        wrote(new Setting.EbsEncryptionSetting(Bench.HOME), true);
        wrote(new Setting.EbsEncryptionSetting(Bench.HOME), false);
    }

    @Test
    void topicPolicy_isReadBackAsItWasWritten() {
        String arn = bench.sns().createTopic((request) -> request.name("alerts")).topicArn();

        wrote(new Setting.TopicPolicySetting(arn, Bench.HOME), """
            {"Version": "2012-10-17", "Statement": [{"Sid": "FootingEvents", "Effect": "Allow",
             "Principal": {"Service": "events.amazonaws.com"}, "Action": "sns:Publish", "Resource": "%s"}]}"""
                .formatted(arn));
    }

    @Test
    void recorder_isReadBackAsItWasWritten_andKeepsItsRole() {
        Bench inherited = new Bench("inherited");
        Region frankfurt = new Region("eu-central-1");
        Setting<Setting.Recording> setting = new Setting.ConfigRecorderSetting("default", frankfurt);
        SettingAccess<Setting.Recording> access = SettingAccess.of(inherited.clients, setting);
        Setting.Recording before = access.read();
        assertThat(before.recording()).isFalse();
        assertThat(before.scope().kind()).isEqualTo(Scope.Kind.ONLY);

        for (Setting.Recording after : List.of(new Setting.Recording(true, Scope.all(true)),
                new Setting.Recording(true, new Scope(Scope.Kind.ALL_BUT, false,
                        new TreeSet<>(List.of("AWS::EC2::Subnet")))),
                before)) {
            access.write(access.read(), after);
            assertThat(access.read()).isEqualTo(after);
        }
        assertThat(inherited.clients.get(ConfigClient.class, frankfurt)
                .describeConfigurationRecorders()
                .configurationRecorders()
                .getFirst()
                .roleARN()).endsWith("AWSServiceRoleForConfig");
    }

    @Test
    void trail_isReadBackAsItWasWritten_andItsDataEventsStay() {
        String arn = trail();
        EventSelector data = EventSelector.builder()
                .includeManagementEvents(true)
                .readWriteType(ReadWriteType.WRITE_ONLY)
                .excludeManagementEventSources("kms.amazonaws.com")
                .dataResources(DataResource.builder().type("AWS::S3::Object").values("arn:aws:s3:::old-logs/").build())
                .build();
        bench.cloudTrail().putEventSelectors((request) -> request.trailName(arn).eventSelectors(data));

        wrote(new Setting.TrailValidationSetting(arn, Bench.HOME), true);
        Setting<Setting.TrailCoverage> coverage = new Setting.TrailCoverageSetting(arn, Bench.HOME);
        Setting.TrailCoverage all = new Setting.TrailCoverage(true, true, true, true);
        SettingAccess<Setting.TrailCoverage> access = SettingAccess.of(bench.clients, coverage);
        // Kept for whoever puts them back: the value itself only tells whether all is recorded.
        assertThat(access.writes(access.read(), all)).extracting(SettingAccess.Write::overwritten)
                .contains(Value.fields("EventSelectors", Value.items(Value.fields("ReadWriteType",
                        Value.text("WriteOnly"))
                        .with("IncludeManagementEvents", Value.flag(true))
                        .with("ExcludeManagementEventSources", Value.texts(List.of("kms.amazonaws.com")))
                        .with("DataResources", Value.items(Value.fields("Type", Value.text("AWS::S3::Object"))
                                .with("Values", Value.texts(List.of("arn:aws:s3:::old-logs/"))))))));
        wrote(coverage, all);

        List<EventSelector> now = bench.cloudTrail()
                .getEventSelectors((request) -> request.trailName(arn))
                .eventSelectors();
        assertThat(now).hasSize(2);
        assertThat(now.getFirst().excludeManagementEventSources()).containsExactly("kms.amazonaws.com");
        assertThat(now.getLast().dataResources()).isEqualTo(data.dataResources());
        assertThat(now.getLast().readWriteType()).isEqualTo(ReadWriteType.WRITE_ONLY);
    }

    @Test
    void trail_beginsAndEndsItsDeliveryToALogGroup() {
        Setting<Optional<Setting.TrailLogDelivery>> setting = new Setting.TrailLogDeliverySetting(trail(), Bench.HOME);
        bench.logs().createLogGroup((request) -> request.logGroupName("old-group"));
        String role = bench.makeLogRole("old-role", "old-group");

        wrote(setting, Optional.of(new Setting.TrailLogDelivery(
                "arn:aws:logs:us-east-1:123456789012:log-group:old-group", role)));
        wrote(setting, Optional.empty());
    }

    @Test
    void stack_isProtected_andNotAnyMore() {
        bench.clients.get(CloudFormationClient.class, Bench.HOME)
                .createChangeSet((request) -> request.stackName("footing-security")
                        .changeSetName("one")
                        .changeSetType(ChangeSetType.CREATE)
                        .templateBody("Resources: {T: {Type: 'AWS::SNS::Topic'}}"));
        Setting<Boolean> setting = new Setting.StackProtectionSetting("footing-security", Bench.HOME);

        wrote(setting, true);
        wrote(setting, false);
    }

    @Test
    void trail_isSaidToBeGone_whenItIs() {
        SettingAccess<Boolean> access = SettingAccess.of(bench.clients, new Setting.TrailValidationSetting(
                "arn:aws:cloudtrail:us-east-1:123456789012:trail/gone", Bench.HOME));

        assertThatThrownBy(access::read).isInstanceOf(TrailNotFoundException.class);
    }

    private <T> void wrote(Setting<T> setting, T value) {
        SettingAccess<T> access = SettingAccess.of(bench.clients, setting);
        access.write(access.read(), value);
        assertThat(access.read()).isEqualTo(value);
    }

    private String trail() {
        bench.makeLogBucket("old-logs", "old");
        return bench.cloudTrail()
                .createTrail((request) -> request.name("old").s3BucketName("old-logs"))
                .trailARN();
    }
}

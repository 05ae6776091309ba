package footing.practice.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import footing.practice.Bench;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.RecordingModeOverride;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;

class EnumerationsTest {

    private final Bench bench = Bench.fresh();

    private static void refused(String code, String says, ThrowingCallable call) {
        assertThatExceptionOfType(AwsServiceException.class).isThrownBy(call)
                .withMessageContaining(says)
                .matches((refusal) -> refusal.awsErrorDetails().errorCode().equals(code), code)
                .matches((refusal) -> refusal.statusCode() == 400);
    }

    private void contact(String type) {
        bench.account()
                .putAlternateContact((contact) -> contact.alternateContactType(type)
                        .name("Legal")
                        .title("Team")
                        .emailAddress("legal@example.com")
                        .phoneNumber("+1 503 555 0100"));
    }

    @Test
    void word_isRefused_whenTheServiceDoesNotKnowIt() {
        refused("ValidationException", "Value 'LEGAL' at 'alternateContactType' failed to satisfy constraint: Member "
                + "must satisfy enum value set: [BILLING, OPERATIONS, SECURITY]", () -> contact("LEGAL"));
        refused("InvalidParameterException", "Value 'CHEAP' at 'logGroupClass'",
                () -> bench.logs().createLogGroup((group) -> group.logGroupName("g").logGroupClass("CHEAP")));
        refused("MalformedXML", "not well-formed", () -> bench.s3()
                .putBucketOwnershipControls((call) -> call.bucket("b")
                        .ownershipControls((all) -> all
                                .rules(OwnershipControlsRule.builder().objectOwnership("Nobody").build()))));
        refused("ValidationError", "Value 'MANY' at 'statistic'", () -> bench.cloudWatch()
                .putMetricAlarm((alarm) -> alarm.alarmName("a").statistic("MANY")));
        refused("ValidationError", "Value 'Mine' at 'scope'",
                () -> bench.iam().listPolicies((all) -> all.scope("Mine")));
        assertThat(bench.state.read().logGroups().all()).isEmpty();
    }

    @Test
    void word_isTaken_whenTheServiceKnowsIt() {
        contact(AlternateContactType.BILLING.toString());

        assertThat(bench.account()
                .getAlternateContact((asked) -> asked.alternateContactType("BILLING"))
                .alternateContact()
                .name()).isEqualTo("Legal");
    }

    @Test
    void word_isFound_howeverDeepItStands() {
        refused("ValidationException", "Value 'HOURLY' at ", () -> bench.client(ConfigClient.class)
                .putConfigurationRecorder((call) -> call.configurationRecorder((recorder) -> recorder.name("default")
                        .roleARN("arn:aws:iam::123456789012:role/r")
                        .recordingMode((mode) -> mode.recordingFrequency("DAILY")
                                .recordingModeOverrides(
                                        RecordingModeOverride.builder().recordingFrequency("HOURLY").build())))));
        refused("ValidationError", "'[CAPABILITY_ALL]' at 'capabilities'",
                () -> bench.client(CloudFormationClient.class)
                        .createChangeSet((call) -> call.stackName("s")
                                .changeSetName("c")
                                .capabilitiesWithStrings("CAPABILITY_ALL")));
    }
}

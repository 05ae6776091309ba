package footing.practice.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import footing.account.Region;
import footing.practice.Bench;
import footing.practice.Bounds;
import footing.practice.PracticeAccount;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.Owner;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.sts.StsClient;

/** What policies refuse, in the scenarios that have some; nothing is refused by name. */
class AuthorizationTest {

    private static final Region GOVERNED = new Region("eu-west-1");
    private static final Region DENIED = new Region("us-west-2");
    private static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:444455556666:trail/aws-controltower-BaselineCloudTrail";
    private static final String TOPIC = "arn:aws:sns:eu-west-1:345678901234:aws-controltower-SecurityNotifications";
    private static final String RECORDER = "aws-controltower-BaselineConfigRecorder";
    private static final String CHANNEL = "aws-controltower-BaselineConfigDeliveryChannel";
    private static final String EVENT_RULE = "aws-controltower-ConfigComplianceChangeEventRule";
    private static final String EXECUTION = "AWSControlTowerExecution";

    private final Bench governed = new Bench("landing-zone");

    private <C extends AwsClient> C client(Class<C> type) {
        return governed.clients.get(type, GOVERNED);
    }

    /** What the mandatory controls of a landing zone deny, by the action. */
    private Map<String, Runnable> guarded() {
        CloudTrailClient trails = client(CloudTrailClient.class);
        ConfigClient config = client(ConfigClient.class);
        EventBridgeClient events = client(EventBridgeClient.class);
        IamClient iam = client(IamClient.class);
        SnsClient sns = client(SnsClient.class);
        Map<String, Runnable> calls = new LinkedHashMap<>();
        calls.put("cloudtrail:StopLogging", () -> trails.stopLogging((r) -> r.name(TRAIL)));
        calls.put("cloudtrail:UpdateTrail",
                () -> trails.updateTrail((r) -> r.name(TRAIL).enableLogFileValidation(false)));
        calls.put("cloudtrail:DeleteTrail", () -> trails.deleteTrail((r) -> r.name(TRAIL)));
        calls.put("cloudtrail:PutEventSelectors", () -> trails.putEventSelectors(
                (r) -> r.trailName(TRAIL).eventSelectors(EventSelector.builder().build())));
        calls.put("config:StopConfigurationRecorder",
                () -> config.stopConfigurationRecorder((r) -> r.configurationRecorderName(RECORDER)));
        calls.put("config:DeleteConfigurationRecorder",
                () -> config.deleteConfigurationRecorder((r) -> r.configurationRecorderName(RECORDER)));
        calls.put("config:PutConfigurationRecorder", () -> config
                .putConfigurationRecorder((r) -> r.configurationRecorder((recorder) -> recorder.name(RECORDER))));
        calls.put("config:DeleteDeliveryChannel",
                () -> config.deleteDeliveryChannel((r) -> r.deliveryChannelName(CHANNEL)));
        calls.put("config:PutDeliveryChannel",
                () -> config.putDeliveryChannel((r) -> r.deliveryChannel((channel) -> channel.name(CHANNEL))));
        calls.put("config:DeleteConfigRule",
                () -> config.deleteConfigRule((r) -> r.configRuleName("AWSControlTower_AWS-GR_RESTRICTED_SSH")));
        calls.put("events:PutTargets", () -> events.putTargets(
                (r) -> r.rule(EVENT_RULE).targets(Target.builder().id("x").arn(TOPIC).build())));
        calls.put("events:DeleteRule", () -> events.deleteRule((r) -> r.name(EVENT_RULE)));
        calls.put("iam:PutRolePolicy", () -> iam
                .putRolePolicy((r) -> r.roleName(EXECUTION).policyName("x").policyDocument("{}")));
        calls.put("iam:DetachRolePolicy", () -> iam.detachRolePolicy((r) -> r.roleName(EXECUTION)
                .policyArn("arn:aws:iam::aws:policy/AdministratorAccess")));
        calls.put("iam:DeleteRole",
                () -> iam.deleteRole((r) -> r.roleName("stacksets-exec-5d0f3a86e2b14c79a1f6d8b3e7c20954")));
        calls.put("iam:CreateRole",
                () -> iam.createRole((r) -> r.roleName("aws-controltower-Mine").assumeRolePolicyDocument("{}")));
        calls.put("sns:Subscribe", () -> sns.subscribe(
                (r) -> r.topicArn(TOPIC).protocol("email").endpoint("aws-security@example.net")));
        calls.put("sns:SetTopicAttributes", () -> sns.setTopicAttributes(
                (r) -> r.topicArn(TOPIC).attributeName("DisplayName").attributeValue("mine")));
        calls.put("sns:CreateTopic", () -> sns.createTopic((r) -> r.name("aws-controltower-mine")));
        return calls;
    }

    @Test
    void landingZone_keepsWhatIsItsOwn_byServiceControlPolicy() {
        PracticeAccount before = governed.state.read();

        guarded().forEach((action, call) -> assertThatExceptionOfType(AwsServiceException.class).as(action)
                .isThrownBy(call::run)
                .withMessageStartingWith("User: " + before.caller().arn() + " is not authorized to perform: " + action)
                .withMessageContaining("with an explicit deny in a service control policy")
                .matches((refusal) -> refusal.awsErrorDetails().errorCode().matches("AccessDenied.*|Authorization.*")));
        assertThat(governed.state.read()).isEqualTo(before);
    }

    /** The policies make an exception for the landing zone's own roles; what is refused then is refused for other reasons. */
    @Test
    void landingZone_isNotHeldUp_byItsOwnPolicies() {
        governed.state.update((account) -> as(account,
                "arn:aws:sts::345678901234:assumed-role/AWSControlTowerExecution/deployment"));

        guarded().forEach((action, call) -> assertThat(catchThrowable(call::run)).as(action)
                .satisfiesAnyOf((refusal) -> assertThat(refusal).isNull(),
                        (refusal) -> assertThat(refusal).hasMessageNotContaining("is not authorized")));
        assertThatThrownBy(() -> client(CloudTrailClient.class).stopLogging((r) -> r.name(TRAIL)))
                .hasMessageContaining("its management account alone");
    }

    private static PracticeAccount as(PracticeAccount account, String arn) {
        return account.withCaller(new PracticeAccount.Caller(account.id(), arn, account.caller().userId()));
    }

    @Test
    void whatIsNotTheLandingZones_mayBeMade_besideIt() {
        assertThatCode(() -> {
            client(SnsClient.class).createTopic((r) -> r.name("footing-security"));
            client(IamClient.class).createRole((r) -> r.roleName("mine")
                    .assumeRolePolicyDocument(
                            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\":"
                                    + " {\"Service\": \"events.amazonaws.com\"}, \"Action\": \"sts:AssumeRole\"}]}"));
            client(ConfigClient.class).putConfigRule((r) -> r.configRule(ConfigRule.builder()
                    .configRuleName("mine")
                    .source((source) -> source.owner(Owner.AWS).sourceIdentifier("CLOUD_TRAIL_ENABLED"))
                    .build()));
        }).doesNotThrowAnyException();
    }

    @Test
    void region_isClosed_whereTheOrganizationDeniesIt_butNotForWhatIsTheSameEverywhere() {
        assertThatExceptionOfType(AwsServiceException.class)
                .isThrownBy(() -> governed.clients.get(CloudFormationClient.class, DENIED).describeStacks())
                .withMessageContaining("with an explicit deny in a service control policy");
        assertThatCode(() -> governed.clients.get(IamClient.class, DENIED).listRoles()).doesNotThrowAnyException();
        assertThatCode(() -> governed.clients.get(CloudFormationClient.class, GOVERNED).describeStacks())
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> identityPolicies() {
        String allow = "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"iam:Get*\","
                + " \"Resource\": \"*\"}]}";
        String deny = "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Deny\", \"Action\": \"iam:List*\","
                + " \"Resource\": \"*\"}]}";
        return Stream.of(
                Arguments.of(Map.of("a", allow), "because no identity-based policy allows the iam:ListRoles action"),
                Arguments.of(Map.of("a", allow, "b", deny), "with an explicit deny in an identity-based policy"));
    }

    @ParameterizedTest
    @MethodSource("identityPolicies")
    void call_isRefused_byWhoeverAsksHimself(Map<String, String> policies, String words) {
        Bench bench = Bench.fresh();
        bench.state.update((account) -> account.withBounds(bounds(policies, Map.of())));

        assertThatThrownBy(() -> bench.iam().listRoles()).hasMessageContaining(words);
        assertThatCode(() -> bench.iam().getAccountSummary()).doesNotThrowAnyException();
        assertThatCode(() -> bench.client(StsClient.class).getCallerIdentity()).doesNotThrowAnyException();
    }

    @Test
    void call_isRefused_whereNoPolicyOfTheOrganizationAllowsIt() {
        Bench bench = Bench.fresh();
        bench.state.update((account) -> account.withBounds(bounds(Map.of(), Map.of("only", """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iam:Get*", "Resource": "*"}]}
            """))));

        assertThatThrownBy(() -> bench.iam().listRoles())
                .hasMessageContaining("because no service control policy allows the iam:ListRoles action");
    }

    private static Bounds bounds(Map<String, String> identity, Map<String, String> organization) {
        SortedMap<String, String> own = new TreeMap<>(identity);
        return new Bounds(own, new TreeMap<>(organization), Bounds.NONE.silentRegions(), Bounds.NONE.notOffered(),
                Bounds.NONE.foreignBuckets());
    }

    @Test
    void region_isSilent_andAnotherLacksAService_asTheSdkTellsIt() {
        Bench locked = new Bench("locked-down");

        assertThatThrownBy(
                () -> locked.clients.get(SnsClient.class, new Region("sa-east-1")).listTopics())
                .hasCauseInstanceOf(SocketTimeoutException.class);
        assertThatThrownBy(
                () -> locked.clients.get(SsoAdminClient.class, new Region("ap-southeast-6"))
                        .listInstances((r) -> r.maxResults(1)))
                .hasCauseInstanceOf(UnknownHostException.class);
        assertThatCode(() -> locked.clients.get(SnsClient.class, new Region("ap-southeast-6")).listTopics())
                .doesNotThrowAnyException();
    }
}

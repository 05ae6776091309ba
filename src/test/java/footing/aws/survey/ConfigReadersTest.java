package footing.aws.survey;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.ConfigRecording;
import footing.account.ConfigRecording.Scope;
import footing.account.ConfigRule;
import footing.account.EventRule;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.account.model.ListRegionsRequest;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;
import software.amazon.awssdk.services.config.model.ConfigRuleEvaluationStatus;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.ConfigurationRecorderStatus;
import software.amazon.awssdk.services.config.model.DeliveryChannel;
import software.amazon.awssdk.services.config.model.DeliveryChannelStatus;
import software.amazon.awssdk.services.config.model.DescribeConfigRuleEvaluationStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigRuleEvaluationStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigRulesRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigRulesResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecorderStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecorderStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecordersRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecordersResponse;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelsRequest;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelsResponse;
import software.amazon.awssdk.services.config.model.RecordingGroup;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsResponse;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.Topic;

@Timeout(30)
class ConfigReadersTest {

    private static final Region FRANKFURT = new Region("eu-central-1");
    private static final Region PARIS = new Region("eu-west-3");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SECURITY = "arn:aws:sns:eu-central-1:" + SurveyTest.ACCOUNT + ":security";
    private static final String TOLD = "arn:aws:sns:eu-west-3:" + SurveyTest.ACCOUNT + ":told";
    private static final String PATTERN = "{\"source\":[\"aws.config\"]}";

    private final FakeClients clients = SurveyTest.signedIn();

    @BeforeEach
    void twoRegions() {
        clients.on(ListRegionsRequest.class, (request) -> ListRegionsResponse.builder()
                .regions(Stream.of("eu-central-1", "eu-west-3")
                        .map((id) -> software.amazon.awssdk.services.account.model.Region.builder()
                                .regionName(id)
                                .regionOptStatus("ENABLED_BY_DEFAULT")
                                .build())
                        .toList())
                .build());
    }

    private <T> Reading<T> in(Region region, Fact<Regional<T>> fact) {
        return SurveyTest.survey(clients).read(fact).found().orElseThrow().in(region);
    }

    private void recorders(ConfigurationRecorder... recorders) {
        clients.on(DescribeConfigurationRecordersRequest.class,
                (request) -> DescribeConfigurationRecordersResponse.builder()
                        .configurationRecorders(recorders)
                        .build());
        clients.on(DescribeDeliveryChannelsRequest.class,
                (request) -> DescribeDeliveryChannelsResponse.builder()
                        .deliveryChannels(DeliveryChannel.builder().name("c").s3BucketName("logs").build())
                        .build());
    }

    private static ConfigurationRecorder recorder(String name, RecordingGroup group) {
        return ConfigurationRecorder.builder().name(name).roleARN("role").recordingGroup(group).build();
    }

    private Scope scope(RecordingGroup group) {
        recorders(recorder("default", group));
        return in(PARIS, Fact.CONFIG_RECORDING).found().orElseThrow().recorder().orElseThrow().scope();
    }

    @Test
    void recorder_isTheAccountsOwn_notOneOfAService() {
        recorders(ConfigurationRecorder.builder()
                .name("AWSConfigurationRecorderForSomething")
                .servicePrincipal("something.amazonaws.com")
                .build());

        assertThat(in(PARIS, Fact.CONFIG_RECORDING).found().orElseThrow().recorder()).isEmpty();
        assertThat(clients.calls).doesNotContain("DescribeConfigurationRecorderStatus@eu-west-3");
    }

    @Test
    void recorder_isReadWithItsState_andItsChannelWithItsOwn() {
        recorders(recorder("default", RecordingGroup.builder().allSupported(true).build()));
        clients.on(DescribeConfigurationRecorderStatusRequest.class,
                (request) -> DescribeConfigurationRecorderStatusResponse.builder()
                        .configurationRecordersStatus(ConfigurationRecorderStatus.builder()
                                .name("default")
                                .recording(true)
                                .lastStatus("Failure")
                                .lastErrorCode("AccessDenied")
                                .lastErrorMessage("no")
                                .lastStartTime(NOON)
                                .build())
                        .build());
        clients.on(DescribeDeliveryChannelStatusRequest.class,
                (request) -> DescribeDeliveryChannelStatusResponse.builder()
                        .deliveryChannelsStatus(DeliveryChannelStatus.builder()
                                .name("c")
                                .configHistoryDeliveryInfo((info) -> info.lastStatus("Failure")
                                        .lastErrorCode("NoSuchBucket")
                                        .lastSuccessfulTime(NOON.minusSeconds(9)))
                                .configSnapshotDeliveryInfo(
                                        (info) -> info.lastStatus("Success").lastSuccessfulTime(NOON))
                                .build())
                        .build());

        ConfigRecording recording = in(PARIS, Fact.CONFIG_RECORDING).found().orElseThrow();

        assertThat(recording.recorder().orElseThrow().status().found())
                .contains(new ConfigRecording.Status(true, Optional.of(NOON), Optional.of("AccessDenied: no")));
        assertThat(recording.channel().orElseThrow().bucket()).isEqualTo("logs");
        assertThat(recording.channel().orElseThrow().delivery().found())
                .contains(new ConfigRecording.Delivery(Optional.of(NOON), Optional.of("NoSuchBucket")));
    }

    @Test
    void recording_isDeniedInOneRegion_andSeenInAnother() {
        clients.on(DescribeConfigurationRecordersRequest.class,
                (request) -> DescribeConfigurationRecordersResponse.builder().build());
        clients.on(DescribeDeliveryChannelsRequest.class,
                (request) -> DescribeDeliveryChannelsResponse.builder().build());

        assertThat(in(FRANKFURT, Fact.CONFIG_RECORDING)).isInstanceOf(Reading.Seen.class);
        assertThat(in(FRANKFURT, Fact.CONFIG_RULES)).isInstanceOf(Reading.Denied.class);
        assertThat(clients.calls).doesNotContain("DescribeDeliveryChannelStatus@eu-west-3");
    }

    @Test
    void scope_isToldFromTheGroup_howeverAwsWritesIt() {
        assertThat(scope(RecordingGroup.builder().allSupported(true).includeGlobalResourceTypes(true).build()))
                .isEqualTo(Scope.all(true));
        assertThat(scope(RecordingGroup.builder().allSupported(false).resourceTypesWithStrings("AWS::X::New").build())
                .types()).containsExactly("AWS::X::New");
        Scope left = scope(RecordingGroup.builder()
                .allSupported(false)
                .exclusionByResourceTypes((out) -> out.resourceTypesWithStrings("AWS::EC2::Subnet", "AWS::IAM::User"))
                .recordingStrategy((strategy) -> strategy.useOnly("EXCLUSION_BY_RESOURCE_TYPES"))
                .build());
        assertThat(left.kind()).isEqualTo(Scope.Kind.ALL_BUT);
        assertThat(left.leftOut()).containsExactly("AWS::EC2::Subnet");
        assertThat(left.recordsGlobalTypes()).isFalse();
    }

    @Test
    void role_isThere_unlessAwsSaysThatThereIsNone() {
        clients.failing(GetRoleRequest.class, "NoSuchEntity", "none");

        assertThat(SurveyTest.survey(clients).read(Fact.CONFIG_ROLE).found()).contains(false);
    }

    @Test
    void rules_areThoseThatAreAskedFor_onWhateverPage_withTheirResults() {
        clients.on(DescribeConfigRulesRequest.class, (request) -> DescribeConfigRulesResponse.builder()
                .nextToken(request.nextToken() == null ? "more" : null)
                .configRules(request.nextToken() == null
                        ? List.of(rule("mine", "CUSTOM_LAMBDA", "INCOMING_SSH_DISABLED", "", "ACTIVE"),
                                rule("volumes", "AWS", "ENCRYPTED_VOLUMES", "", "ACTIVE"),
                                rule("going", "AWS", "INCOMING_SSH_DISABLED", "", "DELETING"))
                        : List.of(rule("ssh", "AWS", "INCOMING_SSH_DISABLED", "[", "ACTIVE"),
                                rule("ports", "AWS", "RESTRICTED_INCOMING_TRAFFIC", "{\"blockedPort1\":\"22\"}",
                                        "EVALUATING")))
                .build());
        clients.on(DescribeConfigRuleEvaluationStatusRequest.class,
                (request) -> DescribeConfigRuleEvaluationStatusResponse.builder()
                        .configRulesEvaluationStatus(ConfigRuleEvaluationStatus.builder()
                                .configRuleName("ssh")
                                .lastSuccessfulEvaluationTime(NOON)
                                .lastFailedEvaluationTime(NOON.plusSeconds(1))
                                .lastErrorMessage("broken")
                                .build(),
                                ConfigRuleEvaluationStatus.builder()
                                        .configRuleName("ports")
                                        .lastSuccessfulEvaluationTime(NOON)
                                        .lastFailedEvaluationTime(NOON.minusSeconds(1))
                                        .build())
                        .build());

        List<ConfigRule> rules = in(PARIS, Fact.CONFIG_RULES).found().orElseThrow();

        assertThat(rules).extracting(ConfigRule::name).containsExactly("ssh", "ports");
        assertThat(rules.getFirst().parameters()).isEmpty();
        assertThat(rules.getFirst().evaluation().found())
                .contains(new ConfigRule.Evaluation(Optional.of(NOON), Optional.of("broken")));
        assertThat(rules.getLast().parameters()).isEqualTo(Map.of("blockedPort1", "22"));
        assertThat(rules.getLast().evaluation().found())
                .contains(new ConfigRule.Evaluation(Optional.of(NOON), Optional.empty()));
        assertThat(clients.calls).containsOnlyOnce("DescribeConfigRuleEvaluationStatus@eu-west-3");
    }

    private static software.amazon.awssdk.services.config.model.ConfigRule rule(String name, String owner,
            String identifier, String parameters, String state) {
        return software.amazon.awssdk.services.config.model.ConfigRule.builder()
                .configRuleName(name)
                .configRuleState(state)
                .inputParameters(parameters)
                .source((source) -> source.owner(owner).sourceIdentifier(identifier))
                .build();
    }

    @Test
    void rule_isNarrowed_whenItLooksAtSomeResourcesOnly() {
        assertThat(narrowed((scope) -> {
        })).isFalse();
        assertThat(narrowed((scope) -> scope.complianceResourceTypes("AWS::EC2::SecurityGroup"))).isFalse();
        assertThat(narrowed((scope) -> scope.complianceResourceTypes("AWS::EC2::Instance"))).isTrue();
        assertThat(narrowed((scope) -> scope.tagKey("team"))).isTrue();
    }

    private boolean narrowed(
            java.util.function.Consumer<software.amazon.awssdk.services.config.model.Scope.Builder> scope) {
        clients.on(DescribeConfigRulesRequest.class, (request) -> DescribeConfigRulesResponse.builder()
                .configRules(rule("ssh", "AWS", "INCOMING_SSH_DISABLED", "", "ACTIVE").toBuilder()
                        .scope(scope)
                        .build())
                .build());
        return in(PARIS, Fact.CONFIG_RULES).found().orElseThrow().getFirst().narrowed();
    }

    private void events() {
        List<Rule> many = IntStream.range(0, 50)
                .mapToObj((n) -> Rule.builder().name("other-" + n).eventPattern("{\"source\":[\"aws.ec2\"]}").build())
                .toList();
        clients.on(ListRulesRequest.class, (request) -> ListRulesResponse.builder()
                .nextToken(request.nextToken() == null ? "more" : null)
                .rules(request.nextToken() == null
                        ? many
                        : List.of(Rule.builder().name("findings").eventPattern(PATTERN).state("DISABLED").build(),
                                Rule.builder().name("daily").scheduleExpression("rate(1 day)").build()))
                .build());
        clients.on(ListTargetsByRuleRequest.class, (request) -> ListTargetsByRuleResponse.builder()
                .targets(Target.builder().id("1").arn(TOLD).build(),
                        Target.builder().id("2").arn("arn:aws:sns:eu-west-3:999999999999:theirs").build(),
                        Target.builder().id("3").arn("not an ARN").build())
                .build());
    }

    @Test
    void events_areThoseOfConfigsFindings_andOnlyTheirTargetsAreAskedFor() {
        events();

        List<EventRule> rules = in(PARIS, Fact.CONFIG_EVENTS).found().orElseThrow();

        assertThat(rules).singleElement().satisfies((rule) -> {
            assertThat(rule.name()).isEqualTo("findings");
            assertThat(rule.enabled()).isFalse();
            assertThat(rule.targets().found().orElseThrow()).extracting(EventRule.Target::service)
                    .containsExactly("sns", "sns", "");
        });
        assertThat(clients.calls).filteredOn((call) -> call.startsWith("ListTargetsByRule")).hasSize(2);
    }

    @Test
    void topics_areThoseThatAreTold_andThoseNamedForSecurity_withTheirPolicies() {
        events();
        clients.on(ListTopicsRequest.class, (request) -> ListTopicsResponse.builder()
                .topics(Topic.builder().topicArn(SECURITY).build(), Topic.builder().topicArn(TOLD).build(),
                        Topic.builder().topicArn("arn:aws:sns:eu-central-1:1:orders").build())
                .build());
        clients.on(ListSubscriptionsRequest.class, (request) -> ListSubscriptionsResponse.builder().build());
        clients.on(GetTopicAttributesRequest.class, (request) -> GetTopicAttributesResponse.builder()
                .attributes(request.topicArn().equals(TOLD) ? Map.of("Policy", "{}") : Map.of())
                .build());

        Map<String, Reading<Optional<footing.account.Topic>>> topics = SurveyTest.survey(clients)
                .read(Fact.EVENT_TOPICS)
                .found()
                .orElseThrow();

        assertThat(topics).containsOnlyKeys(SECURITY, TOLD);
        topics.forEach((arn, topic) -> assertThat(topic.found().orElseThrow().orElseThrow().access().found())
                .contains(new footing.account.Topic.Access(arn.equals(TOLD) ? "{}" : "", Optional.empty())));
        assertThat(clients.calls).filteredOn((call) -> call.startsWith("GetTopicAttributes"))
                .containsExactlyInAnyOrder("GetTopicAttributes@eu-west-3", "GetTopicAttributes@eu-central-1");
    }
}

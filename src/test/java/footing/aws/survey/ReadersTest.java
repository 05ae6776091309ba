package footing.aws.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import footing.account.DeployedStack;
import footing.account.Fact;
import footing.account.LogBucket;
import footing.account.LogGroup;
import footing.account.MetricAlarm;
import footing.account.MetricFilter;
import footing.account.PasswordPolicy;
import footing.account.Permission;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Topic;
import footing.account.VirtualMfaDevice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.account.model.GetAlternateContactRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateResponse;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsResponse;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.Subscription;

@Timeout(30)
class ReadersTest {

    private static final Region FRANKFURT = new Region("eu-central-1");
    private static final Region IRELAND = new Region("eu-west-1");
    private static final String GROUP = "arn:aws:logs:eu-west-1:" + SurveyTest.ACCOUNT + ":log-group:trail/g";

    private final FakeClients clients = SurveyTest.signedIn();

    @BeforeEach
    void aTrailWithItsLogGroupInAnotherRegion() {
        clients.on(DescribeTrailsRequest.class, (request) -> {
            assertThat(request.includeShadowTrails()).isTrue();
            return DescribeTrailsResponse.builder()
                    .trailList(trail("own", SurveyTest.ACCOUNT, GROUP + ":*"),
                            trail("organization", "999988887777",
                                    "arn:aws:logs:eu-west-1:999988887777:log-group:theirs:*"))
                    .build();
        });
    }

    private static Trail trail(String name, String account, String group) {
        return Trail.builder()
                .name(name)
                .trailARN("arn:aws:cloudtrail:eu-west-1:" + account + ":trail/" + name)
                .homeRegion("eu-west-1")
                .s3BucketName("logs-" + account)
                .cloudWatchLogsLogGroupArn(group)
                .isMultiRegionTrail(true)
                .build();
    }

    private <T> Reading<T> read(Fact<T> fact) {
        return SurveyTest.survey(clients).read(fact);
    }

    private <T> T seen(Fact<T> fact) {
        return read(fact).found().orElseThrow();
    }

    @Test
    void trails_areAskedInTheirOwnRegion() {
        assertThat(seen(Fact.TRAILS)).extracting((trail) -> trail.name() + " " + trail.home() + " " + trail.owner())
                .containsExactly("own eu-west-1 " + SurveyTest.ACCOUNT, "organization eu-west-1 999988887777");
        assertThat(seen(Fact.TRAILS).getFirst().logGroupArn()).contains(GROUP);
        assertThat(clients.calls).contains("GetTrailStatus@eu-west-1", "GetEventSelectors@eu-west-1")
                .doesNotContain("GetTrailStatus@eu-central-1");
    }

    @Test
    void contact_isAbsent_whenAwsKnowsNone() {
        clients.failing(GetAlternateContactRequest.class, "ResourceNotFoundException", "no contact of that type");

        assertThat(seen(Fact.SECURITY_CONTACT)).isEmpty();
        assertThat(read(Fact.SECURITY_CONTACT).evidenceOrNone().observations()).singleElement()
                .satisfies((observation) -> {
                    assertThat(observation.requestId()).isEqualTo("req-ResourceNotFoundException");
                    assertThat(observation.values()).containsEntry("Error", "ResourceNotFoundException");
                });
    }

    @Test
    void passwordPolicy_isAbsent_whenTheAccountHasNone() {
        clients.failing(GetAccountPasswordPolicyRequest.class, "NoSuchEntity", "no policy");

        assertThat(seen(Fact.PASSWORD_POLICY)).isEmpty();
    }

    @Test
    void passwordPolicy_hasNoAge_whenAwsSaysZero() {
        clients.on(GetAccountPasswordPolicyRequest.class, (request) -> GetAccountPasswordPolicyResponse.builder()
                .passwordPolicy((policy) -> policy.minimumPasswordLength(14)
                        .requireSymbols(true)
                        .maxPasswordAge(0)
                        .passwordReusePrevention(24))
                .build());

        assertThat(seen(Fact.PASSWORD_POLICY)).contains(new PasswordPolicy(14, true, false, false, false, false, false,
                Optional.empty(), Optional.of(24)));
    }

    @Test
    void summary_takesAPasswordToBeThere_whenAwsDoesNotSay() {
        clients.on(GetAccountSummaryRequest.class, (request) -> GetAccountSummaryResponse.builder()
                .summaryMapWithStrings(java.util.Map.of("AccountMFAEnabled", 1, "AccountAccessKeysPresent", 0))
                .build());

        assertThat(seen(Fact.ACCOUNT_SUMMARY).rootHasNoCredentials()).isFalse();
        assertThat(seen(Fact.ACCOUNT_SUMMARY).rootMfaEnabled()).isTrue();
    }

    @Test
    void summary_isNotSeen_whenAwsDoesNotTellOfKeysOrMfa() {
        clients.on(GetAccountSummaryRequest.class, (request) -> GetAccountSummaryResponse.builder()
                .summaryMapWithStrings(java.util.Map.of("AccountMFAEnabled", 1))
                .build());

        assertThat(read(Fact.ACCOUNT_SUMMARY)).isInstanceOf(Reading.Failed.class);
    }

    @Test
    void rootDevices_areFoundByTheUser_onWhateverPageTheyAre() {
        clients.on(ListVirtualMfaDevicesRequest.class, (request) -> request.marker() == null
                ? ListVirtualMfaDevicesResponse.builder()
                        .isTruncated(true)
                        .marker("2")
                        .virtualMFADevices(device("root-account-mfa-device", ":user/ada"))
                        .build()
                : ListVirtualMfaDevicesResponse.builder()
                        .isTruncated(false)
                        .virtualMFADevices(device("phone", ":root"))
                        .build());

        assertThat(seen(Fact.ROOT_VIRTUAL_MFA)).containsExactly(
                new VirtualMfaDevice("phone", "arn:aws:iam::" + SurveyTest.ACCOUNT + ":root"));
    }

    private static VirtualMFADevice device(String serial, String user) {
        return VirtualMFADevice.builder()
                .serialNumber(serial)
                .user(User.builder().arn("arn:aws:iam::" + SurveyTest.ACCOUNT + user).build())
                .build();
    }

    @Test
    void logGroup_isFoundByItsName_amongThoseThatBeginAlike() {
        clients.on(DescribeLogGroupsRequest.class, (request) -> DescribeLogGroupsResponse.builder()
                .logGroups(software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup.builder()
                        .logGroupName("trail/g-other")
                        .retentionInDays(1)
                        .build(),
                        software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup.builder()
                                .logGroupName("trail/g")
                                .retentionInDays(365)
                                .build())
                .build());

        assertThat(seen(Fact.LOG_GROUPS)).containsExactly(java.util.Map.entry(GROUP,
                new LogGroup("trail/g", GROUP, IRELAND, Optional.of(365), Optional.empty())));
        assertThat(clients.calls).containsOnlyOnce("DescribeLogGroups@eu-west-1"); // not the other account's
    }

    @Test
    void filters_areReadPageByPage() {
        clients.on(DescribeMetricFiltersRequest.class, (request) -> DescribeMetricFiltersResponse.builder()
                .nextToken(request.nextToken() == null ? "more" : null)
                .metricFilters(software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter.builder()
                        .filterName(request.nextToken() == null ? "first" : "second")
                        .filterPattern("{$.a = 1}")
                        .metricTransformations(
                                MetricTransformation.builder()
                                        .metricNamespace("N")
                                        .metricName("m")
                                        .metricValue("1")
                                        .build())
                        .build())
                .build());

        assertThat(seen(Fact.METRIC_FILTERS)).containsExactly(
                new MetricFilter("first", GROUP, IRELAND, "{$.a = 1}", "N", "m"),
                new MetricFilter("second", GROUP, IRELAND, "{$.a = 1}", "N", "m"));
    }

    @Test
    void reading_isFailed_whenAPageAnnouncesItself() {
        clients.on(DescribeMetricFiltersRequest.class,
                (request) -> DescribeMetricFiltersResponse.builder().nextToken("round").build());

        assertThat(read(Fact.METRIC_FILTERS)).isInstanceOfSatisfying(Reading.Failed.class,
                (failed) -> assertThat(failed.problem().kind()).isEqualTo(Problem.Kind.SERVICE));
    }

    @Test
    void filters_areNone_whenTheLogGroupIsGone() {
        clients.failing(DescribeMetricFiltersRequest.class, "ResourceNotFoundException", "no such group");

        assertThat(seen(Fact.METRIC_FILTERS)).isEmpty();
    }

    @Test
    void alarms_areReadAtHomeAndBesideTheLogGroup_thoseOnFormulasByTheirMetrics() {
        clients.on(DescribeAlarmsRequest.class, (request) -> DescribeAlarmsResponse.builder()
                .metricAlarms(
                        software.amazon.awssdk.services.cloudwatch.model.MetricAlarm.builder()
                                .alarmName("a")
                                .alarmArn("arn:a")
                                .namespace("N")
                                .metricName("m")
                                .statistic("Sum")
                                .comparisonOperator("GreaterThanThreshold")
                                .threshold(0.5)
                                .period(60)
                                .evaluationPeriods(3)
                                .datapointsToAlarm(2)
                                .dimensions(Dimension.builder().name("D").value("v").build())
                                .actionsEnabled(true)
                                .alarmActions("arn:topic")
                                .build(),
                        software.amazon.awssdk.services.cloudwatch.model.MetricAlarm.builder()
                                .alarmName("formula")
                                .alarmArn("arn:f")
                                .metrics(MetricDataQuery.builder().id("e").expression("m1 + 1").build(),
                                        MetricDataQuery.builder()
                                                .id("m1")
                                                .metricStat((stat) -> stat.stat("Sum")
                                                        .period(60)
                                                        .metric((metric) -> metric.namespace("N").metricName("x")))
                                                .build())
                                .build())
                .build());

        MetricAlarm.Trigger trigger = new MetricAlarm.Trigger("Sum", "GreaterThanThreshold", 0.5, 60, 2, "missing",
                true);
        assertThat(seen(Fact.ALARMS)).containsExactly(
                new MetricAlarm("a", "arn:a", FRANKFURT, "N", "m", Optional.of(trigger), true, List.of("arn:topic")),
                new MetricAlarm("formula", "arn:f", FRANKFURT, "N", "x", Optional.empty(), false, List.of()),
                new MetricAlarm("a", "arn:a", IRELAND, "N", "m", Optional.of(trigger), true, List.of("arn:topic")),
                new MetricAlarm("formula", "arn:f", IRELAND, "N", "x", Optional.empty(), false, List.of()));
    }

    @Test
    void alarm_tellsTheUnitAndTheAccountThatItLooksAt_andACompositeOneItsParts() {
        clients.on(DescribeAlarmsRequest.class, (request) -> DescribeAlarmsResponse.builder()
                .metricAlarms(software.amazon.awssdk.services.cloudwatch.model.MetricAlarm.builder()
                        .alarmName("a")
                        .alarmArn("arn:a")
                        .metrics(MetricDataQuery.builder()
                                .id("m1")
                                .accountId("999999999999")
                                .metricStat((stat) -> stat.stat("Sum")
                                        .period(60)
                                        .unit("Percent")
                                        .metric((metric) -> metric.namespace("N").metricName("m")))
                                .build())
                        .build())
                .compositeAlarms(CompositeAlarm.builder()
                        .alarmName("all")
                        .alarmArn("arn:all")
                        .alarmRule("ALARM(\"other\") OR ALARM(\"a\")")
                        .actionsEnabled(true)
                        .alarmActions("arn:topic")
                        .build())
                .build());

        List<MetricAlarm> alarms = seen(Fact.ALARMS);

        assertThat(alarms.getFirst().trigger()).hasValueSatisfying((trigger) -> {
            assertThat(trigger.unit()).contains("Percent");
            assertThat(trigger.elsewhere()).isTrue();
        });
        assertThat(alarms.get(1)).isEqualTo(new MetricAlarm("all", "arn:all", alarms.getFirst().region(), "N", "m",
                Optional.empty(), true, List.of("arn:topic")));
        assertThat(clients.requests).extracting(FakeClients.Asked::request)
                .filteredOn(DescribeAlarmsRequest.class::isInstance)
                .allSatisfy((request) -> assertThat(((DescribeAlarmsRequest) request).alarmTypes())
                        .contains(AlarmType.COMPOSITE_ALARM));
    }

    @Test
    void topics_takeTwoCallsARegion_howeverManyThereAre() {
        clients.on(ListTopicsRequest.class, (request) -> ListTopicsResponse.builder()
                .topics(software.amazon.awssdk.services.sns.model.Topic.builder()
                        .topicArn("arn:aws:sns:r:1:sec")
                        .build(),
                        software.amazon.awssdk.services.sns.model.Topic.builder().topicArn("arn:aws:sns:r:1:x").build())
                .build());
        clients.on(ListSubscriptionsRequest.class, (request) -> ListSubscriptionsResponse.builder()
                .subscriptions(subscription("arn:aws:sns:r:1:sec:0-1", "a@example.com"),
                        subscription("PendingConfirmation", "b@example.com"), subscription("Deleted", "c@example.com"))
                .build());

        Topic first = seen(Fact.TOPICS).getFirst();
        assertThat(first.name()).isEqualTo("sec");
        assertThat(first.subscriptions()).extracting(Topic.Subscription::endpoint, Topic.Subscription::confirmed)
                .containsExactly(tuple("a@example.com", true), tuple("b@example.com", false));
        assertThat(clients.calls).filteredOn((call) -> call.matches("List(Topics|Sub).*@eu-central-1"))
                .containsExactlyInAnyOrder("ListTopics@eu-central-1", "ListSubscriptions@eu-central-1");
    }

    private static Subscription subscription(String arn, String endpoint) {
        return Subscription.builder()
                .topicArn("arn:aws:sns:r:1:sec")
                .subscriptionArn(arn)
                .protocol("email")
                .endpoint(endpoint)
                .build();
    }

    @Test
    void bucket_hasEachPartForItself() {
        clients.on(GetBucketLocationRequest.class,
                (request) -> GetBucketLocationResponse.builder().locationConstraint("EU").build());
        clients.on(GetBucketVersioningRequest.class,
                (request) -> GetBucketVersioningResponse.builder().status("Suspended").build());
        clients.failing(GetPublicAccessBlockRequest.class, "NoSuchPublicAccessBlockConfiguration", "none");

        LogBucket bucket = ownBucket();

        assertThat(bucket.region().found()).contains(IRELAND);
        assertThat(bucket.versioned().found()).contains(false);
        assertThat(bucket.publicAccess().found()).contains(LogBucket.PublicAccess.NOT_BLOCKED);
        assertThat(bucket.policy()).isInstanceOfSatisfying(Reading.Denied.class,
                (denied) -> assertThat(denied.missing()).isEqualTo(new Permission("s3:GetBucketPolicy")));
    }

    @Test
    void buckets_areAskedForAsTheAccountsOwn_sinceAnybodyCanTakeAName() {
        ownBucket();

        assertThat(clients.requests).extracting(FakeClients.Asked::request)
                .filteredOn((request) -> request.getValueForField("Bucket", String.class).isPresent())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy((request) -> assertThat(request.getValueForField("ExpectedBucketOwner", String.class))
                        .contains(SurveyTest.ACCOUNT));
    }

    private LogBucket ownBucket() {
        return Objects.requireNonNull(seen(Fact.LOG_BUCKETS).get("logs-" + SurveyTest.ACCOUNT));
    }

    @Test
    void bucket_hasNoPolicy_whenS3KnowsNone() {
        clients.failing(GetBucketPolicyRequest.class, "NoSuchBucketPolicy", "none");

        assertThat(ownBucket().policy().found())
                .contains(Optional.empty());
    }

    @Test
    void bucket_isNotThere_whenItIsGone() {
        clients.failing(GetBucketLocationRequest.class, "NoSuchBucket", "gone");

        assertThat(seen(Fact.LOG_BUCKETS)).isEmpty();
    }

    @Test
    void stack_isReadWhole() {
        stack("CREATE_COMPLETE");

        assertThat(seen(Fact.BILLING_STACK)).map(DeployedStack::name).contains("footing-billing");
        assertThat(seen(Fact.BILLING_STACK)).map(DeployedStack::isProtected).contains(false);
        assertThat(seen(Fact.SECURITY_STACK))
                .contains(
                        new DeployedStack("footing-security", FRANKFURT, "CREATE_COMPLETE", "Resources: {}",
                                List.of(new DeployedStack.Resource("Trail", "AWS::CloudTrail::Trail", "footing",
                                        "CREATE_COMPLETE"))));
    }

    @ParameterizedTest
    @CsvSource({"REVIEW_IN_PROGRESS", "DELETE_COMPLETE"})
    void stack_isNotThere_whenItHoldsNothing(String status) {
        stack(status);

        assertThat(seen(Fact.SECURITY_STACK)).isEmpty();
        assertThat(clients.calls).doesNotContain("GetTemplate@eu-central-1");
    }

    @Test
    void stack_isNotThere_whenCloudFormationKnowsNone() {
        clients.failing(DescribeStacksRequest.class, "ValidationError",
                "Stack with id footing-security does not exist");

        assertThat(seen(Fact.SECURITY_STACK)).isEmpty();
    }

    @Test
    void stacks_areNotSeen_whenCloudFormationComplainsOfSomethingElse() {
        clients.failing(DescribeStacksRequest.class, "ValidationError", "1 validation error detected");

        assertThat(read(Fact.SECURITY_STACK)).isInstanceOf(Reading.Failed.class);
    }

    @Test
    void stackOfOnePlace_isSeen_whenThatOfAnotherIsNot() {
        stack("CREATE_COMPLETE");
        clients.on(GetTemplateRequest.class, (request) -> {
            if (request.stackName().equals("footing-billing")) {
                throw FakeClients.error("AccessDenied", "not authorized");
            }
            return GetTemplateResponse.builder().templateBody("Resources: {}").build();
        });

        assertThat(read(Fact.BILLING_STACK)).isInstanceOf(Reading.Denied.class);
        assertThat(seen(Fact.SECURITY_STACK)).isPresent();
    }

    private void stack(String status) {
        clients.on(DescribeStacksRequest.class, (request) -> DescribeStacksResponse.builder()
                .stacks(Stack.builder()
                        .stackName(request.stackName())
                        .stackStatus(status)
                        .enableTerminationProtection(!request.stackName().equals("footing-billing"))
                        .build())
                .build());
        clients.on(GetTemplateRequest.class,
                (request) -> GetTemplateResponse.builder().templateBody("Resources: {}").build());
        clients.on(ListStackResourcesRequest.class, (request) -> request.nextToken() == null
                ? ListStackResourcesResponse.builder()
                        .stackResourceSummaries(resource("LogBucket", "AWS::S3::Bucket", "gone", "DELETE_COMPLETE"),
                                resource("TrailLogGroup", "AWS::Logs::LogGroup", "kept", "DELETE_SKIPPED"))
                        .nextToken("2")
                        .build()
                : ListStackResourcesResponse.builder()
                        .stackResourceSummaries(
                                resource("Trail", "AWS::CloudTrail::Trail", "footing", "CREATE_COMPLETE"))
                        .build());
    }

    private static StackResourceSummary resource(String logicalId, String type, String physicalId, String status) {
        return StackResourceSummary.builder()
                .logicalResourceId(logicalId)
                .resourceType(type)
                .physicalResourceId(physicalId)
                .resourceStatus(status)
                .build();
    }
}

package footing.baseline.item;

import static footing.account.SampleTrails.alarms;
import static footing.account.SampleTrails.filters;
import static footing.account.SampleTrails.subscription;
import static footing.account.SampleTrails.topic;
import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.account.Fact;
import footing.account.LogBucket.PublicAccess;
import footing.account.Region;
import footing.account.SampleTrails;
import footing.account.States;
import footing.account.Topic;
import footing.baseline.Baseline;
import footing.choices.Activity;
import footing.choices.Choices;
import footing.choices.Conventions;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Change.DirectSetting;
import footing.plan.Change.StackResource;
import footing.plan.Remedy;
import footing.plan.Remedy.Reason;
import footing.plan.Setting;
import footing.plan.Value;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RemediesTest {

    private static final Choices CHOICES = ExampleChoices.of(States.fresh().account());
    private static final Topic HEARD = topic("example-security", subscription("aws-security@example.com", true));

    private static Remedy remedy(ItemId item, States states, Choices choices) {
        return Baseline.remedies(states.account(), choices).getOrDefault(item, Remedy.nothing(Reason.LEFT));
    }

    private static Remedy remedy(ItemId item, States states) {
        return remedy(item, states, ExampleChoices.of(states.account()));
    }

    private static List<Change> changes(ItemId item, States states) {
        return changes(remedy(item, states));
    }

    private static List<Change> changes(Remedy remedy) {
        return remedy instanceof Remedy.Changes(List<Change> changes, _) ? changes : List.of();
    }

    private static List<String> logicalIds(List<Change> changes) {
        return changes.stream()
                .filter(StackResource.class::isInstance)
                .map((change) -> ((StackResource) change).logicalId())
                .toList();
    }

    private static List<Setting<?>> settings(List<Change> changes) {
        return changes.stream()
                .filter(DirectSetting.class::isInstance)
                .<Setting<?>>map((change) -> ((DirectSetting<?>) change).setting())
                .toList();
    }

    private static States trails(SampleTrails... trails) {
        return States.fresh()
                .seen(Fact.TRAILS, Arrays.stream(trails).map(SampleTrails::trail).toList())
                .seen(Fact.LOG_BUCKETS, Map.of(SampleTrails.BUCKET,
                        SampleTrails.bucket(Optional.empty(), true, true)))
                .seen(Fact.BUCKET_NAMES, Set.of(SampleTrails.BUCKET))
                .seen(Fact.LOG_GROUPS, Map.of(SampleTrails.GROUP_ARN, new footing.account.LogGroup("example/trail",
                        SampleTrails.GROUP_ARN, States.HOME, Optional.empty(), Optional.empty())));
    }

    private static Choices leaving(ItemId... items) {
        return CHOICES.withLeave(Set.of(items));
    }

    private static DeployedStack stack(String type, String physicalId) {
        return new DeployedStack("footing-security", States.HOME, "CREATE_COMPLETE", "",
                List.of(new DeployedStack.Resource("X", type, physicalId, "CREATE_COMPLETE")));
    }

    @Test
    void everything_isMade_onAFreshAccount() {
        assertThat(logicalIds(changes(ItemId.SECURITY_NOTIFICATIONS, States.fresh())))
                .containsExactly("SecurityTopic", "SecurityTopicPolicy", "SecuritySubscription");
        assertThat(logicalIds(changes(ItemId.LOG_BUCKET, States.fresh())))
                .containsExactly("LogBucket", "LogBucketPolicy");
        assertThat(logicalIds(changes(ItemId.TRAIL_TO_LOGS, States.fresh())))
                .containsExactly("TrailLogGroup", "TrailLogRole");
        assertThat(changes(ItemId.ACTIVITY_ALARMS, States.fresh())).hasSize(30);
        assertThat(remedy(ItemId.TRAIL_VALIDATION, States.fresh()))
                .isEqualTo(Remedy.nothing(Reason.COMES_WITH_ANOTHER));
        StackResource trail = (StackResource) changes(ItemId.TRAIL, States.fresh()).getFirst();
        assertThat(trail.after()).containsExactly("LogBucketPolicy");
        assertThat(trail.properties().fields()).containsEntry("EnableLogFileValidation", Value.flag(true))
                .containsEntry("S3BucketName", new Value.Ref("LogBucket"))
                .containsKey("CloudWatchLogsRoleArn");
    }

    @Test
    void logsAndGroups_outliveTheirStack() {
        assertThat(Baseline.remedies(States.fresh().account(), CHOICES).values())
                .flatMap(RemediesTest::changes)
                .filteredOn(change -> change instanceof StackResource resource && resource.keep())
                .extracting(change -> ((StackResource) change).logicalId())
                .containsExactlyInAnyOrder("LogBucket", "LogBucketPolicy", "TrailLogGroup", "GroupAdministrators",
                        "GroupBilling",
                        "GroupOperations", "GroupReadOnly", "GroupSecurityAudit", "ConfigServiceRole",
                        "ReportBucket", "ReportBucketPolicy");
    }

    @Test
    void trail_isAdopted_whenOneCovers() {
        assertThat(remedy(ItemId.TRAIL, trails(SampleTrails.good()))).isEqualTo(Remedy.nothing(Reason.ADOPTED));
        assertThat(remedy(ItemId.TRAIL, trails(SampleTrails.good("org", "999999999999"))))
                .isEqualTo(Remedy.nothing(Reason.ADOPTED));
    }

    @Test
    void trail_getsTheSmallestChange_whenItIsWeak() {
        assertThat(changes(ItemId.TRAIL, trails(SampleTrails.good().singleRegion()))).singleElement()
                .isInstanceOfSatisfying(DirectSetting.class, setting -> {
                    assertThat(setting.before()).isEqualTo(new Setting.TrailCoverage(false, true, true, true));
                    assertThat(setting.after()).isEqualTo(new Setting.TrailCoverage(true, true, true, true));
                });
        assertThat(settings(changes(ItemId.TRAIL_VALIDATION, trails(SampleTrails.good().unvalidated()))))
                .hasSize(1);
    }

    @Test
    void trail_isMade_whenOnlyAWeakOneOfTheOrganizationIsThere() {
        assertThat(logicalIds(changes(ItemId.TRAIL, trails(SampleTrails.good("org", "999999999999").singleRegion()))))
                .containsExactly("Trail");
    }

    @Test
    void trail_ofAnOrganization_isNeverChanged_notEvenInItsOwnAccount() {
        for (SampleTrails trail : List.of(SampleTrails.good("org", States.ACCOUNT).ofOrganization(),
                SampleTrails.good("org", States.ACCOUNT).ofOrganization().singleRegion(),
                SampleTrails.good("org", States.ACCOUNT).ofOrganization().unvalidated(),
                SampleTrails.good("org", States.ACCOUNT).ofOrganization().logGroup(Optional.empty()))) {
            assertThat(Baseline.remedies(trails(trail).account(), CHOICES).values())
                    .flatMap((remedy) -> settings(changes(remedy)))
                    .filteredOn((setting) -> setting.toString().contains("Trail")
                            || setting.toString().contains("bucket=" + SampleTrails.BUCKET))
                    .isEmpty();
        }
    }

    @Test
    void trail_namesTheBucketOfAnotherTeam_whenTheBucketIsLeft() {
        StackResource trail = (StackResource) changes(
                remedy(ItemId.TRAIL, States.fresh(), leaving(ItemId.LOG_BUCKET, ItemId.TRAIL_TO_LOGS))).getFirst();
        assertThat(trail.after()).isEmpty();
        assertThat(trail.properties().fields())
                .containsEntry("S3BucketName", Value.text(CHOICES.logStorage().bucket()))
                .doesNotContainKey("CloudWatchLogsRoleArn");
    }

    @Test
    void trail_isPutRight_whenSomebodyStoppedFootingsOwn() {
        States states = trails(SampleTrails.good("footing", States.ACCOUNT).stopped()).seen(
                Fact.SECURITY_STACK, Optional.of(stack("AWS::CloudTrail::Trail", "footing")));
        List<Change> changes = changes(ItemId.TRAIL, states);
        assertThat(logicalIds(changes)).containsExactly("Trail");
        assertThat(settings(changes)).hasSize(1);
    }

    @Test
    void bucket_keepsItsStatements_whenItIsAdopted() {
        String own = "{\"Version\":\"2012-10-17\",\"Id\":\"mine\",\"Statement\":{\"Sid\":\"Mine\",\"Effect\":\"Deny\","
                + "\"Principal\":\"*\",\"Action\":\"s3:DeleteObject\",\"Resource\":\"*\"}}";
        States states = trails(SampleTrails.good()).seen(Fact.LOG_BUCKETS,
                Map.of(SampleTrails.BUCKET, SampleTrails.bucket(Optional.of(own), false, true)));
        List<Change> changes = changes(ItemId.LOG_BUCKET, states);
        assertThat(logicalIds(changes)).isEmpty();
        assertThat(changes.getFirst()).isInstanceOfSatisfying(DirectSetting.class, setting -> assertThat(
                String.valueOf(setting.after())).contains("\"Id\":\"mine\"", "\"Sid\":\"Mine\"", "FootingTrailWrite",
                        "FootingConfigWrite", "FootingTlsOnly"));
        assertThat(changes.getLast()).isInstanceOfSatisfying(DirectSetting.class,
                setting -> assertThat(setting.after()).isEqualTo(new PublicAccess(true, true, true, true)));
    }

    @Test
    void bucket_isLeftAlone_whenItIsTheOrganizations() {
        assertThat(remedy(ItemId.LOG_BUCKET, trails(SampleTrails.good("org", "999999999999"))))
                .isEqualTo(Remedy.nothing(Reason.OWNED_ELSEWHERE));
    }

    private static footing.account.LogBucket called(String name, footing.account.LogBucket like) {
        return new footing.account.LogBucket(name, like.region(), like.policy(), like.publicAccess(),
                like.versioned());
    }

    @Test
    void whatOutlivedItsStack_isAdopted_andNotMadeOnceMore() {
        String name = CHOICES.logStorage().bucket();
        String group = "arn:aws:logs:eu-central-1:123456789012:log-group:footing/cloudtrail";
        States states = States.fresh()
                .seen(Fact.LOG_BUCKETS, Map.of(name, called(name, SampleTrails.bucket(Optional.empty(), true, false))))
                .seen(Fact.BUCKET_NAMES, Set.of(name))
                .seen(Fact.LOG_GROUPS, Map.of(group, new footing.account.LogGroup("footing/cloudtrail", group,
                        States.HOME, Optional.of(365), Optional.empty())));

        assertThat(logicalIds(changes(ItemId.LOG_BUCKET, states))).isEmpty();
        assertThat(settings(changes(ItemId.LOG_BUCKET, states))).hasSize(2);
        assertThat(logicalIds(changes(ItemId.TRAIL_TO_LOGS, states))).containsExactly("TrailLogRole");
        assertThat(((StackResource) changes(ItemId.TRAIL, states).getFirst()).properties().fields())
                .containsEntry("S3BucketName", Value.text(name))
                .containsEntry("CloudWatchLogsLogGroupArn", Value.text(group + ":*"));
        assertThat(((StackResource) changes(ItemId.ACTIVITY_ALARMS, states).getFirst()).properties().fields())
                .containsEntry("LogGroupName", Value.text("footing/cloudtrail"));
    }

    @Test
    void bucketOfSomebodyElse_getsNoLogs_whateverItIsCalled() {
        String name = CHOICES.logStorage().bucket();
        States states = States.fresh()
                .seen(Fact.LOG_BUCKETS, Map.of(name, new footing.account.LogBucket(name,
                        States.denied("s3:GetBucketLocation"), States.denied("s3:GetBucketPolicy"),
                        States.denied("s3:GetBucketPublicAccessBlock"), States.denied("s3:GetBucketVersioning"))));

        assertThat(remedy(ItemId.LOG_BUCKET, states, CHOICES)).isEqualTo(Remedy.nothing(Reason.NAME_TAKEN));
        assertThat(remedy(ItemId.TRAIL, states, CHOICES)).isEqualTo(Remedy.nothing(Reason.NAME_TAKEN));
        String other = Conventions.choices(states.account()).logStorage().bucket();
        assertThat(other).startsWith(name + "-").hasSizeLessThanOrEqualTo(63);
        assertThat(logicalIds(changes(ItemId.LOG_BUCKET, states))).containsExactly("LogBucket", "LogBucketPolicy");
        assertThat(new LogBucketItem().judge(states.account()).values()).containsEntry("other", other);
    }

    @Test
    void bucketThatLetsItselfBeRead_getsNoLogs_unlessAwsListsItAsTheAccountsOwn() {
        String name = CHOICES.logStorage().bucket();
        States states = States.fresh()
                .seen(Fact.LOG_BUCKETS, Map.of(name, called(name, SampleTrails.bucket(Optional.empty(), true, false))));

        States others = states.seen(Fact.BUCKET_NAMES, Set.of("reports"));
        assertThat(remedy(ItemId.LOG_BUCKET, others, CHOICES)).isEqualTo(Remedy.nothing(Reason.NAME_TAKEN));
        assertThat(remedy(ItemId.TRAIL, others, CHOICES)).isEqualTo(Remedy.nothing(Reason.NAME_TAKEN));
        assertThat(Conventions.choices(others.account()).logStorage().bucket()).startsWith(name + "-");
        assertThat(remedy(ItemId.LOG_BUCKET, states.denied(Fact.BUCKET_NAMES, "s3:ListAllMyBuckets"), CHOICES))
                .isEqualTo(Remedy.nothing(Reason.NOT_SEEN));
    }

    @Test
    void bucket_isMadeAgain_whenTheTrailsOwnIsGone() {
        List<Change> changes = changes(ItemId.LOG_BUCKET, trails(SampleTrails.good()).seen(Fact.LOG_BUCKETS, Map.of()));
        assertThat(logicalIds(changes)).containsExactly("LogBucket", "LogBucketPolicy");
        assertThat(((StackResource) changes.getFirst()).properties().fields())
                .containsEntry("BucketName", Value.text(SampleTrails.BUCKET));
        assertThat(remedy(ItemId.LOG_BUCKET, trails(SampleTrails.good("org", "999999999999"))
                .seen(Fact.LOG_BUCKETS, Map.of()))).isEqualTo(Remedy.nothing(Reason.OWNED_ELSEWHERE));
    }

    @Test
    void logs_areConnected_whenTheTrailHasNone() {
        List<Change> changes = changes(ItemId.TRAIL_TO_LOGS,
                trails(SampleTrails.good().logGroup(Optional.empty())));
        assertThat(logicalIds(changes)).containsExactly("TrailLogGroup", "TrailLogRole");
        assertThat(changes.getLast()).isInstanceOfSatisfying(DirectSetting.class, setting -> {
            assertThat(setting.when()).isEqualTo(Change.When.AFTER_STACKS);
            assertThat(setting.after()).isEqualTo(Optional.of(new Setting.TrailLogDelivery(
                    "arn:aws:logs:eu-central-1:123456789012:log-group:footing/cloudtrail",
                    "arn:aws:iam::123456789012:role/footing-trail-to-logs")));
        });
    }

    @Test
    void logs_getARoleOnly_whenTheGroupIsThereAndDeliveryFails() {
        List<Change> changes = changes(ItemId.TRAIL_TO_LOGS,
                trails(SampleTrails.good().status(true, Optional.empty(), Optional.of("AccessDenied"), true)));
        assertThat(logicalIds(changes)).containsExactly("TrailLogRole");
        assertThat(settings(changes)).hasSize(1);
    }

    @Test
    void logs_areLeftAlone_whenTheTrailLivesInAnotherRegion() {
        AccountState here = trails(SampleTrails.good().logGroup(Optional.empty())).account();
        AccountState far = new AccountState(here.identity(), Region.US_EAST_1, List.of(Region.US_EAST_1),
                here.surveyedAt(), here.readings());
        Map<ItemId, Remedy> remedies = Baseline.remedies(far, ExampleChoices.of(far));
        assertThat(remedies).containsEntry(ItemId.TRAIL_TO_LOGS, Remedy.nothing(Reason.OTHER_REGION))
                .containsEntry(ItemId.ACTIVITY_ALARMS, Remedy.nothing(Reason.OTHER_REGION));
    }

    @Test
    void topic_isAdopted_whenItReachesTheList() {
        assertThat(remedy(ItemId.SECURITY_NOTIFICATIONS, States.fresh().seen(Fact.TOPICS, List.of(HEARD))))
                .isEqualTo(Remedy.nothing(Reason.ADOPTED));
        Topic pending = topic("example-security", subscription("aws-security@example.com", false));
        assertThat(remedy(ItemId.SECURITY_NOTIFICATIONS, States.fresh().seen(Fact.TOPICS, List.of(pending))))
                .isEqualTo(Remedy.nothing(Reason.WAITING));
    }

    /** Nobody can end what nobody has confirmed: it outlives the stack whose making failed, and goes with the next. */
    @Test
    void subscription_isMadeAgain_whenItsStackWasRolledBackAndNobodyHasConfirmed() {
        String list = "aws-security@example.com";
        DeployedStack failed = new DeployedStack("footing-security", States.HOME, "ROLLBACK_COMPLETE",
                "Endpoint: " + list, List.of());
        States states = States.fresh().seen(Fact.SECURITY_STACK, Optional.of(failed));
        assertThat(logicalIds(changes(ItemId.SECURITY_NOTIFICATIONS, states.seen(Fact.TOPICS,
                List.of(topic("example-security", subscription(list, false)))))))
                .containsExactly("SecuritySubscription");
        assertThat(remedy(ItemId.SECURITY_NOTIFICATIONS, states.seen(Fact.TOPICS, List.of(HEARD))))
                .isEqualTo(Remedy.nothing(Reason.ADOPTED));
        String other = failed.template().replace(list, "other@example.com");
        assertThat(remedy(ItemId.SECURITY_NOTIFICATIONS, States.fresh()
                .seen(Fact.TOPICS, List.of(topic("example-security", subscription(list, false))))
                .seen(Fact.SECURITY_STACK, Optional.of(new DeployedStack(failed.name(), failed.region(),
                        failed.status(), other, List.of())))))
                .isEqualTo(Remedy.nothing(Reason.WAITING));
    }

    @Test
    void topic_getsTheListOnly_whenSomebodyElseMadeIt() {
        List<Change> changes = changes(ItemId.SECURITY_NOTIFICATIONS,
                States.fresh().seen(Fact.TOPICS, List.of(topic("security"))));
        assertThat(changes).singleElement()
                .isInstanceOfSatisfying(StackResource.class,
                        resource -> assertThat(resource.properties().fields()).containsEntry("TopicArn",
                                Value.text("arn:aws:sns:eu-central-1:123456789012:security")));
    }

    @Test
    void nothing_isMadeUp_whenNobodyDecidedTheList() {
        Choices open = Conventions.choices(States.fresh().account());
        assertThat(remedy(ItemId.SECURITY_NOTIFICATIONS, States.fresh(), open))
                .isEqualTo(Remedy.nothing(Reason.NOT_DECIDED));
        assertThat(remedy(ItemId.ACTIVITY_ALARMS, States.fresh(), open)).isEqualTo(Remedy.nothing(Reason.NOT_DECIDED));
        assertThat(remedy(ItemId.SECURITY_CONTACT, States.fresh(), open)).isEqualTo(Remedy.nothing(Reason.NOT_DECIDED));
    }

    @Test
    void alarms_areMadeOnlyWhereTheyAreMissing() {
        States states = trails(SampleTrails.good()).seen(Fact.TOPICS, List.of(HEARD))
                .seen(Fact.METRIC_FILTERS, filters(Activity.ROOT_USE))
                .seen(Fact.ALARMS, alarms(HEARD.arn(), Activity.ROOT_USE, Activity.VPC_CHANGES));
        List<Change> changes = changes(ItemId.ACTIVITY_ALARMS, states);
        assertThat(logicalIds(changes)).containsExactly("FilterRootUse", "AlarmRootUse", "AlarmVpcChanges");
        assertThat(((StackResource) changes.getFirst()).properties().fields()).containsEntry("LogGroupName",
                Value.text("example/trail"));
        assertThat(((StackResource) changes.getLast()).properties().fields())
                .containsEntry("Namespace", Value.text("Example"))
                .containsEntry("MetricName", Value.text("vpc-changes"))
                .containsEntry("AlarmActions", Value.items(Value.text(HEARD.arn())));
    }

    @Test
    void alarms_areNotMade_whenTheyAreSwitchedOff() {
        Choices one = CHOICES.withAlarms(EnumSet.of(Activity.ROOT_USE));
        assertThat(logicalIds(changes(remedy(ItemId.ACTIVITY_ALARMS, States.fresh(), one))))
                .containsExactly("FilterRootUse", "AlarmRootUse");
    }

    @Test
    void patterns_fitIntoAFilter() {
        assertThat(Activity.values()).hasSize(15)
                .allSatisfy(activity -> assertThat(activity.pattern().length()).isBetween(20, 1024));
    }
}

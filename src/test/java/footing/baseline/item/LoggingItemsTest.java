package footing.baseline.item;

import static footing.account.SampleTrails.alarms;
import static footing.account.SampleTrails.filters;
import static footing.account.SampleTrails.subscription;
import static footing.account.SampleTrails.topic;
import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.LogBucket;
import footing.account.LogGroup;
import footing.account.Reading;
import footing.account.States;
import footing.account.Trail;
import footing.account.MetricAlarm;
import footing.account.MetricFilter;
import footing.account.SampleTrails;
import footing.account.Topic;
import footing.baseline.Baseline;
import footing.baseline.Finding;
import footing.baseline.Item;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.choices.Activity;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggingItemsTest {

    private static final Item TRAIL = new TrailItem();
    private static final Item VALIDATION = new TrailValidation();
    private static final Item BUCKET = new LogBucketItem();
    private static final Item LOGS = new TrailToLogs();
    private static final Item NOTIFICATIONS = new SecurityNotifications();
    private static final Item ALARMS = new ActivityAlarms();

    private static final Topic HEARD = topic("example-security",
            subscription("security@example.com", true));

    private static States trails(SampleTrails... trails) {
        return States.fresh().seen(Fact.TRAILS, Arrays.stream(trails).map(SampleTrails::trail).toList());
    }

    private static States chain(Topic topic, Activity... without) {
        return trails(SampleTrails.good()).seen(Fact.METRIC_FILTERS, filters(without))
                .seen(Fact.ALARMS, alarms(SampleTrails.TOPIC_ARN))
                .seen(Fact.TOPICS, List.of(topic));
    }

    private static String key(Item item, States states) {
        String key = item.judge(states.account()).key();
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static States bucket(LogBucket bucket) {
        return trails(SampleTrails.good()).seen(Fact.LOG_BUCKETS, Map.of(SampleTrails.BUCKET, bucket));
    }

    private static Optional<String> goodPolicy() {
        AccountState account = States.fresh().account();
        return Optional.of(PolicyDocument.none()
                .with(List.of("cloudtrail", "config", "tls")
                        .stream()
                        .flatMap(
                                (gap) -> LogStore.policy(SampleTrails.good().trail(), account).statements(gap).stream())
                        .toList()));
    }

    @Test
    void trail_isMet_whenOneCoversEverything() {
        assertThat(key(TRAIL, trails(SampleTrails.good().singleRegion(), SampleTrails.good("other", States.ACCOUNT))))
                .isEqualTo("covered");
        assertThat(key(TRAIL, trails(SampleTrails.good("org", "999999999999")))).isEqualTo("covered-from-elsewhere");
        assertThat(key(TRAIL,
                trails(SampleTrails.good().selectors(Reading.seen(new Trail.Selectors(true, true))))))
                .isEqualTo("covered-without-kms");
    }

    @Test
    void trail_isNotMet_whenItFallsShort() {
        assertThat(key(TRAIL, States.fresh())).isEqualTo("none");
        assertThat(key(TRAIL, trails(SampleTrails.good().singleRegion()))).isEqualTo("single-region");
        assertThat(key(TRAIL, trails(SampleTrails.good().withoutGlobalEvents()))).isEqualTo("no-global-events");
        assertThat(key(TRAIL, trails(SampleTrails.good().stopped()))).isEqualTo("stopped");
        assertThat(key(TRAIL, trails(SampleTrails.good().selectors(Reading.seen(new Trail.Selectors(false, false))))))
                .isEqualTo("events-missing");
        assertThat(key(TRAIL,
                trails(SampleTrails.good().status(true, Optional.of("AccessDenied"), Optional.empty(), false))))
                .isEqualTo("delivery-fails");
    }

    @Test
    void trail_ofAnOrganization_isJudged_andItsOwnerNamed() {
        assertThat(key(TRAIL, trails(SampleTrails.good("org", States.ACCOUNT).ofOrganization())))
                .isEqualTo("covered-from-elsewhere");
        Verdict weak = TRAIL.judge(trails(SampleTrails.good("org", "999999999999").ofOrganization().stopped())
                .account());
        assertThat(weak.key()).endsWith(".weak-elsewhere");
        assertThat(weak.values()).containsEntry("owner", "999999999999").containsEntry("gap", "stopped");
    }

    /** What lacks is said, and that nobody here can mend it. */
    @Test
    void trailOfAnotherAccount_isMendedOnlyThere() {
        States bare = trails(SampleTrails.good("org", "999999999999").unvalidated().logGroup(Optional.empty()));

        for (Item item : List.of(VALIDATION, LOGS, ALARMS)) {
            Verdict verdict = item.judge(bare.account());
            assertThat(verdict.status()).isEqualTo(Status.NOT_MET);
            assertThat(verdict.key()).endsWith("-elsewhere");
            assertThat(verdict.values()).containsEntry("owner", "999999999999");
            assertThat(verdict.outcome().orElseThrow().isByHand()).isTrue();
        }
    }

    @Test
    void trail_isUnknown_whenStatusIsDenied() {
        Verdict verdict = TRAIL
                .judge(trails(SampleTrails.good().status(States.denied("cloudtrail:GetTrailStatus"))).account());
        assertThat(verdict.status()).isEqualTo(Status.UNKNOWN);
        assertThat(verdict.values()).containsEntry("permission", "cloudtrail:GetTrailStatus");
    }

    @Test
    void trail_isMet_whenAnotherOnesStatusIsDenied() {
        SampleTrails denied = SampleTrails.good("a", States.ACCOUNT).status(States.denied("cloudtrail:GetTrailStatus"));
        assertThat(key(TRAIL, trails(denied, SampleTrails.good()))).isEqualTo("covered");
    }

    @Test
    void trail_carriesTheEvidenceOfTheStatus() {
        assertThat(TRAIL.judge(trails(SampleTrails.good().stopped()).account()).evidence().observations())
                .extracting((observation) -> observation.operation())
                .contains("GetTrailStatus", "trails");
    }

    @Test
    void trailValidation_isJudgedOnTheTrailThatCovers() {
        assertThat(key(VALIDATION, States.fresh())).isEqualTo("no-trail");
        assertThat(key(VALIDATION, trails(SampleTrails.good()))).isEqualTo("on");
        assertThat(key(VALIDATION, trails(SampleTrails.good().unvalidated(), SampleTrails.good().singleRegion())))
                .isEqualTo("off");
    }

    @Test
    void trailValidation_isUnknown_whenATrailThatMayCoverHasIt() {
        SampleTrails unseen = SampleTrails.good("a", States.ACCOUNT).status(States.denied("cloudtrail:GetTrailStatus"));
        assertThat(VALIDATION.judge(trails(unseen, SampleTrails.good().unvalidated()).account()).status())
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void logBucket_isMet_whenItIsKeptWell() {
        assertThat(key(BUCKET, bucket(SampleTrails.bucket(goodPolicy(), true, true)))).isEqualTo("good");
    }

    @Test
    void logBucket_isNotMet_whenItFallsShort() {
        Verdict verdict = BUCKET.judge(bucket(SampleTrails.bucket(Optional.empty(), false, false)).account());
        assertThat(verdict.values()).containsEntry("gaps", "cloudtrail,config,tls,public-access,versioning");
        assertThat(key(BUCKET, States.fresh())).isEqualTo("no-trail");
    }

    @Test
    void logBucket_isUnknown_whenPolicyIsDeniedAndTheRestIsGood() {
        LogBucket seen = SampleTrails.bucket(goodPolicy(), true, true);
        LogBucket denied = new LogBucket(seen.name(), seen.region(), States.denied("s3:GetBucketPolicy"),
                seen.publicAccess(), seen.versioned());
        assertThat(BUCKET.judge(bucket(denied).account()).status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void logBucket_isUnknown_whenThePolicyIsNotJson() {
        assertThat(BUCKET.judge(bucket(SampleTrails.bucket(Optional.of("<xml>"), true, true)).account()).status())
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void logBucket_isPending_whenNothingHasArrived() {
        assertThat(BUCKET.judge(undelivered().account()).status()).isEqualTo(Status.PENDING);
    }

    private static States undelivered() {
        return bucket(SampleTrails.bucket(goodPolicy(), true, true))
                .seen(Fact.TRAILS, List.of(SampleTrails.good().undelivered().trail()));
    }

    @Test
    void logBucket_needsAttestation_whenItIsTheOrganizations() {
        LogBucket seen = SampleTrails.bucket(goodPolicy(), true, true);
        LogBucket denied = new LogBucket(seen.name(), seen.region(), States.denied("s3:GetBucketPolicy"),
                seen.publicAccess(), seen.versioned());
        assertThat(key(BUCKET, bucket(denied)
                .seen(Fact.TRAILS, List.of(SampleTrails.good("org", "999999999999").trail())))).isEqualTo("elsewhere");
    }

    @Test
    void logBucket_isNotMet_whenItIsGone() {
        assertThat(key(BUCKET, trails(SampleTrails.good()))).isEqualTo("gone");
        assertThat(BUCKET.judge(trails(SampleTrails.good()).denied(Fact.LOG_BUCKETS, "s3:GetBucketPolicy").account())
                .status()).isEqualTo(Status.UNKNOWN);
    }

    /** Hours since the trail began to log, and since the last delivery. */
    @ParameterizedTest
    @CsvSource({"9600,1,good,delivered,heard", "9600,24,good,delivered,heard", "9600,25,stale,stale,nothing-arrives",
        "9600,,never-delivered,never-delivered,nothing-arrives",
        "3,,nothing-delivered,nothing-delivered,nothing-yet", "3,900,nothing-delivered,nothing-delivered,nothing-yet"})
    void delivery_counts_whenItIsOfTheLastDay(long started, @Nullable Long delivered, String bucket, String logs,
            String alarms) {
        SampleTrails trail = SampleTrails.good()
                .arrived(Duration.ofHours(started), Optional.ofNullable(delivered).map(Duration::ofHours));
        assertThat(key(BUCKET, bucket(SampleTrails.bucket(goodPolicy(), true, true))
                .seen(Fact.TRAILS, List.of(trail.trail())))).isEqualTo(bucket);
        assertThat(key(LOGS, trails(trail))).isEqualTo(logs);
        assertThat(key(ALARMS, chain(HEARD).seen(Fact.TRAILS, List.of(trail.trail())))).isEqualTo(alarms);
    }

    @Test
    void delivery_isWaitedFor_whenTheLogGroupIsNewer_thanTheTrail() {
        SampleTrails trail = SampleTrails.good().arrived(Duration.ofDays(400), Optional.empty());
        LogGroup made = new LogGroup("example/trail", SampleTrails.GROUP_ARN, States.HOME, Optional.empty(),
                Optional.of(States.NOW.minusSeconds(600)));
        assertThat(key(LOGS, trails(trail).seen(Fact.LOG_GROUPS, Map.of(SampleTrails.GROUP_ARN, made))))
                .isEqualTo("nothing-delivered");
    }

    @Test
    void delivery_tellsItsTime_whenItIsLongAgo() {
        SampleTrails trail = SampleTrails.good().arrived(Duration.ofDays(400), Optional.of(Duration.ofDays(2)));
        assertThat(LOGS.judge(trails(trail).account()).values()).containsEntry("last", "2026-02-27 12:00 UTC");
    }

    @Test
    void activityAlarms_isNotMet_whenTheTrailCannotWriteToItsLogGroup() {
        assertThat(key(ALARMS, chain(HEARD).seen(Fact.TRAILS, List.of(SampleTrails.good()
                .status(true, Optional.empty(), Optional.of("AccessDenied"), true)
                .trail())))).isEqualTo("logs-fail");
    }

    @Test
    void trailToLogs_followsTheTrail() {
        assertThat(key(LOGS, States.fresh())).isEqualTo("no-trail");
        assertThat(key(LOGS, trails(SampleTrails.good()))).isEqualTo("delivered");
        assertThat(key(LOGS, trails(SampleTrails.good().logGroup(Optional.empty())))).isEqualTo("off");
        assertThat(key(LOGS, trails(SampleTrails.good().undelivered()))).isEqualTo("nothing-delivered");
        assertThat(key(LOGS,
                trails(SampleTrails.good().status(true, Optional.empty(), Optional.of("AccessDenied"), true))))
                .isEqualTo("fails");
        assertThat(LOGS.judge(States.fresh().denied(Fact.TRAILS, "cloudtrail:DescribeTrails").account()).status())
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void securityNotifications_isMet_whenSomebodyHasConfirmed() {
        assertThat(key(NOTIFICATIONS, States.fresh().seen(Fact.TOPICS, List.of(HEARD)))).isEqualTo("confirmed");
    }

    @Test
    void securityNotifications_isPending_whenNobodyHasConfirmedYet() {
        assertThat(key(NOTIFICATIONS, States.fresh()
                .seen(Fact.TOPICS, List.of(topic("security", subscription("security@example.com", false))))))
                .isEqualTo("unconfirmed");
    }

    @Test
    void securityNotifications_needsAttestation_whenOnlyAPersonHears() {
        assertThat(key(NOTIFICATIONS, States.fresh()
                .seen(Fact.TOPICS, List.of(topic("security", subscription("jane.doe@example.com", true))))))
                .isEqualTo("looks-personal");
    }

    @Test
    void securityNotifications_isNotMet_whenNobodyHears() {
        assertThat(key(NOTIFICATIONS, States.fresh())).isEqualTo("none");
        assertThat(key(NOTIFICATIONS, States.fresh().seen(Fact.TOPICS, List.of(topic("security")))))
                .isEqualTo("nobody");
        assertThat(key(NOTIFICATIONS, States.fresh()
                .seen(Fact.TOPICS, List.of(topic("orders", subscription("shop@example.com", true))))))
                .isEqualTo("none");
    }

    @Test
    void securityNotifications_isNotMet_whenOnlyProgramsHear() {
        Topic lambda = topic("security", new Topic.Subscription("lambda", "arn:f", true, SampleTrails.WHOLE));
        Verdict verdict = NOTIFICATIONS.judge(States.fresh().seen(Fact.TOPICS, List.of(lambda)).account());
        assertThat(verdict.key()).endsWith(".no-list");
        assertThat(verdict.values()).containsEntry("others", "lambda");
        assertThat(key(ALARMS,
                chain(topic("example-security",
                        new Topic.Subscription("https", "https://x", true, SampleTrails.WHOLE)))))
                .isEqualTo("no-list");
    }

    @Test
    void securityNotifications_isNotMet_whenSeveralTopicsCouldBeMeantAndNobodyHears() {
        assertThat(key(NOTIFICATIONS, States.fresh()
                .seen(Fact.TOPICS, List.of(topic("security"), topic("security-alerts"))))).isEqualTo("several");
    }

    @Test
    void securityNotifications_knowsATopicByItsAlarms() {
        Topic ops = topic("ops", subscription("ops@example.com", true));
        States states = States.fresh()
                .seen(Fact.TOPICS, List.of(ops))
                .seen(Fact.METRIC_FILTERS, filters())
                .seen(Fact.ALARMS, alarms(ops.arn()));
        assertThat(key(NOTIFICATIONS, states)).isEqualTo("confirmed");
        assertThat(NOTIFICATIONS.judge(states.denied(Fact.ALARMS, "cloudwatch:DescribeAlarms").account()).status())
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void activityAlarms_isMet_whenEveryWayEndsAtAPerson() {
        assertThat(key(ALARMS, chain(HEARD))).isEqualTo("heard");
    }

    @Test
    void activityAlarms_isPending_whenTheTopicIsUnconfirmed() {
        assertThat(key(ALARMS, chain(topic("example-security", subscription("security@example.com", false)))))
                .isEqualTo("unconfirmed");
    }

    @Test
    void activityAlarms_isNotMet_whenSomeAreMissing() {
        Verdict verdict = ALARMS.judge(chain(HEARD, Activity.ROOT_USE, Activity.VPC_CHANGES).account());
        assertThat(verdict.status()).isEqualTo(Status.NOT_MET);
        assertThat(verdict.values()).containsEntry("missing", "root-use,vpc-changes").containsEntry("count", "2");
    }

    @Test
    void activityAlarms_isNotMet_whenActionsAreOffOrTheTopicIsGone() {
        List<MetricAlarm> mute = Arrays.stream(Activity.values())
                .map((activity) -> SampleTrails.alarm(activity, activity != Activity.IAM_CHANGES,
                        activity == Activity.ROOT_USE ? SampleTrails.TOPIC_ARN + "-gone" : SampleTrails.TOPIC_ARN))
                .toList();
        assertThat(ALARMS.judge(chain(HEARD).seen(Fact.ALARMS, mute).account()).values())
                .containsEntry("missing", "root-use,iam-changes");
    }

    private static States one(Optional<MetricAlarm.Trigger> trigger) {
        return chain(HEARD).seen(Fact.ALARMS, Arrays.stream(Activity.values())
                .map((activity) -> SampleTrails.alarm(activity,
                        activity == Activity.ROOT_USE ? trigger : Optional.of(SampleTrails.TRIGGER), true,
                        SampleTrails.TOPIC_ARN))
                .toList());
    }

    @ParameterizedTest
    @CsvSource({"Sum,GreaterThanOrEqualToThreshold,1,1,missing,false,heard",
        "SampleCount,GreaterThanThreshold,0,1,notBreaching,false,heard",
        "Average,GreaterThanOrEqualToThreshold,1,1,missing,false,heard",
        "Sum,GreaterThanOrEqualToThreshold,2,1,missing,false,would-not-fire",
        "Sum,GreaterThanThreshold,1,1,missing,false,would-not-fire",
        "Sum,LessThanThreshold,1,1,missing,false,would-not-fire",
        "Sum,GreaterThanOrEqualToThreshold,1,3,missing,false,would-not-fire",
        "Sum,GreaterThanOrEqualToThreshold,1,1,breaching,false,would-not-fire",
        "Sum,GreaterThanOrEqualToThreshold,1,1,ignore,false,would-not-fire",
        "Sum,GreaterThanOrEqualToThreshold,1,1,missing,true,would-not-fire",
        "'',GreaterThanOrEqualToThreshold,1,1,missing,false,would-not-fire"})
    void activityAlarms_countAnAlarm_onlyWhenASingleEventSetsItOff(String statistic, String comparison,
            double threshold, int datapoints, String missing, boolean byDimension, String outcome) {
        assertThat(key(ALARMS, one(Optional.of(new MetricAlarm.Trigger(statistic, comparison, threshold, 300,
                datapoints, missing, byDimension))))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"None,false,heard", "Percent,false,would-not-fire", "None,true,would-not-fire"})
    void activityAlarms_countAnAlarm_onlyWhenItLooksAtWhatTheFilterWrites(String unit, boolean elsewhere,
            String outcome) {
        assertThat(key(ALARMS, one(Optional.of(new MetricAlarm.Trigger("Sum", "GreaterThanOrEqualToThreshold", 1, 300,
                1, "missing", false, Optional.of(unit), elsewhere))))).isEqualTo(outcome);
    }

    @Test
    void activityAlarms_isNotMet_whenTheFiltersLookAtSomeEventsOnly() {
        List<MetricFilter> selective = filters().stream()
                .map((filter) -> new MetricFilter(filter.name(), filter.logGroupArn(), filter.region(),
                        filter.pattern(), filter.metricNamespace(), filter.metricName(), Optional.of(1.0),
                        Optional.empty(), false, MetricFilter.NO_UNIT, true))
                .toList();
        assertThat(key(ALARMS, chain(HEARD).seen(Fact.METRIC_FILTERS, selective))).isEqualTo("missing");
    }

    @Test
    void activityAlarms_needsAttestation_whenAnAlarmIsOnAFormula() {
        assertThat(key(ALARMS, one(Optional.empty()))).isEqualTo("formula");
    }

    @Test
    void activityAlarms_isNotMet_whenTheMetricIsNotRaisedByAnEvent() {
        List<MetricFilter> split = filters().stream()
                .map((filter) -> new MetricFilter(filter.name(), filter.logGroupArn(), filter.region(),
                        filter.pattern(), filter.metricNamespace(), filter.metricName(), Optional.of(1.0),
                        Optional.empty(), true))
                .toList();
        assertThat(key(ALARMS, chain(HEARD).seen(Fact.METRIC_FILTERS, split))).isEqualTo("missing");
    }

    /** Played through. Where quiet periods count as something, the rule may be stricter than what happens. */
    @Property(tries = 2000)
    void trigger_fires_whenEachOfTwoEventsApartWouldRing(@ForAll long seed) {
        Accounts accounts = new Accounts(seed);
        MetricFilter filter = accounts.filter();
        MetricAlarm.Trigger trigger = accounts.trigger().orElse(SampleTrails.TRIGGER);
        boolean rings = RingingAlarm.rings(trigger, filter) == 2;
        if (trigger.firesOn(filter)) {
            assertThat(rings).as("%s on %s", trigger, filter).isTrue();
        } else if (filter.defaultValue().isEmpty()
                && List.of("missing", "notBreaching").contains(trigger.missingData())) {
            assertThat(rings).as("%s on %s", trigger, filter).isFalse();
        }
    }

    private static Topic heard(Reading<Topic.Access> access) {
        return topic("example-security", access, subscription("security@example.com", true));
    }

    @Test
    void activityAlarms_isNotMet_whenTheTopicTakesNothingFromThem() {
        assertThat(key(ALARMS, chain(heard(Reading.seen(new Topic.Access("{}", Optional.empty()))))))
                .isEqualTo("topic-refuses");
        assertThat(key(ALARMS, chain(heard(Reading.seen(new Topic.Access("{}", Optional.of("alias/aws/sns")))))))
                .isEqualTo("topic-key");
        assertThat(key(ALARMS, chain(heard(HEARD.access()
                .map((access) -> new Topic.Access(access.policy(), Optional.of("alias/mine")))))))
                .isEqualTo("topic-unclear");
        assertThat(ALARMS.judge(chain(heard(States.denied("sns:GetTopicAttributes"))).account()).status())
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void activityAlarms_isNotMet_whenNobodyIsSubscribed() {
        assertThat(key(ALARMS, chain(topic("example-security")))).isEqualTo("nobody");
    }

    @Test
    void activityAlarms_isNotMet_whenTheTrailIsNotEnough() {
        assertThat(key(ALARMS, States.fresh())).isEqualTo("no-trail");
        assertThat(key(ALARMS, chain(HEARD).seen(Fact.TRAILS, List.of(SampleTrails.good().stopped().trail()))))
                .isEqualTo("no-covering-trail");
        assertThat(key(ALARMS, trails(SampleTrails.good().logGroup(Optional.empty())))).isEqualTo("no-log-group");
    }

    @Test
    void activityAlarms_needsAttestation_whenAnotherAccountHears() {
        String elsewhere = "arn:aws:sns:eu-central-1:999999999999:security";
        assertThat(key(ALARMS, chain(HEARD).seen(Fact.ALARMS, alarms(elsewhere)))).isEqualTo("topic-elsewhere");
        assertThat(key(ALARMS, trails(SampleTrails.good("org", "999999999999")
                .logGroup(Optional.of(SampleTrails.GROUP_ARN.replace(States.ACCOUNT, "999999999999"))))))
                .isEqualTo("log-group-elsewhere");
    }

    @Test
    void activityAlarms_isUnknown_whenAlarmsAreDenied() {
        assertThat(ALARMS.judge(chain(HEARD).denied(Fact.ALARMS, "cloudwatch:DescribeAlarms").account()).status())
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void pending_isForAPersonToEnd_onlyWhereAConfirmationIsMissing() {
        Topic unheard = topic("example-security", subscription("security@example.com", false));

        assertThat(actor(NOTIFICATIONS, chain(unheard))).isEqualTo(Finding.Actor.BY_HAND);
        assertThat(actor(ALARMS, chain(unheard))).isEqualTo(Finding.Actor.BY_HAND);
        assertThat(actor(BUCKET, undelivered())).isEqualTo(Finding.Actor.NOBODY);
    }

    private static Finding.Actor actor(Item item, States states) {
        Finding finding = Baseline.judge(item, states.account(), Map.of(), LocalDate.of(2026, 1, 1));
        assertThat(finding.status()).isEqualTo(Status.PENDING);
        return finding.actor();
    }
}

package footing.baseline.item;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Absence;
import footing.account.AccountState;
import footing.account.DeniedBy;
import footing.account.Evidence;
import footing.account.Fact;
import footing.account.LogGroup;
import footing.account.Permission;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.account.SampleTrails;
import footing.account.States;
import footing.account.Trail;
import footing.baseline.Baseline;
import footing.baseline.Item;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.choices.Conventions;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Remedy;
import footing.plan.Remedy.Reason;
import footing.plan.Setting;
import footing.plan.Setting.TrailCoverage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Trails that the home Region does not show. */
class FarTrailsTest {

    private static final Region IRELAND = new Region("eu-west-1");
    private static final Region PARIS = new Region("eu-west-3");
    private static final Item TRAIL = new TrailItem();
    private static final Item VALIDATION = new TrailValidation();
    private static final List<Item> ALL = List.of(TRAIL, VALIDATION, new LogBucketItem(), new TrailToLogs(),
            new ActivityAlarms());
    private static final SampleTrails ALONE = SampleTrails.good()
            .singleRegion()
            .unvalidated()
            .logGroup(Optional.empty())
            .in(IRELAND);
    private static final Reading<List<Trail>> CLOSED = States.denied("cloudtrail:DescribeTrails");

    private static States account(SampleTrails... near) {
        return States.fresh()
                .seen(Fact.TRAILS, Arrays.stream(near).map(SampleTrails::trail).toList())
                .seen(Fact.LOG_BUCKETS, Map.of(SampleTrails.BUCKET,
                        SampleTrails.bucket(Optional.empty(), true, true)))
                .seen(Fact.BUCKET_NAMES, Set.of(SampleTrails.BUCKET));
    }

    private static States far(States states, Map<Region, Reading<List<Trail>>> far) {
        return states.seen(Fact.FAR_TRAILS, new Regional<>(new TreeMap<>(far)));
    }

    private static Reading<List<Trail>> seen(SampleTrails... trails) {
        return Reading.seen(Arrays.stream(trails).map(SampleTrails::trail).toList());
    }

    private static Verdict judge(Item item, States states) {
        return item.judge(states.account());
    }

    private static Map<ItemId, Remedy> remedies(States states) {
        AccountState account = states.account();
        return Baseline.remedies(account, ExampleChoices.of(account));
    }

    private static List<Change> changes(ItemId item, Map<ItemId, Remedy> remedies) {
        return remedies.get(item) instanceof Remedy.Changes(List<Change> changes, _) ? changes : List.of();
    }

    @Test
    void farTrail_isJudgedLikeAnyOther() {
        States states = far(account(), Map.of(IRELAND, seen(ALONE)));

        Verdict verdict = judge(TRAIL, states);
        assertThat(verdict.key()).endsWith(".single-region");
        assertThat(verdict.values()).containsEntry("region", "eu-west-1");
        assertThat(verdict.evidence().observations()).contains(States.observation(Fact.FAR_TRAILS));
        assertThat(ALL).extracting((item) -> judge(item, states).key().replaceFirst(".*\\.", ""))
                .containsExactly("single-region", "off", "short", "off", "no-covering-trail");
    }

    @Test
    void absenceOfATrail_restsOnTheListOfAllRegions() {
        Evidence listed = Evidence.of(States.observation(Fact.FAR_TRAILS));

        assertThat(ALL).allSatisfy((item) -> {
            Verdict verdict = judge(item, account());
            assertThat(verdict.status()).isEqualTo(Status.NOT_MET);
            assertThat(verdict.evidence().observations()).containsAll(listed.observations());
        });
    }

    @Test
    void absenceOfATrail_isNotConcluded_whenListTrailsIsDenied() {
        States states = account().denied(Fact.FAR_TRAILS, "cloudtrail:ListTrails");

        assertThat(ALL).allSatisfy((item) -> {
            assertThat(judge(item, states).status()).isEqualTo(Status.UNKNOWN);
            assertThat(judge(item, states).values()).containsEntry("permission", "cloudtrail:ListTrails");
        });
    }

    @Test
    void absenceOfATrail_isNotConcluded_whenATrailsRegionIsClosed() {
        States states = far(account(), Map.of(IRELAND, CLOSED));

        assertThat(ALL).allSatisfy((item) -> assertThat(judge(item, states).status()).isEqualTo(Status.UNKNOWN));
    }

    @Test
    void noSecondTrail_isMade_whereOneMayBeThatNobodyCouldLookAt() {
        SampleTrails elsewhere = SampleTrails.good("org", "999999999999").stopped().unvalidated();
        for (SampleTrails[] near : List.of(new SampleTrails[0], new SampleTrails[] {elsewhere})) {
            for (States states : List.of(account(near).denied(Fact.FAR_TRAILS, "cloudtrail:ListTrails"),
                    far(account(near), Map.of(IRELAND, CLOSED)))) {
                assertThat(TrailPlan.of(states.account())).isEqualTo(new TrailPlan.Unclear());
                for (Item item : ALL) {
                    assertThat(remedies(states)).containsEntry(item.id(), Remedy.nothing(Reason.NOT_SEEN));
                }
            }
        }
    }

    @Test
    void trailOfAllRegions_counts_whateverWasNotListed() {
        SampleTrails good = SampleTrails.good();
        States states = account(good).denied(Fact.FAR_TRAILS, "cloudtrail:ListTrails");

        assertThat(judge(TRAIL, states).key()).endsWith(".covered");
        assertThat(judge(VALIDATION, states).key()).endsWith(".on");
        assertThat(judge(VALIDATION, account(good.unvalidated()).denied(Fact.FAR_TRAILS, "cloudtrail:ListTrails"))
                .key()).endsWith(".off");
    }

    /** One that nobody saw covers one Region alone, and would not make up for what lacks; but it may sign its files. */
    @Test
    void weakTrail_isHeldAgainstTheAccount_onlyInWhatNoTrailOfOneRegionHas() {
        SampleTrails weak = SampleTrails.good().stopped().unvalidated();
        for (States states : List.of(account(weak).denied(Fact.FAR_TRAILS, "cloudtrail:ListTrails"),
                far(account(weak), Map.of(IRELAND, CLOSED)))) {
            assertThat(judge(TRAIL, states).key()).endsWith(".stopped");
            assertThat(judge(VALIDATION, states).status()).isEqualTo(Status.UNKNOWN);
        }
        assertThat(judge(VALIDATION, far(account(weak), Map.of(IRELAND, seen(SampleTrails.good().singleRegion()))))
                .key()).endsWith(".on");
    }

    @Test
    void trailOfARegionThatIsOff_orThatTheOrganizationCloses_isNotWaitedFor() {
        for (Reading<List<Trail>> closed : List.of(
                new Reading.Unavailable<List<Trail>>(new Absence(Absence.Kind.REGION_OFF, "")),
                new Reading.Denied<List<Trail>>(new Permission("cloudtrail:DescribeTrails"),
                        DeniedBy.ORGANIZATION_POLICY, Evidence.NONE))) {
            States states = far(account(), Map.of(IRELAND, closed));

            assertThat(ALL).extracting((item) -> judge(item, states).status()).containsOnly(Status.NOT_MET);
            assertThat(judge(TRAIL, states).key()).endsWith(".none");
            assertThat(changes(ItemId.TRAIL, remedies(states))).isNotEmpty();
            assertThat(changes(ItemId.CONFIG_RECORDER, remedies(states))).isNotEmpty();
        }
    }

    @Test
    void farTrail_isChangedWhereItWasMade_ratherThanASecondOneMade() {
        Map<ItemId, Remedy> remedies = remedies(far(account(), Map.of(IRELAND, seen(ALONE))));

        String arn = ALONE.trail().arn();
        assertThat(changes(ItemId.TRAIL, remedies))
                .containsExactly(
                        new Change.DirectSetting<>(ItemId.TRAIL, new Setting.TrailCoverageSetting(arn, IRELAND),
                                new TrailCoverage(false, true, true, true), new TrailCoverage(true, true, true, true),
                                Change.When.BEFORE_STACKS));
        assertThat(changes(ItemId.TRAIL_VALIDATION, remedies))
                .containsExactly(new Change.DirectSetting<>(ItemId.TRAIL_VALIDATION,
                        new Setting.TrailValidationSetting(arn, IRELAND), false, true, Change.When.BEFORE_STACKS));
        assertThat(changes(ItemId.LOG_BUCKET, remedies)).isNotEmpty()
                .allSatisfy((change) -> assertThat(change).isInstanceOf(Change.DirectSetting.class));
        assertThat(remedies).containsEntry(ItemId.TRAIL_TO_LOGS, Remedy.nothing(Reason.OTHER_REGION))
                .containsEntry(ItemId.ACTIVITY_ALARMS, Remedy.nothing(Reason.OTHER_REGION));
    }

    /** A far one that is better, of one Region still. */
    private static States besideABetterOne(SampleTrails near) {
        String group = SampleTrails.GROUP_ARN;
        return far(account(near), Map.of(PARIS, seen(SampleTrails.good("a", States.ACCOUNT).singleRegion().in(PARIS))))
                .seen(Fact.LOG_GROUPS, Map.of(group,
                        new LogGroup("example/trail", group, States.HOME, Optional.empty(), Optional.empty())));
    }

    @Test
    void trailOfTheHomeRegion_isChanged_ratherThanAFarOne_howeverMuchItLacks() {
        SampleTrails near = ALONE.in(States.HOME);
        for (SampleTrails trail : List.of(near, near.withoutGlobalEvents(), near.withoutGlobalEvents().stopped())) {
            States states = besideABetterOne(trail);
            Map<ItemId, Remedy> remedies = remedies(states);

            assertThat(changes(ItemId.TRAIL, remedies)).singleElement()
                    .extracting((change) -> ((Change.DirectSetting<?>) change).setting())
                    .isEqualTo(new Setting.TrailCoverageSetting(trail.trail().arn(), States.HOME));
            // The far one signs its files, and does not count any more once the near one covers all Regions.
            assertThat(judge(VALIDATION, states).status()).isEqualTo(Status.MET);
            assertThat(changes(ItemId.TRAIL_VALIDATION, remedies)).singleElement()
                    .extracting((change) -> ((Change.DirectSetting<?>) change).setting())
                    .isEqualTo(new Setting.TrailValidationSetting(trail.trail().arn(), States.HOME));
            assertThat(changes(ItemId.TRAIL_TO_LOGS, remedies)).filteredOn(Change.DirectSetting.class::isInstance)
                    .singleElement()
                    .extracting((change) -> ((Change.DirectSetting<?>) change).setting())
                    .isEqualTo(new Setting.TrailLogDeliverySetting(trail.trail().arn(), States.HOME));
            assertThat(changes(ItemId.ACTIVITY_ALARMS, remedies)).isNotEmpty();
            assertThat(Conventions.choices(states.account()).logStorage().trail()).isEqualTo(trail.trail().name());
        }
    }

    @Test
    void validation_isLeft_whereTheTrailThatSigns_staysTheOneThatCounts() {
        SampleTrails near = ALONE.in(States.HOME);
        AccountState weak = besideABetterOne(near).account();
        assertThat(VALIDATION.remedy(weak, ExampleChoices.of(weak).withLeave(Set.of(ItemId.TRAIL))))
                .isEqualTo(Remedy.nothing(Reason.IN_ORDER));

        States covered = account(SampleTrails.good().unvalidated(),
                SampleTrails.good("org", "999999999999").ofOrganization());
        assertThat(remedies(covered)).containsEntry(ItemId.TRAIL_VALIDATION, Remedy.nothing(Reason.IN_ORDER));
    }

    @Test
    void farTrail_givesItsNames_whereItIsTheOnlyOne() {
        States states = far(account(), Map.of(IRELAND, seen(ALONE)));

        assertThat(Conventions.choices(states.account()).logStorage().trail()).isEqualTo("example");
        assertThat(Conventions.choices(states.account()).logStorage().bucket()).isEqualTo(SampleTrails.BUCKET);
    }
}

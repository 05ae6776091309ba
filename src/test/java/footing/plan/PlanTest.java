package footing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.account.DeniedBy;
import footing.account.DeployedStack;
import footing.account.Evidence;
import footing.account.Fact;
import footing.account.Permission;
import footing.account.Reading;
import footing.choices.ItemId;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Map<Stack, List<Change.StackResource>> NOTHING = Map.of();

    @Test
    void plan_createsEachResourceAfterWhatItNeeds_whenNothingIsDeployed() {
        Plan plan = Plan.of(Samples.account(), Samples.remedies(), NOTHING);

        assertThat(ids(plan.changes())).containsExactly("SecurityTopic", "SecuritySubscription", "LogBucket",
                "LogBucketPolicy", "Trail", "AlarmA", "AlarmB");
        assertThat(plan.changes()).allMatch((change) -> change.kind() == PlannedChange.Kind.CREATE)
                .allMatch((change) -> change.before().equals(Value.ABSENT));
        assertThat(plan.changes(Stack.SECURITY)).isEqualTo(plan.changes());
        assertThat(plan.untouched()).isEmpty();
    }

    @Test
    void plan_isEmpty_whenEverythingIsDeployedAsItIsToBe() {
        Plan plan = Plan.of(Samples.account(), Samples.remedies(), deployed(Samples.resources()));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.stacks().get(Stack.SECURITY)).hasSize(7);
        assertThat(plan.untouched()).hasSize(4)
                .allSatisfy((item, reason) -> assertThat(reason)
                        .isEqualTo(Remedy.Reason.IN_ORDER));
    }

    @Test
    void plan_protectsAStackThatIsNot_andLeavesItsItemsInOrder() {
        Plan plan = Plan.of(Samples.account(unprotected("UPDATE_COMPLETE")), Samples.remedies(),
                deployed(Samples.resources()));

        assertThat(plan.changes()).singleElement().satisfies((change) -> {
            assertThat(change.kind()).isEqualTo(PlannedChange.Kind.UPDATE);
            assertThat(change.isAbout("stack-protection:footing-security@eu-central-1", Optional.empty())).isTrue();
        });
        assertThat(plan.untouched()).hasSize(4);
        assertThat(Permissions.of(plan)).extracting(Permission::action)
                .containsExactly("cloudformation:DescribeStacks", "cloudformation:UpdateTerminationProtection");
        assertThat(Permissions.policy(plan).statements()).singleElement()
                .satisfies((statement) -> assertThat(statement.resources()).containsExactly(
                        "arn:aws:cloudformation:eu-central-1:123456789012:stack/footing-security/*"));
    }

    @Test
    void plan_protectsNoStack_thatHoldsNothing_orIsWorkedOn() {
        assertThat(Plan.of(Samples.account(unprotected("ROLLBACK_COMPLETE")), Samples.remedies(),
                Map.of(Stack.SECURITY, List.of())).changes()).hasSize(7);
        assertThat(Plan.of(Samples.account(unprotected("UPDATE_IN_PROGRESS")), Samples.remedies(),
                deployed(Samples.resources())).changes()).isEmpty();
    }

    private static DeployedStack unprotected(String status) {
        return new DeployedStack("footing-security", Samples.HOME, status, Optional.empty(), false, "", List.of());
    }

    @Test
    void plan_updatesWhatDiffers_whenAPropertyChanges() {
        Change.StackResource named = Samples.resource(ItemId.SECURITY_NOTIFICATIONS, "SecurityTopic",
                "AWS::SNS::Topic", Samples.topic().properties().with("DisplayName", Value.text("Security")), false);
        Map<ItemId, Remedy> remedies = with(ItemId.SECURITY_NOTIFICATIONS,
                Remedy.of(named, Samples.subscription("aws-security@example.com")));

        Plan plan = Plan.of(Samples.account(), remedies, deployed(Samples.resources()));

        assertThat(plan.changes()).singleElement().satisfies((change) -> {
            assertThat(change.kind()).isEqualTo(PlannedChange.Kind.UPDATE);
            assertThat(change.undo()).isEqualTo(PlannedChange.Undo.RESTORE);
            assertThat(Words.of(change).details()).singleElement().satisfies((detail) -> {
                assertThat(detail.path()).isEqualTo("DisplayName");
                assertThat(detail.before()).isEmpty();
                assertThat(detail.after()).contains("Security");
            });
        });
    }

    @Test
    void plan_replacesWhatCannotBeChanged_andSaysWhatChangesWithIt() {
        Change.StackResource other = Samples.resource(ItemId.LOG_BUCKET, "LogBucket", "AWS::S3::Bucket",
                Samples.bucket().properties().with("BucketName", Value.text("other")), true);
        Map<ItemId, Remedy> remedies = with(ItemId.LOG_BUCKET, Remedy.of(Samples.bucketPolicy(), other));

        List<PlannedChange> changes = Plan.of(Samples.account(), remedies, deployed(Samples.resources())).changes();

        assertThat(ids(changes)).containsExactly("LogBucket", "LogBucketPolicy", "Trail");
        assertThat(changes).extracting(PlannedChange::kind)
                .containsExactly(PlannedChange.Kind.REPLACE, PlannedChange.Kind.REPLACE, PlannedChange.Kind.UPDATE);
        assertThat(changes).extracting(PlannedChange::undo)
                .containsExactly(PlannedChange.Undo.KEEP_BOTH, PlannedChange.Undo.MAKE_ANEW,
                        PlannedChange.Undo.RESTORE);
        assertThat(Words.of(changes.getFirst())).satisfies((words) -> {
            assertThat(words.key()).isEqualTo("change.s3-bucket.replace");
            assertThat(words.values()).containsEntry("name", "other")
                    .containsEntry("before", "footing-logs-123456789012-eu-central-1");
        });
        assertThat(Words.of(changes.getLast()).details()).containsExactly(new Words.Detail("S3BucketName",
                Optional.of("footing-logs-123456789012-eu-central-1"), Optional.of("other")));
    }

    @Test
    void alarms_comeAfterTheirFilters_andAreReadAsOne() {
        Map<ItemId, Remedy> remedies = with(ItemId.ACTIVITY_ALARMS, Remedy.of(Samples.alarm("A"), filter("A"),
                Samples.alarm("B"), filter("B")));

        List<ChangeGroup> groups = ChangeGroup.of(Plan.of(Samples.account(), remedies, NOTHING).changes());

        ChangeGroup alarms = groups.getLast();
        ChangeGroup filters = groups.get(groups.size() - 2);
        assertThat(ids(filters.changes())).containsExactly("FilterA", "FilterB");
        assertThat(filters.words().key()).isEqualTo("change.logs-metric-filter.create.many");
        assertThat(alarms.words().values()).containsEntry("count", "2").containsEntry("names", "A, B");
        assertThat(alarms.first()).isEqualTo(8);
    }

    @Test
    void plan_saysWhatIsOpen_whereNothingIsLeftToChange() {
        Map<ItemId, Remedy> remedies = with(ItemId.ACTIVITY_ALARMS, new Remedy.Changes(
                List.of(Samples.alarm("A"), Samples.alarm("B")), Remedy.Reason.SWITCHED_OFF));

        Plan plan = Plan.of(Samples.account(), remedies, deployed(Samples.resources()));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.open()).isEqualTo(Map.of(ItemId.ACTIVITY_ALARMS, Remedy.Reason.SWITCHED_OFF));
    }

    private static Change.StackResource filter(String name) {
        return Samples.resource(ItemId.ACTIVITY_ALARMS, "Filter" + name, "AWS::Logs::MetricFilter",
                Value.fields("FilterName", Value.text("footing-" + name)), false);
    }

    @Test
    void plan_removesWhatIsNoLongerAskedFor_inReverseOrder_andKeepsWhatHoldsLogs() {
        Map<ItemId, Remedy> remedies = with(ItemId.LOG_BUCKET, Remedy.of());
        remedies.put(ItemId.TRAIL, Remedy.of());

        Plan plan = Plan.of(Samples.account(), remedies, deployed(Samples.resources()));

        assertThat(ids(plan.changes())).containsExactly("Trail", "LogBucketPolicy", "LogBucket");
        assertThat(plan.changes()).allMatch((change) -> change.kind() == PlannedChange.Kind.REMOVE)
                .allMatch((change) -> change.after().equals(Value.ABSENT));
        assertThat(plan.changes().getLast().undo()).isEqualTo(PlannedChange.Undo.KEEP);
        assertThat(Words.of(plan.changes().getLast()).key()).isEqualTo("change.s3-bucket.let-go");
    }

    @Test
    void plan_leavesDeployedResourcesAsTheyAre_whenTheirItemIsLeft() {
        Map<ItemId, Remedy> remedies = with(ItemId.ACTIVITY_ALARMS, Remedy.nothing(Remedy.Reason.LEFT));

        Plan plan = Plan.of(Samples.account(), remedies, deployed(Samples.resources()));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.stacks().get(Stack.SECURITY)).hasSize(7);
        assertThat(plan.untouched()).containsEntry(ItemId.ACTIVITY_ALARMS, Remedy.Reason.LEFT);
    }

    @Test
    void plan_holdsAnItemBack_whenItNeedsWhatALeftItemWouldMake() {
        Map<ItemId, Remedy> remedies = with(ItemId.SECURITY_NOTIFICATIONS, Remedy.nothing(Remedy.Reason.LEFT));

        Plan plan = Plan.of(Samples.account(), remedies, NOTHING);

        assertThat(ids(plan.changes())).containsExactly("LogBucket", "LogBucketPolicy", "Trail");
        assertThat(plan.untouched()).containsEntry(ItemId.ACTIVITY_ALARMS, Remedy.Reason.NEEDS_ANOTHER)
                .containsEntry(ItemId.SECURITY_NOTIFICATIONS, Remedy.Reason.LEFT);
    }

    @Test
    void plan_keepsWhatAnotherStillNames_whenItsItemNoLongerAsksForIt() {
        Map<ItemId, Remedy> remedies = with(ItemId.SECURITY_NOTIFICATIONS, Remedy.of());

        Plan plan = Plan.of(Samples.account(), remedies, deployed(Samples.resources()));

        assertThat(ids(plan.changes())).containsExactly("SecuritySubscription");
    }

    @Test
    void plan_touchesNoStack_whenStacksWereNotSeen() {
        Map<ItemId, Remedy> remedies = with(ItemId.TRAIL_VALIDATION,
                Remedy.of(Samples.validation(false, true, Change.When.AFTER_STACKS)));

        Plan plan = Plan.of(Samples.blind()
                .with(Fact.SECURITY_STACK,
                        new Reading.Denied<>(new Permission("cloudformation:DescribeStacks"), DeniedBy.NOT_TOLD,
                                Evidence.NONE)),
                remedies, NOTHING);

        assertThat(plan.changes()).singleElement()
                .extracting(PlannedChange::item)
                .isEqualTo(ItemId.TRAIL_VALIDATION);
        assertThat(plan.stacks()).isEmpty();
        assertThat(plan.untouched()).hasSize(4)
                .allSatisfy((item, reason) -> assertThat(reason)
                        .isEqualTo(Remedy.Reason.NOT_SEEN));
    }

    @Test
    void plan_touchesNoStack_whenItsTemplateCannotBeRead() {
        Plan plan = Plan.of(Samples.account(Samples.stack("CREATE_COMPLETE", "Resources: {}")), Samples.remedies(),
                NOTHING);

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.untouched()).hasSize(4)
                .allSatisfy((item, reason) -> assertThat(reason)
                        .isEqualTo(Remedy.Reason.STACK_ALTERED));
    }

    @Test
    void plan_ordersSettingsAroundStacks_andDropsWhatIsAlreadySo() {
        Map<ItemId, Remedy> remedies = with(ItemId.TRAIL_VALIDATION,
                Remedy.of(Samples.validation(false, true, Change.When.AFTER_STACKS)));
        remedies.put(ItemId.PASSWORD_POLICY, Remedy.of(new Change.DirectSetting<>(ItemId.PASSWORD_POLICY,
                new Setting.BucketVersioningSetting("old", Samples.HOME), true, true, Change.When.BEFORE_STACKS)));
        remedies.put(ItemId.ROOT_ACCESS_KEYS, Remedy.of(new Change.DirectSetting<>(ItemId.ROOT_ACCESS_KEYS,
                new Setting.BucketVersioningSetting("new", Samples.HOME), false, true, Change.When.BEFORE_STACKS)));

        List<PlannedChange> changes = Plan.of(Samples.account(), remedies, NOTHING).changes();

        assertThat(changes).hasSize(9);
        assertThat(changes.getFirst().item()).isEqualTo(ItemId.ROOT_ACCESS_KEYS);
        assertThat(changes.getLast().item()).isEqualTo(ItemId.TRAIL_VALIDATION);
        assertThat(changes.getLast().undo()).isEqualTo(PlannedChange.Undo.RESTORE);
    }

    @Test
    void plan_handsOnWhatOnlyPeopleCanDo() {
        Guide guide = new Guide("guide.root-mfa", URI.create("https://console.aws.amazon.com/iam/home"));
        Plan plan = Plan.of(Samples.account(),
                Map.of(ItemId.ROOT_MFA, Remedy.of(new Change.ManualStep(ItemId.ROOT_MFA, guide))), NOTHING);

        assertThat(plan.byHand()).extracting(Change.ManualStep::guide).containsExactly(guide);
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.untouched()).isEmpty();
    }

    @Test
    void cost_isTheSumOfAllChanges_andFallsWhereAnAlarmGoes() {
        assertThat(Plan.of(Samples.account(), Samples.remedies(), NOTHING).cost())
                .isEqualTo(new Cost(new BigDecimal("0.20"), true));
        assertThat(Plan.of(Samples.account(), with(ItemId.ACTIVITY_ALARMS, Remedy.of(Samples.alarm("A"))),
                deployed(Samples.resources())).cost().monthlyUsd()).isEqualTo("-0.10");
    }

    @Test
    void plan_failsLoudly_whenTwoItemsMakeOneResource() {
        Map<ItemId, Remedy> remedies = with(ItemId.TRAIL, Remedy.of(Samples.topic()));

        assertThatThrownBy(() -> Plan.of(Samples.account(), remedies, NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SecurityTopic");
    }

    @Test
    void plan_failsLoudly_whenOneSettingIsChangedTwice() {
        Map<ItemId, Remedy> remedies = Map.of(ItemId.TRAIL_VALIDATION,
                Remedy.of(Samples.validation(false, true, Change.When.AFTER_STACKS),
                        Samples.validation(false, true, Change.When.BEFORE_STACKS)));

        assertThatThrownBy(() -> Plan.of(Samples.account(), remedies, NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trail-validation");
    }

    @Test
    void plan_failsLoudly_whenResourcesWaitForEachOther() {
        Change.StackResource one = Samples.resource(ItemId.TRAIL, "One", "AWS::SNS::Topic",
                Value.fields("DisplayName", new Value.Ref("Two")), false);
        Change.StackResource two = Samples.resource(ItemId.TRAIL, "Two", "AWS::SNS::Topic",
                Value.fields("DisplayName", new Value.Sub("${One.TopicName}")), false);

        assertThatThrownBy(() -> Plan.of(Samples.account(), Map.of(ItemId.TRAIL, Remedy.of(one, two)), NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wait for each other");
    }

    @Test
    void plan_waitsNotTwice_whenAResourceIsNamedAndWaitedFor() {
        Change.StackResource both = new Change.StackResource(ItemId.TRAIL, Stack.SECURITY, "Trail",
                "AWS::CloudTrail::Trail", Samples.trail().properties(), false, Set.of("LogBucket", "LogBucketPolicy"));

        Plan plan = Plan.of(Samples.account(), with(ItemId.TRAIL, Remedy.of(both)), NOTHING);

        assertThat(plan.stacks().get(Stack.SECURITY)).filteredOn((one) -> one.logicalId().equals("Trail"))
                .singleElement()
                .extracting(Change.StackResource::after)
                .isEqualTo(Set.of("LogBucketPolicy"));
    }

    /**
     * Whatever is left, asked for or given up, and whatever is deployed: no stack ever names what it does not hold,
     * and once a plan is carried out the same remedies ask for nothing more.
     */
    @Property(tries = 300)
    void everyReferenceIsHeld_andASecondPlanIsEmpty(@ForAll Set<ItemId> left, @ForAll Set<ItemId> givenUp,
            @ForAll Set<ItemId> made) {
        Map<ItemId, Remedy> first = new HashMap<>(Samples.remedies());
        first.keySet().retainAll(made);
        List<Change.StackResource> before = Plan.of(Samples.account(), first, NOTHING)
                .stacks()
                .getOrDefault(Stack.SECURITY, List.of());
        Map<ItemId, Remedy> then = new HashMap<>(Samples.remedies());
        givenUp.forEach((item) -> then.replace(item, Remedy.of()));
        left.forEach((item) -> then.replace(item, Remedy.nothing(Remedy.Reason.LEFT)));

        Plan plan = Plan.of(Samples.account(), then, deployed(before));
        List<Change.StackResource> after = plan.stacks().getOrDefault(Stack.SECURITY, List.of());

        Set<String> held = new HashSet<>();
        after.forEach((resource) -> {
            assertThat(held).containsAll(References.of(resource));
            held.add(resource.logicalId());
        });
        assertThat(Plan.of(Samples.account(), then, deployed(after)).changes()).isEmpty();
    }

    private static Map<Stack, List<Change.StackResource>> deployed(List<Change.StackResource> resources) {
        return Map.of(Stack.SECURITY, resources);
    }

    private static Map<ItemId, Remedy> with(ItemId item, Remedy remedy) {
        Map<ItemId, Remedy> remedies = new HashMap<>(Samples.remedies());
        remedies.put(item, remedy);
        return remedies;
    }

    private static List<String> ids(List<PlannedChange> changes) {
        List<String> ids = new ArrayList<>();
        for (PlannedChange change : changes) {
            if (change.change() instanceof Change.StackResource resource) {
                ids.add(resource.logicalId());
            }
        }
        return ids;
    }
}

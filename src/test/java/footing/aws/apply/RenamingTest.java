package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;

import footing.baseline.Baseline;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.choices.LogStorage;
import footing.choices.Notifications;
import footing.plan.Change;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.plan.Remedy;
import footing.plan.Stack;
import footing.practice.PracticeAccount;
import footing.practice.PracticeState;
import footing.template.Templates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that people change once everything is there: the account follows, and then nothing is left to do. */
class RenamingTest {

    private enum Name {
        BUCKET,
        TRAIL,
        TOPIC,
        LOG_GROUP
    }

    private static final List<ItemId> OF_THE_STACK = List.of(ItemId.SECURITY_NOTIFICATIONS, ItemId.TRAIL,
            ItemId.TRAIL_VALIDATION, ItemId.LOG_BUCKET, ItemId.TRAIL_TO_LOGS, ItemId.ACTIVITY_ALARMS);

    /** Each scenario as it is once the example choices are in place. */
    private static final Map<String, PracticeAccount> SECURED = new ConcurrentHashMap<>();

    private final Path data;

    RenamingTest(@TempDir Path data) {
        this.data = data;
    }

    @ParameterizedTest
    @MethodSource("renamings")
    void secondPlan_isEmpty_whateverIsRenamedAndLeft(String scenario, Set<Name> renamed, Optional<ItemId> left) {
        Workbench bench = secured(scenario);
        bench.choose((choices) -> leaving(renaming(choices, renamed), left));
        Plan plan = bench.plan();

        assertThat(bench.apply(plan).failures()).isEmpty();
        // All that the change set touches stood in the plan, and what it is sure to replace was said to be replaced.
        assertThat(bench.events(ApplyEvent.ChangeSetReady.class)).allSatisfy((ready) -> {
            assertThat(ready.changes()).extracting(Announced::logicalId)
                    .containsExactlyInAnyOrderElementsOf(
                            ids(plan, ready.stack(), EnumSet.allOf(PlannedChange.Kind.class)));
            assertThat(ready.changes()).filteredOn(Announced::replacement)
                    .extracting(Announced::logicalId)
                    .isSubsetOf(ids(plan, ready.stack(), EnumSet.of(PlannedChange.Kind.REPLACE)));
        });

        assertThat(bench.plan().changes()).isEmpty();
    }

    private Workbench secured(String scenario) {
        return new Workbench(PracticeState.of(SECURED.computeIfAbsent(scenario, (name) -> {
            Workbench first = new Workbench(name, data);
            first.apply(first.plan());
            return first.state.read();
        })), data);
    }

    private static List<String> ids(Plan plan, Stack stack, Set<PlannedChange.Kind> kinds) {
        return plan.changes(stack)
                .stream()
                .filter((change) -> kinds.contains(change.kind()))
                .map((change) -> ((Change.StackResource) change.change()).logicalId())
                .toList();
    }

    /** Each name alone and all together, with nothing and with each item left; adopted names have no effect. */
    static Stream<Arguments> renamings() {
        List<Set<Name>> names = new ArrayList<>(Arrays.stream(Name.values()).map(Set::of).toList());
        names.add(EnumSet.allOf(Name.class));
        Stream<Arguments> inherited = names.stream().map((some) -> Arguments.of("inherited", some, Optional.empty()));
        Stream<Arguments> fresh = names.stream()
                .flatMap((some) -> Stream.concat(Stream.of(Optional.<ItemId>empty()),
                        OF_THE_STACK.stream().map(Optional::of)).map((left) -> Arguments.of("fresh", some, left)));
        return Stream.concat(fresh, inherited);
    }

    @Test
    void policyOfTheBucket_isChangedByTheStackAlone_andLetsBothTrailsWrite_whenTheTrailIsRenamed() {
        Workbench bench = secured("fresh");
        bench.choose((choices) -> renaming(choices, Set.of(Name.TRAIL)));

        Plan plan = bench.plan();

        assertThat(plan.changes()).extracting(PlannedChange::change)
                .allMatch(Change.StackResource.class::isInstance)
                .map((change) -> ((Change.StackResource) change).logicalId())
                .contains("Trail", "LogBucketPolicy");
        assertThat(Templates.text(plan, Stack.SECURITY)).contains(":trail/footing", ":trail/other");
    }

    @Test
    void trail_isNotRenamed_whenItsBucketIsLeftWithAPolicyForTheOldOne() {
        Workbench bench = secured("fresh");
        bench.choose(
                (choices) -> leaving(renaming(choices, Set.of(Name.TRAIL)), Optional.of(ItemId.LOG_BUCKET)));

        assertThat(bench.plan().changes()).isEmpty();
        assertThat(bench.plan().untouched()).containsEntry(ItemId.TRAIL, Remedy.Reason.NEEDS_ANOTHER);
    }

    @Test
    void logGroup_staysConnected_whenItIsLeftUnderAnotherName() {
        Workbench bench = secured("fresh");
        bench.choose((choices) -> leaving(renaming(choices, Set.of(Name.LOG_GROUP)),
                Optional.of(ItemId.TRAIL_TO_LOGS)));

        assertThat(bench.plan().changes()).isEmpty();
    }

    /** CloudFormation could not make it, and the kept one is not the stack's. */
    @Test
    void nameOfAKeptLogGroup_isRefused_beforeAnythingIsPlanned() {
        Workbench bench = secured("fresh");
        Choices before = ExampleChoices.of(bench.survey());
        Choices after = renaming(before, Set.of(Name.LOG_GROUP));
        bench.choose((choices) -> after);
        assertThat(bench.apply(bench.plan()).failures()).isEmpty();

        assertThat(Baseline.complaints(bench.survey(), after)).isEmpty();
        assertThat(Baseline.complaints(bench.survey(), before)).singleElement().satisfies((complaint) -> {
            assertThat(complaint.severity()).isEqualTo(Complaint.Severity.ERROR);
            assertThat(complaint.field()).isEqualTo("logStorage.logGroup");
            assertThat(complaint.values()).containsEntry("now", "other/group");
        });
    }

    private static Choices renaming(Choices choices, Set<Name> names) {
        LogStorage is = choices.logStorage();
        LogStorage willBe = new LogStorage(names.contains(Name.BUCKET) ? "other-logs-123456789012" : is.bucket(),
                names.contains(Name.TRAIL) ? "other" : is.trail(),
                names.contains(Name.LOG_GROUP) ? "other/group" : is.logGroup(), is.logGroupDays(),
                is.archiveAfterDays(), is.expireAfterDays());
        Notifications notifications = new Notifications(choices.notifications().securityList(),
                names.contains(Name.TOPIC) ? "other-security" : choices.notifications().topicName());
        return choices.withNotifications(notifications).withLogStorage(willBe);
    }

    private static Choices leaving(Choices choices, Optional<ItemId> left) {
        return choices.withLeave(left.map(Set::of).orElseGet(Set::of));
    }
}

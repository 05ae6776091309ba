package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Region;
import footing.choices.Choices;
import footing.choices.Groups;
import footing.choices.Notifications;
import footing.plan.Change;
import footing.plan.Change.StackResource;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.plan.Stack;
import footing.practice.LastingState;
import footing.practice.PracticeAccount;
import footing.practice.PracticeState;
import footing.practice.cloudformation.Hindrance;
import footing.practice.cloudformation.Hindrance.Doing;
import footing.practice.fault.Fault;
import footing.practice.fault.Faults;
import footing.practice.fault.Injection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each resource of each stack fails once, in turn: the run names it, makes what does not rest on it, and leaves nothing
 * that keeps the next run from ending as one does in which nothing fails.
 */
class FailingResourcesTest {

    private static final String REASON = "It goes wrong this once";

    private final Path data;

    FailingResourcesTest(@TempDir Path data) {
        this.data = data;
    }

    @TestFactory
    Stream<DynamicTest> newStack_isMadeByTheNextRun_whicheverResourceFailed_inAFreshAccount() {
        return each(new Workbench("fresh", data.resolve("whole")), FailingResourcesTest::inThreeRegions);
    }

    @TestFactory
    Stream<DynamicTest> newStack_isMadeByTheNextRun_whicheverResourceFailed_inAnInheritedAccount() {
        return each(new Workbench("inherited", data.resolve("whole")), FailingResourcesTest::inThreeRegions);
    }

    @TestFactory
    Stream<DynamicTest> stack_isChangedByTheNextRun_whicheverResourceFailed() {
        Workbench bench = new Workbench("fresh", data.resolve("whole"));
        bench.choose(FailingResourcesTest::inThreeRegions);
        bench.apply(bench.plan());
        return each(bench, (choices) -> other(inThreeRegions(choices)));
    }

    /** The home Region and two more: what stands in one Region stands in each. */
    private static Choices inThreeRegions(Choices choices) {
        List<Region> others = choices.regions().stream().filter((one) -> !one.equals(choices.home())).limit(2).toList();
        return choices.withRegions(Stream.concat(Stream.of(choices.home()), others.stream()).toList());
    }

    /** What changes resources in their place, makes others in the place of some, and adds and takes away. */
    private static Choices other(Choices choices) {
        TreeMap<String, List<String>> groups = new TreeMap<>();
        choices.groups().policies().keySet().forEach((name) -> groups.put(name, List.of("ReadOnlyAccess")));
        groups.put("developers", List.of("PowerUserAccess"));
        return choices.withGroups(new Groups(groups))
                .withLogStorage(Plans.keeping(choices.logStorage(), 400))
                .withNotifications(new Notifications(Optional.of("aws-other@example.com"), "other-topic"))
                .withAlarms(choices.alarms().stream().sorted().skip(1).collect(Collectors.toSet()));
    }

    private Stream<DynamicTest> each(Workbench whole, UnaryOperator<Choices> choices) {
        PracticeAccount before = whole.state.read();
        whole.choose(choices);
        Plan plan = whole.plan();
        assertThat(whole.apply(plan).failures()).isEmpty();
        assertThat(whole.plan().isEmpty()).isTrue();
        String wanted = LastingState.of(whole.state.read());
        List<PlannedChange> resources = plan.changes()
                .stream()
                .filter((change) -> change.change() instanceof StackResource
                        && change.kind() != PlannedChange.Kind.REMOVE)
                .toList();
        assertThat(resources).hasSizeGreaterThan(20);
        return resources.stream().map((change) -> {
            StackResource resource = (StackResource) change.change();
            String name = resource.stack().label() + "/" + resource.logicalId();
            return DynamicTest.dynamicTest(name, () -> {
                Workbench bench = new Workbench(PracticeState.of(before), data.resolve(name.replace('/', '-')),
                        failing(resource, before));
                bench.choose(choices);
                failsOnce(bench, plan, resource);
                assertThat(bench.apply(bench.plan()).failures()).isEmpty();
                assertThat(bench.events(ApplyEvent.ResourceEvent.class))
                        .noneMatch((event) -> event.status().endsWith("_FAILED"));
                assertThat(LastingState.of(bench.state.read())).isEqualTo(wanted);
            });
        });
    }

    private static Hindrance failing(StackResource resource, PracticeAccount account) {
        Fault fault = new Fault.OfResource("here", resource.stack().stackName(), resource.logicalId(),
                Optional.of(resource.stack().region(new Region(account.home()))), Set.of(Doing.CREATE, Doing.UPDATE),
                new Fault.Trouble.Fails(REASON, 1));
        return new Injection(new Faults(List.of(fault)), account.caller().arn(), () -> {
        }).resources();
    }

    private static void failsOnce(Workbench bench, Plan plan, StackResource resource) {
        ApplyEvent.Ended ended = bench.apply(plan);

        assertThat(ended.failures().getFirst()).satisfies((failure) -> {
            assertThat(failure.cause()).isEqualTo(ApplyEvent.Cause.AWS);
            assertThat(failure.what()).isEqualTo(resource.logicalId());
            assertThat(failure.type()).isEqualTo(resource.type());
            assertThat(failure.stack()).contains(resource.stack());
            assertThat(failure.message()).contains(REASON);
            assertThat(failure.rolledBack()).isTrue();
        });
        assertThat(ended.failures().stream().skip(1))
                .allMatch((failure) -> failure.cause() == ApplyEvent.Cause.SKIPPED);
        assertThat(plan.changes()).filteredOn((change) -> !ended.inPlace().contains(change))
                .allMatch((change) -> restsOn(resource.stack(), change.change()));
    }

    private static boolean restsOn(Stack stack, Change change) {
        return switch (change) {
            case StackResource other -> other.stack().equals(stack)
                    || (stack.kind() == Stack.Kind.SECURITY && other.stack().kind() == Stack.Kind.CONFIG);
            case Change.DirectSetting<?> setting -> setting.when() == Change.When.AFTER_STACKS;
            case Change.ManualStep step -> false;
        };
    }
}

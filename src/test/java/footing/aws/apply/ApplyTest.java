package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Permission;
import footing.account.Region;
import footing.aws.AwsClients;
import footing.plan.Change;
import footing.plan.Permissions;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.plan.Stack;
import footing.practice.Denial;
import footing.practice.Practice;
import footing.practice.PracticeOptions;
import footing.practice.call.Call;
import footing.practice.call.CallLog;
import footing.practice.cloudformation.PracticeCloudFormation;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.s3.S3Client;

class ApplyTest {

    private final Path data;
    private final Workbench fresh;

    ApplyTest(@TempDir Path data) {
        this.data = data;
        this.fresh = new Workbench("fresh", data);
    }

    @Test
    void apply_putsEverythingInPlace_soThatASecondPlanIsEmpty() {
        Plan plan = fresh.plan();
        assertThat(plan.changes(Stack.SECURITY)).isNotEmpty();

        ApplyEvent.Ended ended = fresh.apply(plan);

        assertThat(ended.failures()).isEmpty();
        assertThat(ended.done()).isEqualTo(plan.changes().size());
        assertThat(fresh.plan().changes()).isEmpty();
        assertThat(stack(fresh).enableTerminationProtection()).isTrue();
        assertThat(stack(fresh).stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void apply_putsEverythingInPlace_whereThingsAreInherited() {
        Workbench inherited = new Workbench("inherited", data);
        Plan plan = inherited.plan();

        ApplyEvent.Ended ended = inherited.apply(plan);

        assertThat(ended.failures()).isEmpty();
        assertThat(ended.done()).isEqualTo(plan.changes().size());
        assertThat(inherited.plan().changes()).isEmpty();
    }

    /** The home Region does not show it, so that a second trail would be made beside it. */
    @Test
    void trailOfAnotherRegionAlone_isMadeToCoverAll_fromAnotherHome() {
        Workbench bench = new Workbench(Practice.state(PracticeOptions.of("inherited").at(Workbench.CLOCK)), data,
                Region.US_EAST_1, Workbench.CLOCK);
        CloudTrailClient here = bench.clients.get(CloudTrailClient.class, Region.US_EAST_1);
        assertThat(here.describeTrails().trailList()).isEmpty();
        Plan plan = bench.plan();

        assertThat(bench.apply(plan).failures()).isEmpty();

        assertThat(here.describeTrails().trailList()).singleElement().satisfies((trail) -> {
            assertThat(trail.name()).isEqualTo("management-events");
            assertThat(trail.homeRegion()).isEqualTo("eu-central-1");
            assertThat(trail.isMultiRegionTrail()).isTrue();
            assertThat(trail.logFileValidationEnabled()).isTrue();
        });
        assertThat(bench.plan().changes()).isEmpty();
    }

    /** They are overwritten, and the setting's value does not hold them. */
    @Test
    void selectorsOfATrail_areInTheJournal_beforeTheyAreWidened() {
        Workbench bench = new Workbench("inherited", data);
        CloudTrailClient cloudTrail = bench.clients.get(CloudTrailClient.class, bench.home);
        String trail = cloudTrail.describeTrails().trailList().getFirst().trailARN();
        EventSelector readsOnly = EventSelector.builder()
                .includeManagementEvents(true)
                .readWriteType(ReadWriteType.READ_ONLY)
                .build();
        cloudTrail.putEventSelectors((request) -> request.trailName(trail).eventSelectors(readsOnly));

        assertThat(bench.apply(bench.plan()).failures()).isEmpty();

        assertThat(bench.entries()).filteredOn((entry) -> entry.kind() == JournalEntry.Kind.WRITING)
                .extracting(JournalEntry::before)
                .anySatisfy((before) -> assertThat(before.toString()).contains("EventSelectors", "ReadOnly"));
    }

    @Test
    void events_comeInOrder_eachResourceEventOnce() {
        Plan plan = fresh.plan();

        fresh.apply(plan);

        assertThat(fresh.events.getFirst()).isEqualTo(new ApplyEvent.Began(plan.changes().size()));
        assertThat(fresh.events.getLast()).isInstanceOf(ApplyEvent.Ended.class);
        List<ApplyEvent.ResourceEvent> resources = fresh.events(ApplyEvent.ResourceEvent.class);
        assertThat(resources).extracting(ApplyEvent.ResourceEvent::status).first().isEqualTo("CREATE_IN_PROGRESS");
        assertThat(resources).extracting(ApplyEvent.ResourceEvent::at).isSorted();
        for (PlannedChange change : plan.changes(Stack.SECURITY)) {
            String id = ((Change.StackResource) change.change()).logicalId();
            assertThat(resources).filteredOn((event) -> event.logicalId().equals(id))
                    .extracting(ApplyEvent.ResourceEvent::status)
                    .containsOnlyOnce("CREATE_COMPLETE")
                    .last()
                    .isEqualTo("CREATE_COMPLETE");
        }
        assertThat(fresh.events(ApplyEvent.ChangeSetReady.class)).first()
                .satisfies((ready) -> assertThat(ready.changes()).hasSameSizeAs(plan.changes(Stack.SECURITY))
                        .allMatch((announced) -> announced.action().equals("Add")));
        assertThat(fresh.events(ApplyEvent.StackEnded.class)).containsExactlyElementsOf(stacks(plan).stream()
                .map((stack) -> new ApplyEvent.StackEnded(stack, "CREATE_COMPLETE"))
                .toList());
    }

    @Test
    void apply_doesNothing_whenThePlanIsEmpty() {
        fresh.apply(fresh.plan());

        ApplyEvent.Ended ended = fresh.apply(fresh.plan());

        assertThat(ended).isEqualTo(new ApplyEvent.Ended(List.of(), List.of()));
        assertThat(fresh.journal).isEmpty();
    }

    @Test
    void apply_isDoneAtOnce_whenWhatWasPlannedIsInPlaceAlready() {
        Plan plan = fresh.plan();
        fresh.apply(plan);
        int calls = fresh.calls.calls().size();

        ApplyEvent.Ended ended = fresh.apply(plan);

        assertThat(ended.failures()).isEmpty();
        assertThat(fresh.events(ApplyEvent.NothingToDo.class))
                .containsExactlyElementsOf(stacks(plan).stream().map(ApplyEvent.NothingToDo::new).toList());
        assertThat(fresh.calls.operations().subList(calls, fresh.calls.operations().size()))
                .doesNotContain("cloudformation:ExecuteChangeSet", "account:PutAlternateContact",
                        "iam:UpdateAccountPasswordPolicy")
                .contains("cloudformation:DeleteChangeSet");
        assertThat(stack(fresh).stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void apply_namesTheFirstCause_andGoesOnWithWhatIsFree_andWorksOnceTheCauseIsGone() {
        Plan plan = fresh.plan();
        String bucket = bucket(plan);
        S3Client s3 = fresh.clients.get(S3Client.class, fresh.home);
        s3.createBucket((request) -> request.bucket(bucket));

        ApplyEvent.Ended failed = fresh.apply(plan);

        assertThat(failed.failures()).first().satisfies((failure) -> {
            assertThat(failure.what()).isEqualTo("LogBucket");
            assertThat(failure.type()).isEqualTo("AWS::S3::Bucket");
            assertThat(failure.cause()).isEqualTo(ApplyEvent.Cause.AWS);
            assertThat(failure.message()).contains(bucket);
            assertThat(failure.rolledBack()).isTrue();
        });
        // The stacks of AWS Config stand on the first, that of billing on none.
        assertThat(failed.done()).isEqualTo(plan.changes()
                .stream()
                .filter((change) -> !(change.change() instanceof Change.StackResource resource)
                        || resource.stack().equals(Stack.BILLING))
                .count());
        assertThat(stack(fresh).stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);

        s3.deleteBucket((request) -> request.bucket(bucket));
        Plan again = fresh.plan();
        assertThat(again.changes()).isEqualTo(
                stacks(plan).stream()
                        .filter((stack) -> !stack.equals(Stack.BILLING))
                        .flatMap((stack) -> plan.changes(stack).stream())
                        .toList());
        assertThat(fresh.apply(again).failures()).isEmpty();
        assertThat(fresh.plan().isEmpty()).isTrue();
    }

    @Test
    void apply_leavesASettingAlone_whenItWasChangedSinceTheReview() {
        Plan plan = fresh.plan();
        AccountClient account = fresh.clients.get(AccountClient.class, fresh.home);
        account.putAlternateContact((request) -> request.alternateContactType(AlternateContactType.SECURITY)
                .name("Someone")
                .title("Else")
                .emailAddress("else@example.com")
                .phoneNumber("+1 206 555 0199"));

        ApplyEvent.Ended ended = fresh.apply(plan);

        assertThat(ended.failures()).singleElement().satisfies((failure) -> {
            assertThat(failure.cause()).isEqualTo(ApplyEvent.Cause.CHANGED_SINCE_REVIEW);
            assertThat(failure.what()).isEqualTo("alternate-contact:SECURITY");
        });
        assertThat(ended.done()).isEqualTo(plan.changes().size() - 1);
        assertThat(account.getAlternateContact((request) -> request
                .alternateContactType(AlternateContactType.SECURITY)).alternateContact().emailAddress())
                .isEqualTo("else@example.com");
    }

    @Test
    void apply_doesNotExecute_whenTheStackIsNotWhatWasReviewed() {
        fresh.apply(fresh.plan());
        fresh.choose((choices) -> choices.withAlarms(Set.of()));
        Plan fewer = fresh.plan();
        assertThat(fewer.changes()).isNotEmpty().allMatch((change) -> change.kind() == PlannedChange.Kind.REMOVE);
        Plan stale = new Plan(fewer.identity(), fewer.home(), fewer.changes().subList(0, 1), List.of(),
                fewer.untouched(), fewer.stacks(), fewer.deployed());

        ApplyEvent.Ended ended = fresh.apply(stale);

        assertThat(ended.failures()).singleElement()
                .extracting(ApplyEvent.Failure::cause)
                .isEqualTo(ApplyEvent.Cause.CHANGED_SINCE_REVIEW);
        assertThat(stack(fresh).stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void permissions_areTheCallsReallyMade() {
        for (String scenario : List.of("fresh", "inherited")) {
            Workbench bench = new Workbench(scenario, data);
            Plan plan = bench.plan();
            Set<Permission> allowed = new TreeSet<>(Permissions.called(plan));

            bench.apply(plan);

            Set<Permission> called = bench.calls.calls()
                    .stream()
                    .map(Call::action)
                    .map(Permission::new)
                    .collect(Collectors.toCollection(TreeSet::new));
            // What only a change set without changes, or a failed creation, asks for.
            allowed.remove(new Permission("cloudformation:DeleteChangeSet"));
            allowed.remove(new Permission("cloudformation:DeleteStack"));
            // What only a stack asks for that is there already.
            allowed.remove(new Permission("cloudformation:ListChangeSets"));
            allowed.remove(new Permission("cloudformation:GetTemplate"));
            assertThat(called).as(scenario).isEqualTo(allowed);
        }
    }

    /** What CloudFormation calls for the resources, also while it takes them back, is allowed by the plan's policy. */
    @Test
    void permissions_coverTheCallsThatCloudFormationMakes() {
        Plan plan = fresh.plan();
        CallLog behind = new CallLog();
        AwsClients through = new AwsClients() {
            @Override
            public <C extends AwsClient> C get(Class<C> type, Region region) {
                return type == CloudFormationClient.class
                        ? type.cast(new PracticeCloudFormation(fresh.state, region, Workbench.CLOCK,
                                behind.over(fresh.clients)))
                        : fresh.clients.get(type, region);
            }

            @Override
            public void close() {
                // holds nothing of its own
            }
        };
        // The trail cannot be made, so that all that stands before it is made and deleted again.
        fresh.state.update((account) -> account
                .withDenials(List.of(new Denial("cloudtrail:CreateTrail", Denial.By.IDENTITY_POLICY))));
        fresh.apply(plan, through, () -> {
        });
        fresh.state.update((account) -> account.withDenials(List.of()));
        assertThat(fresh.apply(plan, through, () -> {
        }).failures()).isEmpty();

        assertThat(behind.calls()).extracting(Call::action).contains("s3:DeleteBucket", "cloudtrail:CreateTrail");
        assertThat(behind.calls().stream().map(Call::action).map(Permission::new).toList())
                .isSubsetOf(Permissions.of(plan));
    }

    @Test
    void apply_stopsBetweenSteps_whenItsCallerIsInterrupted() {
        Plan plan = fresh.plan();
        Thread.currentThread().interrupt();

        ApplyEvent.Ended ended = fresh.apply(plan);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended.done() + ended.failures().size()).isPositive();
        assertThat(ended.failures()).allMatch((failure) -> failure.cause() == ApplyEvent.Cause.CANCELLED
                || failure.cause() == ApplyEvent.Cause.SKIPPED);
    }

    private static List<Stack> stacks(Plan plan) {
        return plan.stacks().keySet().stream().sorted().toList();
    }

    private static String bucket(Plan plan) {
        return plan.changes()
                .stream()
                .map(PlannedChange::change)
                .filter((change) -> change instanceof Change.StackResource resource
                        && resource.type().equals("AWS::S3::Bucket"))
                .map((change) -> footing.plan.ResourceTypes.nameOf((Change.StackResource) change))
                .findFirst()
                .orElseThrow();
    }

    private static software.amazon.awssdk.services.cloudformation.model.Stack stack(Workbench bench) {
        return bench.clients.get(CloudFormationClient.class, bench.home)
                .describeStacks((request) -> request.stackName("footing-security"))
                .stacks()
                .getFirst();
    }
}

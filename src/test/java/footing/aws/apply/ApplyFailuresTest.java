package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.account.DeployedStack;
import footing.account.Permission;
import footing.account.Region;
import footing.account.StackCondition;
import footing.aws.AwsClients;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Permissions;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.plan.Remedy;
import footing.plan.Settings;
import footing.plan.Stack;
import footing.plan.Value;
import footing.practice.Denial;
import footing.practice.call.Decorated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.s3.S3Client;

/** What applying does when something is in its way. */
class ApplyFailuresTest {

    /** A change set of an earlier run, as Footing names them. */
    private static final String EARLIER = "footing-7f3c2a10-54b1-4c66-9d0e-1a2b3c4d5e6f";
    private static final String SECURITY = "footing-security";
    private static final Pause NONE = () -> {
    };

    private final Path data;
    private final Workbench bench;
    private final Plan plan;

    ApplyFailuresTest(@TempDir Path data) {
        this.data = data;
        this.bench = new Workbench("fresh", data);
        this.plan = bench.plan();
    }

    @Test
    void apply_goesOn_whenOneSettingIsDenied() {
        bench.state.update((account) -> account.withDenials(
                List.of(new Denial("account:PutAlternateContact", Denial.By.IDENTITY_POLICY))));

        ApplyEvent.Ended ended = bench.apply(plan);

        assertThat(ended.failures()).hasSize(3).allSatisfy((failure) -> {
            assertThat(failure.cause()).isEqualTo(ApplyEvent.Cause.DENIED);
            assertThat(failure.message()).contains("account:PutAlternateContact");
        });
        assertThat(ended.done()).isEqualTo(plan.changes().size() - 3);
    }

    @Test
    void apply_beginsNothingMore_whenTheCredentialsExpire() {
        AtomicInteger puts = new AtomicInteger();
        AwsClients expiring = failing("PutAlternateContact", puts, error("ExpiredToken", 400), Integer.MAX_VALUE);

        ApplyEvent.Ended ended = bench.apply(plan, expiring, NONE);

        assertThat(ended.failures()).extracting(ApplyEvent.Failure::cause)
                .containsOnlyOnce(ApplyEvent.Cause.CREDENTIALS)
                .containsOnly(ApplyEvent.Cause.CREDENTIALS, ApplyEvent.Cause.SIGNED_OUT);
        assertThat(puts).hasValue(1);
        assertThat(bench.entries()).extracting(JournalEntry::kind)
                .endsWith(JournalEntry.Kind.WRITING, JournalEntry.Kind.FAILED, JournalEntry.Kind.RUN_ENDED);
        assertThat(bench.apply(bench.plan()).failures()).isEmpty();
    }

    @Test
    void apply_keepsWatching_whenALookFails() {
        AtomicInteger looks = new AtomicInteger();

        ApplyEvent.Ended ended = bench.apply(plan,
                failing("DescribeStackEvents", looks, error("InternalFailure", 500), 3), NONE);

        assertThat(ended.failures()).isEmpty();
        assertThat(looks.get()).isGreaterThan(3);
    }

    @Test
    void apply_writesNothingToAws_whenTheJournalCannotBeWritten() throws IOException {
        Files.writeString(data.resolve("journal"), "in the way");

        ApplyEvent.Ended ended = bench.apply(plan);

        assertThat(ended.done()).isZero();
        assertThat(ended.failures()).first()
                .extracting(ApplyEvent.Failure::cause)
                .isEqualTo(ApplyEvent.Cause.JOURNAL);
        assertThat(ended.failures()).extracting(ApplyEvent.Failure::cause)
                .containsOnly(ApplyEvent.Cause.JOURNAL, ApplyEvent.Cause.UNWRITTEN);
        assertThat(bench.calls.calls()).isEmpty();
    }

    @Test
    void apply_leavesTheStackAlone_whileSomebodyElseChangesIt() {
        propose("somebody", ChangeSetType.CREATE);
        execute("somebody");
        cloudFormation().describeStacks();

        ApplyEvent.Ended ended = bench.apply(plan);

        assertThat(ended.failures()).first().satisfies((failure) -> {
            assertThat(failure.cause()).isEqualTo(ApplyEvent.Cause.STACK_STATE);
            assertThat(failure.message()).endsWith("_IN_PROGRESS");
        });
    }

    @Test
    void apply_deletesTheStack_whenItIsToHoldNothing_andKeepsTheLogs() {
        bench.apply(plan);

        ApplyEvent.Ended ended = bench.apply(away());

        assertThat(ended.failures()).isEmpty();
        assertThat(bench.events(ApplyEvent.StackEnded.class))
                .containsExactly(new ApplyEvent.StackEnded(Stack.SECURITY, "DELETE_COMPLETE"));
        assertThat(bench.survey().stack(SECURITY)).isEmpty();
        assertThat(bench.clients.get(S3Client.class, bench.home).listBuckets().buckets()).isNotEmpty();
    }

    @Test
    void stack_isNotDeleted_whenItHoldsWhatNobodyReviewed() {
        bench.apply(plan);
        propose("somebody", ChangeSetType.UPDATE);
        execute("somebody");
        untilDone();

        ApplyEvent.Ended ended = bench.apply(away());

        assertThat(ended.failures()).singleElement().satisfies((failure) -> {
            assertThat(failure.cause()).isEqualTo(ApplyEvent.Cause.CHANGED_SINCE_REVIEW);
            assertThat(failure.message()).isEqualTo("Add T");
        });
        assertThat(untilDone()).isEqualTo("UPDATE_COMPLETE");
    }

    /** Two at once: both made change sets for the stack in review, and the other one's was executed. */
    @Test
    void stack_isNotThrownAway_whenSomebodyElseBroughtItToLife() {
        AtomicInteger deletions = new AtomicInteger();
        AwsClients second = new Decorated(bench.clients, (call, next) -> {
            if (call.operation().equals("ExecuteChangeSet") && call.request().toString().contains(SECURITY)) {
                propose("somebody", ChangeSetType.CREATE);
                execute("somebody");
                throw error("AccessDenied", 403);
            }
            if (call.operation().equals("DeleteStack")) {
                deletions.incrementAndGet();
            }
            return next.get();
        });

        ApplyEvent.Ended ended = bench.apply(plan, second, NONE);

        assertThat(ended.failures()).first()
                .extracting(ApplyEvent.Failure::cause)
                .isEqualTo(ApplyEvent.Cause.DENIED);
        assertThat(deletions).hasValue(0);
        assertThat(untilDone()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void stack_isInPlace_whenItMayNotBeProtected_andTheLackIsTold() {
        bench.state.update((account) -> account.withDenials(List
                .of(new Denial("cloudformation:UpdateTerminationProtection", Denial.By.SERVICE_CONTROL_POLICY))));

        ApplyEvent.Ended ended = bench.apply(plan);

        assertThat(ended.done()).isEqualTo(plan.changes().size());
        assertThat(ended.failures()).hasSize(plan.stacks().size())
                .allSatisfy((failure) -> assertThat(failure.cause())
                        .isEqualTo(ApplyEvent.Cause.UNPROTECTED));
        assertThat(bench.plan().changes()).hasSize(plan.stacks().size())
                .allSatisfy((change) -> assertThat(Settings.key(((Change.DirectSetting<?>) change.change()).setting()))
                        .startsWith("stack-protection:footing-"));
    }

    @Test
    void stack_isProtectedByTheNextPlan_whenTheProgramDiedBeforeItWas() {
        AwsClients dying = new Decorated(bench.clients, (call, next) -> {
            if (call.operation().equals("UpdateTerminationProtection")) {
                throw new AssertionError("killed");
            }
            return next.get();
        });
        assertThatThrownBy(() -> bench.apply(plan, dying, NONE)).hasRootCauseMessage("killed");
        assertThat(untilDone()).isEqualTo("CREATE_COMPLETE");

        Plan next = bench.plan();

        assertThat(next.changes()).filteredOn((change) -> change.change() instanceof Change.DirectSetting<?>)
                .singleElement()
                .satisfies((change) -> {
                    assertThat(change.isAbout("stack-protection:footing-security@us-east-1", Optional.empty()))
                            .isTrue();
                    assertThat(change.before()).isEqualTo(Value.fields("EnableTerminationProtection",
                            Value.flag(false)));
                    assertThat(change.after()).isEqualTo(Value.fields("EnableTerminationProtection", Value.flag(true)));
                });
        assertThat(Permissions.of(next)).contains(new Permission("cloudformation:UpdateTerminationProtection"));
        assertThat(bench.apply(next).failures()).isEmpty();
        assertThat(isProtected()).isTrue();
        assertThat(bench.plan().isEmpty()).isTrue();
    }

    @Test
    void otherStacks_areMade_whenThatOfOneRegionFails() {
        Region ohio = new Region("us-east-2");
        AwsClients refusing = new Decorated(bench.clients, (call, next) -> {
            if (call.operation().equals("CreateChangeSet") && call.region().equals(ohio)) {
                throw error("AccessDenied", 403);
            }
            return next.get();
        });

        ApplyEvent.Ended ended = bench.apply(plan, refusing, NONE);

        assertThat(ended.failures()).singleElement().satisfies((failure) -> {
            assertThat(failure.cause()).isEqualTo(ApplyEvent.Cause.DENIED);
            assertThat(failure.what()).isEqualTo("footing-config-us-east-2");
            assertThat(failure.stack()).contains(Stack.config(ohio));
        });
        assertThat(ended.inPlace()).containsExactlyElementsOf(plan.changes()
                .stream()
                .filter((change) -> !plan.changes(Stack.config(ohio)).contains(change))
                .toList());
    }

    @Test
    void changeSet_isThrownAway_whenItMayNotBeExecuted() {
        AwsClients refusing = failing("ExecuteChangeSet", new AtomicInteger(), error("AccessDenied", 403), 1);

        ApplyEvent.Ended ended = bench.apply(plan, refusing, NONE);

        assertThat(ended.failures()).first()
                .extracting(ApplyEvent.Failure::cause)
                .isEqualTo(ApplyEvent.Cause.DENIED);
        assertThat(ofStack()).extracting(JournalEntry::kind)
                .containsExactly(JournalEntry.Kind.WRITING, JournalEntry.Kind.FAILED);
        cloudFormation().describeStacks();
        cloudFormation().describeStacks();
        assertThat(bench.survey().stack(SECURITY)).isEmpty();
        assertThat(cloudFormation().describeStacks().stacks()).noneMatch((one) -> one.stackName().equals(SECURITY));
    }

    @Test
    void execution_mayOrMayNotBeDone_whenItsAnswerIsLost() {
        AwsClients losing = new Decorated(bench.clients, (call, next) -> {
            Object answer = next.get();
            if (call.operation().equals("ExecuteChangeSet")) {
                throw error("InternalFailure", 500);
            }
            return answer;
        });

        ApplyEvent.Ended ended = bench.apply(plan, losing, NONE);

        assertThat(ended.failures()).first()
                .extracting(ApplyEvent.Failure::cause)
                .isEqualTo(ApplyEvent.Cause.UNKNOWN_OUTCOME);
        assertThat(ofStack()).extracting(JournalEntry::kind)
                .containsExactly(JournalEntry.Kind.WRITING, JournalEntry.Kind.UNKNOWN);
        assertThat(bench.survey().stack(SECURITY)).isEmpty();
        assertThat(bench.survey().stack(SECURITY)).hasValueSatisfying((stack) -> assertThat(stack.status())
                .isEqualTo("CREATE_IN_PROGRESS"));
    }

    @Test
    void setting_mayOrMayNotBeDone_whenTheAnswerIsLost() {
        AwsClients losing = failing("PutAlternateContact", new AtomicInteger(),
                software.amazon.awssdk.core.exception.ApiCallTimeoutException.create(1000), 1);

        ApplyEvent.Ended ended = bench.apply(plan, losing, NONE);

        assertThat(ended.failures()).singleElement()
                .extracting(ApplyEvent.Failure::cause)
                .isEqualTo(ApplyEvent.Cause.UNKNOWN_OUTCOME);
        assertThat(of(bench.entries(), JournalEntry.Kind.UNKNOWN)).hasSize(1);
    }

    @Test
    void protection_isPutBack_whenTheStackIsNotDeleted() {
        bench.apply(plan);

        ApplyEvent.Ended ended = bench.apply(away(),
                failing("DeleteStack", new AtomicInteger(), error("ValidationError", 400), 1), NONE);

        assertThat(ended.failures()).hasSize(1);
        assertThat(cloudFormation().describeStacks().stacks().getFirst().enableTerminationProtection()).isTrue();
        assertThat(ofStack()).extracting(JournalEntry::kind)
                .containsExactly(JournalEntry.Kind.WRITING, JournalEntry.Kind.FAILED);
    }

    @Test
    void apply_stopsWatching_whenItsCallerIsInterrupted_andTheStackGoesOn() {
        Thread caller = Thread.currentThread();
        AwsClients interrupting = new Decorated(bench.clients, (call, next) -> {
            if (call.operation().equals("ExecuteChangeSet")) {
                caller.interrupt();
            }
            return next.get();
        });

        // Watched until the interrupt has been seen, which takes no more looks than that.
        ApplyEvent.Ended ended = bench.apply(plan, interrupting, Thread::yield);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended.failures()).allSatisfy((failure) -> assertThat(failure.cause())
                .isIn(ApplyEvent.Cause.STOPPED_WATCHING, ApplyEvent.Cause.CANCELLED, ApplyEvent.Cause.SKIPPED));
        assertThat(bench.entries().getLast().kind()).isEqualTo(JournalEntry.Kind.RUN_ENDED);
    }

    @Test
    void nothingOfTheStack_isPlanned_whileItIsWorkedOn() {
        propose(EARLIER, ChangeSetType.CREATE);
        execute(EARLIER);
        cloudFormation().describeStacks();

        Plan now = bench.plan();

        assertThat(now.changes(Stack.SECURITY)).isEmpty();
        assertThat(now.untouched()).containsEntry(ItemId.TRAIL, Remedy.Reason.STACK_BUSY);
    }

    @Test
    void settle_waitsForWhatAnEarlierRunBegan() {
        propose(EARLIER, ChangeSetType.CREATE);
        execute(EARLIER);
        cloudFormation().describeStacks();
        DeployedStack busy = bench.survey().stack(SECURITY).orElseThrow();
        assertThat(busy.condition()).isEqualTo(StackCondition.BUSY);
        List<ApplyEvent> told = new ArrayList<>();

        assertThat(Apply.settle(bench.clients, busy, Workbench.CLOCK, Duration.ZERO, told::add)).isEmpty();

        assertThat(told).first()
                .isEqualTo(new ApplyEvent.Waited(Stack.SECURITY, "CREATE_IN_PROGRESS", busy.since()));
        assertThat(told).last().isEqualTo(new ApplyEvent.StackEnded(Stack.SECURITY, "CREATE_COMPLETE"));
        assertThat(told).hasSizeGreaterThan(2);
    }

    @Test
    void journal_tellsBeforeAndAfterOfEveryWrite() {
        bench.apply(plan);

        List<JournalEntry> entries = bench.entries();
        assertThat(entries.getFirst().kind()).isEqualTo(JournalEntry.Kind.RUN_BEGAN);
        assertThat(entries.getLast().kind()).isEqualTo(JournalEntry.Kind.RUN_ENDED);
        long settings = plan.changes()
                .stream()
                .filter((change) -> change.change() instanceof Change.DirectSetting<?>)
                .count();
        List<JournalEntry> writing = of(entries, JournalEntry.Kind.WRITING);
        List<JournalEntry> written = of(entries, JournalEntry.Kind.WRITTEN);
        // Each setting; each stack as a whole, its change set made and executed, its protection.
        assertThat(writing).hasSize(Math.toIntExact(settings) + 4 * plan.stacks().size());
        assertThat(written).extracting(JournalEntry::subject)
                .containsExactlyInAnyOrderElementsOf(writing.stream().map(JournalEntry::subject).toList());
        JournalEntry stack = ofStack().getLast();
        assertThat(stack.outcome()).isEqualTo("CREATE_COMPLETE");
        assertThat(((Value.Fields) stack.after()).fields()).containsKey("LogBucket");
        assertThat(((Value.Fields) stack.before()).fields().values()).containsOnly(Value.ABSENT);
    }

    /** A plan by which nothing is left of the stack. */
    private Plan away() {
        List<PlannedChange> gone = new ArrayList<>();
        plan.changes(Stack.SECURITY)
                .reversed()
                .forEach((change) -> gone.add(new PlannedChange(change.change(), PlannedChange.Kind.REMOVE,
                        change.after(), Value.ABSENT, change.cost(), change.undo())));
        return new Plan(plan.identity(), plan.home(), gone, List.of(), Map.of(), Map.of(),
                Map.of(Stack.SECURITY, plan.stacks().getOrDefault(Stack.SECURITY, List.of())));
    }

    private List<JournalEntry> ofStack() {
        return bench.entries()
                .stream()
                .filter((entry) -> ((Value.Fields) entry.subject()).fields()
                        .get("action") instanceof Value.Text(var action)
                        && Set.of("CREATE", "UPDATE", "DELETE").contains(action)
                        && Value.text(SECURITY).equals(((Value.Fields) entry.subject()).fields().get("stack")))
                .toList();
    }

    private void propose(String name, ChangeSetType type) {
        cloudFormation().createChangeSet((request) -> request.stackName(SECURITY)
                .changeSetName(name)
                .changeSetType(type)
                .templateBody("Resources: {T: {Type: 'AWS::SNS::Topic'}}"));
    }

    private void execute(String name) {
        bench.execute(SECURITY, name);
    }

    private String untilDone() {
        return bench.untilDone(SECURITY);
    }

    private boolean isProtected() {
        return cloudFormation().describeStacks((request) -> request.stackName(SECURITY))
                .stacks()
                .getFirst()
                .enableTerminationProtection();
    }

    private static List<JournalEntry> of(List<JournalEntry> entries, JournalEntry.Kind kind) {
        return entries.stream().filter((entry) -> entry.kind() == kind).toList();
    }

    private CloudFormationClient cloudFormation() {
        return bench.cloudFormation();
    }

    /** Clients of which one operation fails the first times it is called. */
    private AwsClients failing(String operation, AtomicInteger called, RuntimeException error, int times) {
        return new Decorated(bench.clients, (call, next) -> {
            if (call.operation().equals(operation) && called.incrementAndGet() <= times) {
                throw error;
            }
            return next.get();
        });
    }

    private static AwsServiceException error(String code, int status) {
        return CloudFormationException.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage("as the test wants").build())
                .statusCode(status)
                .build();
    }
}

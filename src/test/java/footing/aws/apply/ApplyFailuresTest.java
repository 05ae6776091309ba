package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;

import footing.aws.AwsClients;
import footing.plan.Change;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.plan.Stack;
import footing.plan.Value;
import footing.practice.Denial;
import footing.practice.call.Decorated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.s3.S3Client;

/** What applying does when something is in its way. */
class ApplyFailuresTest {

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
        AwsClients expiring = failing("PutAlternateContact", puts, "ExpiredToken", Integer.MAX_VALUE);

        ApplyEvent.Ended ended = bench.apply(plan, expiring, NONE);

        assertThat(ended.failures()).extracting(ApplyEvent.Failure::cause)
                .containsOnlyOnce(ApplyEvent.Cause.CREDENTIALS)
                .containsOnly(ApplyEvent.Cause.CREDENTIALS, ApplyEvent.Cause.SKIPPED);
        assertThat(puts).hasValue(1);
        assertThat(bench.entries()).extracting(JournalEntry::kind)
                .endsWith(JournalEntry.Kind.WRITING, JournalEntry.Kind.FAILED, JournalEntry.Kind.RUN_ENDED);
        assertThat(bench.apply(bench.plan()).failures()).isEmpty();
    }

    @Test
    void apply_keepsWatching_whenALookFails() {
        AtomicInteger looks = new AtomicInteger();

        ApplyEvent.Ended ended = bench.apply(plan, failing("DescribeStackEvents", looks, "InternalFailure", 3), NONE);

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
        assertThat(bench.calls.calls()).isEmpty();
    }

    @Test
    void apply_clearsAway_whatANeverExecutedChangeSetLeft() {
        CloudFormationClient cloudFormation = cloudFormation();
        cloudFormation.createChangeSet((request) -> request.stackName("footing-security")
                .changeSetName("somebody-looked")
                .changeSetType(ChangeSetType.CREATE)
                .capabilities(Capability.CAPABILITY_NAMED_IAM)
                .templateBody("Resources: {T: {Type: 'AWS::SNS::Topic'}}"));

        assertThat(bench.apply(plan).failures()).isEmpty();
        assertThat(bench.plan().isEmpty()).isTrue();
    }

    @Test
    void apply_leavesTheStackAlone_whileSomebodyElseChangesIt() {
        CloudFormationClient cloudFormation = cloudFormation();
        cloudFormation.createChangeSet((request) -> request.stackName("footing-security")
                .changeSetName("somebody")
                .changeSetType(ChangeSetType.CREATE)
                .templateBody("Resources: {T: {Type: 'AWS::SNS::Topic'}}"));
        cloudFormation.describeChangeSet((request) -> request.stackName("footing-security").changeSetName("somebody"));
        cloudFormation.describeChangeSet((request) -> request.stackName("footing-security").changeSetName("somebody"));
        cloudFormation.executeChangeSet((request) -> request.stackName("footing-security").changeSetName("somebody"));

        ApplyEvent.Ended ended = bench.apply(plan);

        assertThat(ended.failures()).first().satisfies((failure) -> {
            assertThat(failure.cause()).isEqualTo(ApplyEvent.Cause.STACK_STATE);
            assertThat(failure.message()).endsWith("_IN_PROGRESS");
        });
    }

    @Test
    void apply_deletesTheStack_whenItIsToHoldNothing_andKeepsTheLogs() {
        bench.apply(plan);
        List<PlannedChange> gone = new ArrayList<>();
        plan.changes(Stack.SECURITY)
                .reversed()
                .forEach((change) -> gone.add(new PlannedChange(change.change(), PlannedChange.Kind.REMOVE,
                        change.after(), Value.ABSENT, change.cost(), change.undo())));
        Plan away = new Plan(plan.identity(), plan.home(), gone, List.of(), Map.of(), Map.of());

        ApplyEvent.Ended ended = bench.apply(away);

        assertThat(ended.failures()).isEmpty();
        assertThat(bench.events(ApplyEvent.StackEnded.class))
                .containsExactly(new ApplyEvent.StackEnded(Stack.SECURITY, "DELETE_COMPLETE"));
        assertThat(bench.survey().stack("footing-security")).isEmpty();
        assertThat(bench.clients.get(S3Client.class, bench.home).listBuckets().buckets()).isNotEmpty();
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
        assertThat(writing).hasSize(Math.toIntExact(settings) + plan.stacks().size());
        assertThat(written).extracting(JournalEntry::subject)
                .isEqualTo(writing.stream().map(JournalEntry::subject).toList());
        JournalEntry stack = written.stream().filter((entry) -> !entry.token().isEmpty()).findFirst().orElseThrow();
        assertThat(stack.outcome()).isEqualTo("CREATE_COMPLETE");
        assertThat(((Value.Fields) stack.after()).fields()).containsKey("LogBucket");
        assertThat(((Value.Fields) stack.before()).fields().values()).containsOnly(Value.ABSENT);
    }

    private static List<JournalEntry> of(List<JournalEntry> entries, JournalEntry.Kind kind) {
        return entries.stream().filter((entry) -> entry.kind() == kind).toList();
    }

    private CloudFormationClient cloudFormation() {
        return bench.clients.get(CloudFormationClient.class, bench.home);
    }

    /** Clients of which one operation fails the first times it is called. */
    private AwsClients failing(String operation, AtomicInteger called, String code, int times) {
        return new Decorated(bench.clients, (call, next) -> {
            if (call.operation().equals(operation) && called.incrementAndGet() <= times) {
                throw error(code);
            }
            return next.get();
        });
    }

    private static AwsServiceException error(String code) {
        return CloudFormationException.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage("as the test wants").build())
                .statusCode(400)
                .build();
    }
}

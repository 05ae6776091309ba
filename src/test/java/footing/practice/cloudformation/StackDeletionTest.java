package footing.practice.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.practice.PracticeOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

class StackDeletionTest {

    private static final String BUCKET = "Resources: {B: {Type: 'AWS::S3::Bucket', Properties: {BucketName: full-a}}, "
            + "T: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: !Ref B}}}";

    private final Deploying deploying = Deploying.fresh();

    @Test
    void stack_leavesItsLogsBehind_whenItIsDeleted() {
        deploying.create(SecurityTemplate.TEXT);
        String id = deploying.stack().stackId();
        String bucket = deploying.physicalId("Bucket");

        assertThat(deploying.delete()).isEqualTo("DELETE_COMPLETE");

        assertThat(deploying.events(id)).containsSubsequence("trial DELETE_IN_PROGRESS", "Trail DELETE_IN_PROGRESS",
                "Trail DELETE_COMPLETE", "BucketPolicy DELETE_COMPLETE", "Bucket DELETE_SKIPPED",
                "trial DELETE_COMPLETE");
        assertThat(deploying.client(S3Client.class).listBuckets().buckets()).extracting((one) -> one.name())
                .containsExactly(bucket);
        assertThat(deploying.client(CloudWatchLogsClient.class).describeLogGroups().logGroups()).hasSize(1);
        assertThat(deploying.client(SnsClient.class).listTopics().topics()).isEmpty();
        assertThat(deploying.cloudFormation.describeStackResources((call) -> call.stackName(id)).stackResources())
                .extracting((one) -> one.logicalResourceId() + " " + one.resourceStatusAsString())
                .contains("Bucket DELETE_SKIPPED", "Topic DELETE_COMPLETE");
        assertThat(deploying.cloudFormation.listStacks((call) -> call.stackStatusFilters(StackStatus.DELETE_COMPLETE))
                .stackSummaries()).hasSize(1);
        assertThatThrownBy(deploying::stack).hasMessageContaining("Stack with id trial does not exist");
    }

    @Test
    void stack_isNotDeleted_whileItIsProtected() {
        deploying.create(BUCKET);
        deploying.cloudFormation.updateTerminationProtection((call) -> call.stackName("trial")
                .enableTerminationProtection(true));

        assertThat(deploying.stack().enableTerminationProtection()).isTrue();
        assertThatThrownBy(deploying::delete)
                .hasMessageContaining("Stack [trial] cannot be deleted while TerminationProtection is enabled");
        deploying.cloudFormation.updateTerminationProtection((call) -> call.stackName("trial")
                .enableTerminationProtection(false));
        assertThat(deploying.delete()).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void bucket_isNotDeleted_whileItIsFull_untilItIsLetGo() {
        deploying.create(BUCKET);
        deploying.client(S3Client.class)
                .putObject((call) -> call.bucket("full-a").key("log"), RequestBody.fromString("x"));

        assertThatThrownBy(() -> deploying.cloudFormation
                .deleteStack((call) -> call.stackName("trial").retainResources("B")))
                .hasMessageContaining("only when the stack is in the DELETE_FAILED state.");
        assertThat(deploying.delete()).isEqualTo("DELETE_FAILED");
        assertThat(deploying.reason("B", "DELETE_FAILED"))
                .contains("The bucket you tried to delete is not empty");
        assertThat(deploying.stack().stackStatusReason())
                .isEqualTo("The following resource(s) failed to delete: [B]. ");

        String id = deploying.stack().stackId();
        deploying.cloudFormation.deleteStack((call) -> call.stackName("trial").retainResources("B"));
        assertThat(deploying.finish()).isEqualTo("DELETE_COMPLETE");
        assertThat(deploying.events(id)).endsWith("B DELETE_SKIPPED", "trial DELETE_COMPLETE");
        assertThat(deploying.client(S3Client.class).listBuckets().buckets()).hasSize(1);
    }

    @Test
    void stack_isDeleted_whenSomebodyDeletedItsResourcesBefore() {
        deploying.create(BUCKET);
        deploying.client(S3Client.class).deleteBucket((call) -> call.bucket("full-a"));

        assertThat(deploying.delete()).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void deleting_isDone_whenThereIsNoStack() {
        deploying.cloudFormation.deleteStack((call) -> call.stackName("nobody"));

        assertThat(deploying.cloudFormation.listStacks().stackSummaries()).isEmpty();
    }

    @Test
    void name_isFree_whenItsStackIsDeleted() {
        deploying.create(BUCKET);
        String first = deploying.stack().stackId();
        deploying.delete();

        assertThat(deploying.create(BUCKET)).isEqualTo("CREATE_COMPLETE");
        assertThat(deploying.stack().stackId()).isNotEqualTo(first);
    }

    @Test
    void logs_areInTheWay_whenTheStackThatLetThemGoIsMadeAgain() {
        deploying.create(SecurityTemplate.TEXT);
        deploying.delete();

        assertThat(deploying.create(SecurityTemplate.TEXT)).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(deploying.events().stream().filter((event) -> event.endsWith("CREATE_FAILED")).findFirst())
                .hasValueSatisfying((event) -> assertThat(deploying.reason(event.split(" ", 2)[0], "CREATE_FAILED"))
                        .contains("already exists"));
    }

    @Test
    void stack_isFinishedByAnotherProcess_whenTheFirstOneEndsHalfWay(@TempDir Path folder) {
        PracticeOptions options = PracticeOptions.of("fresh").keptIn(folder.resolve("state.json"));
        Deploying first = new Deploying(options);
        first.execute(first.changeSet(ChangeSetType.CREATE, SecurityTemplate.TEXT));
        for (int polls = 0; polls < 4; polls++) {
            first.cloudFormation.describeStackEvents((call) -> call.stackName("trial"));
        }

        Deploying second = new Deploying(options);
        assertThat(second.cloudFormation.listStacks().stackSummaries().getFirst().stackStatusAsString())
                .isEqualTo("CREATE_IN_PROGRESS");
        assertThat(second.client(S3Client.class).listBuckets().buckets()).hasSize(1);
        assertThat(second.finish()).isEqualTo("CREATE_COMPLETE");

        Deploying alone = Deploying.fresh();
        alone.create(SecurityTemplate.TEXT);
        assertThat(second.events()).isEqualTo(alone.events());
        assertThat(new Deploying(options).changeSet(ChangeSetType.UPDATE, SecurityTemplate.TEXT).statusAsString())
                .isEqualTo("FAILED");
    }

    @Test
    void nothing_happens_betweenTwoPolls() {
        deploying.execute(deploying.changeSet(ChangeSetType.CREATE, SecurityTemplate.TEXT));

        deploying.cloudFormation.listStacks();
        deploying.cloudFormation.getTemplate((call) -> call.stackName("trial"));
        assertThat(deploying.client(SnsClient.class).listTopics().topics()).isEmpty();
        deploying.stack();
        deploying.stack();
        assertThat(deploying.cloudFormation.describeStackEvents((call) -> call.stackName("trial"))
                .stackEvents()
                .stream()
                .map((event) -> event.logicalResourceId() + " " + event.resourceStatusAsString()))
                .startsWith("Topic CREATE_IN_PROGRESS", "Role CREATE_IN_PROGRESS", "Group CREATE_IN_PROGRESS",
                        "Bucket CREATE_IN_PROGRESS", "trial CREATE_IN_PROGRESS");
    }
}

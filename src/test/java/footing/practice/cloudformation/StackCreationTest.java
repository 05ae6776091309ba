package footing.practice.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.InsufficientCapabilitiesException;
import software.amazon.awssdk.services.cloudformation.model.OnStackFailure;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.sns.SnsClient;

class StackCreationTest {

    private static final String BUCKET = "trial-logs-123456789012-us-east-1";

    private final Deploying deploying = Deploying.fresh();

    @Test
    void stack_hasEveryResource_whenItIsCreated() {
        assertThat(deploying.create(SecurityTemplate.TEXT)).isEqualTo("CREATE_COMPLETE");

        assertThat(deploying.cloudFormation.describeStackResources((call) -> call.stackName(Deploying.STACK))
                .stackResources())
                .hasSize(10)
                .allSatisfy((one) -> assertThat(one.resourceStatusAsString()).isEqualTo("CREATE_COMPLETE"));
        assertThat(deploying.stack().outputs().stream().map(Output::outputValue)).containsExactly(
                "arn:aws:sns:us-east-1:123456789012:trial-security",
                "arn:aws:cloudtrail:us-east-1:123456789012:trail/trial");
        assertThat(deploying.client(CloudTrailClient.class).getTrailStatus((call) -> call.name("trial")).isLogging())
                .isTrue();
        assertThat(deploying.client(CloudWatchLogsClient.class)
                .describeMetricFilters((call) -> call.logGroupName("trial/cloudtrail"))
                .metricFilters()).hasSize(1);
        assertThat(deploying.client(CloudWatchClient.class).describeAlarms().metricAlarms().getFirst().alarmActions())
                .containsExactly("arn:aws:sns:us-east-1:123456789012:trial-security");
        assertThat(deploying.client(IamClient.class)
                .getRolePolicy((call) -> call.roleName("trial-role").policyName("write"))
                .policyDocument()).contains("log-group%3Atrial");
    }

    @Test
    void subscription_isComplete_whileNobodyHasConfirmed() {
        deploying.create(SecurityTemplate.TEXT);

        assertThat(deploying.physicalId("Subscription"))
                .startsWith("arn:aws:sns:us-east-1:123456789012:trial-security:");
        assertThat(deploying.client(SnsClient.class).listSubscriptions().subscriptions().getFirst().subscriptionArn())
                .isEqualTo("PendingConfirmation");
    }

    @Test
    void bucket_isAsTheTemplateSays_whenItIsMade() {
        deploying.create(SecurityTemplate.TEXT);

        S3Client s3 = deploying.client(S3Client.class);
        assertThat(s3.getBucketVersioning((call) -> call.bucket(BUCKET)).statusAsString()).isEqualTo("Enabled");
        assertThat(s3.getPublicAccessBlock((call) -> call.bucket(BUCKET))
                .publicAccessBlockConfiguration()
                .restrictPublicBuckets()).isTrue();
        assertThat(s3.getBucketLifecycleConfiguration((call) -> call.bucket(BUCKET)).rules()).hasSize(1);
        assertThat(s3.getBucketPolicy((call) -> call.bucket(BUCKET)).policy())
                .contains("\"arn:aws:s3:::" + BUCKET + "/AWSLogs/123456789012/*\"");
        assertThat(s3.getBucketTagging((call) -> call.bucket(BUCKET)).tagSet())
                .anySatisfy((tag) -> assertThat(tag.key() + "=" + tag.value())
                        .isEqualTo("aws:cloudformation:logical-id=Bucket"));
    }

    @Test
    void tags_reachTheResources_whenTheStackHasThem() {
        deploying.execute(deploying.changeSet(ChangeSetType.CREATE, SecurityTemplate.TEXT,
                Map.of("footing:version", "1"), OnStackFailure.ROLLBACK));
        deploying.finish();

        assertThat(deploying.client(IamClient.class).listRoleTags((call) -> call.roleName("trial-role")).tags())
                .singleElement()
                .satisfies((tag) -> assertThat(tag.value()).isEqualTo("1"));
        assertThat(deploying.client(SnsClient.class)
                .listTagsForResource((call) -> call.resourceArn(deploying.physicalId("Topic")))
                .tags()).hasSize(4);
    }

    @Test
    void resources_areMadeAfterWhatTheyStandOn_andTellEachStep() {
        deploying.create(SecurityTemplate.TEXT);
        List<String> events = deploying.events();

        assertThat(events).startsWith("trial REVIEW_IN_PROGRESS", "trial CREATE_IN_PROGRESS")
                .endsWith("trial CREATE_COMPLETE")
                .containsSubsequence("Bucket CREATE_COMPLETE", "BucketPolicy CREATE_IN_PROGRESS",
                        "BucketPolicy CREATE_COMPLETE", "Trail CREATE_IN_PROGRESS")
                .containsSubsequence("Role CREATE_COMPLETE", "Trail CREATE_IN_PROGRESS")
                .containsSubsequence("Group CREATE_COMPLETE", "Filter CREATE_IN_PROGRESS")
                .containsSubsequence("Topic CREATE_COMPLETE", "Alarm CREATE_IN_PROGRESS");
        List<StackEvent> ofBucket = deploying.allEvents(Deploying.STACK)
                .stream()
                .filter((event) -> event.logicalResourceId().equals("Bucket"))
                .toList();
        assertThat(ofBucket.stream()
                .map((event) -> event.resourceStatusAsString() + " " + event.physicalResourceId()
                        + " " + event.resourceStatusReason()))
                .containsExactly("CREATE_IN_PROGRESS  null",
                        "CREATE_IN_PROGRESS " + BUCKET + " Resource creation Initiated",
                        "CREATE_COMPLETE " + BUCKET + " null");
        assertThat(ofBucket).extracting(StackEvent::clientRequestToken).doesNotContainNull();
        assertThat(ofBucket).extracting(StackEvent::eventId).doesNotHaveDuplicates();
    }

    @Test
    void nothing_isMade_beforeTheChangeSetIsExecuted() {
        DescribeChangeSetResponse made = deploying.changeSet(ChangeSetType.CREATE, SecurityTemplate.TEXT);

        assertThat(made.changes()).hasSize(10)
                .extracting((change) -> change.resourceChange().afterContext())
                .anyMatch((after) -> after.contains("\"BucketName\":\"" + BUCKET + "\""))
                // Not known as a whole, where a part of it is not
                .anyMatch(
                        (after) -> after.contains("\"s3:PutObject\",\"Resource\":\"{{changeSet:KNOWN_AFTER_APPLY}}\""));
        assertThat(deploying.stack().stackStatusAsString()).isEqualTo("REVIEW_IN_PROGRESS");
        assertThat(deploying.client(S3Client.class).listBuckets().buckets()).isEmpty();
        assertThat(deploying.delete()).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void stack_isRolledBack_whenTheTrailComesBeforeItsBucketPolicy() {
        assertThat(deploying.create(SecurityTemplate.WITHOUT_ORDER)).isEqualTo("ROLLBACK_COMPLETE");

        assertThat(deploying.reason("Trail", "CREATE_FAILED")).startsWith("Resource handler returned message: ")
                .contains("Incorrect S3 bucket policy is detected for bucket: " + BUCKET)
                .contains("HandlerErrorCode: ");
        assertThat(deploying.reason("Alarm", "CREATE_FAILED")).isEqualTo("Resource creation cancelled");
        assertThat(deploying.reason("trial", "ROLLBACK_IN_PROGRESS"))
                .startsWith("The following resource(s) failed to create: [Alarm, BucketPolicy, ")
                .contains("Trail]. Rollback requested by user.");
        assertThat(deploying.events()).containsSubsequence("trial ROLLBACK_IN_PROGRESS",
                "Bucket DELETE_IN_PROGRESS", "Bucket DELETE_COMPLETE", "trial ROLLBACK_COMPLETE");
        assertThat(deploying.client(S3Client.class).listBuckets().buckets()).isEmpty();
        assertThat(deploying.client(SnsClient.class).listTopics().topics()).isEmpty();
        assertThat(deploying.client(IamClient.class).listRoles().roles())
                .noneMatch((role) -> role.roleName().equals("trial-role"));
    }

    @Test
    void stack_hasToBeDeleted_beforeItIsCreatedAgain_whenItWasRolledBack() {
        deploying.create(SecurityTemplate.WITHOUT_ORDER);

        assertThatThrownBy(() -> deploying.changeSet(ChangeSetType.UPDATE, SecurityTemplate.TEXT))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("is in ROLLBACK_COMPLETE state and can not be updated.");
        assertThatThrownBy(() -> deploying.changeSet(ChangeSetType.CREATE, SecurityTemplate.TEXT))
                .hasMessageContaining("Stack [trial] already exists and cannot be created again");
        assertThat(deploying.delete()).isEqualTo("DELETE_COMPLETE");
        assertThat(deploying.create(SecurityTemplate.TEXT)).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void resource_isTakenBack_whenItsSiblingFailsBeforeItIsComplete() {
        deploying.client(SnsClient.class).createTopic((call) -> call.name("taken"));

        deploying.create("""
            Resources:
              First: {Type: 'AWS::S3::Bucket', Properties: {BucketName: first-a}}
              Taken: {Type: 'AWS::SNS::Topic', Properties: {TopicName: taken}}
              Third: {Type: 'AWS::S3::Bucket', Properties: {BucketName: third-a}}
            """);

        assertThat(deploying.events()).endsWith("First CREATE_IN_PROGRESS", "Taken CREATE_FAILED",
                "First CREATE_FAILED", "Third CREATE_FAILED", "trial ROLLBACK_IN_PROGRESS",
                "First DELETE_IN_PROGRESS", "First DELETE_COMPLETE", "trial ROLLBACK_COMPLETE");
        assertThat(deploying.client(S3Client.class).listBuckets().buckets()).isEmpty();
    }

    @Test
    void resource_isTakenBack_whenItIsMadeAndCannotBeSetUp() {
        assertThat(deploying.create("""
            Resources:
              B:
                Type: AWS::S3::Bucket
                Properties: {BucketName: odd-a, VersioningConfiguration: {Status: Perhaps}}
            """)).isEqualTo("ROLLBACK_COMPLETE");

        assertThat(deploying.reason("B", "CREATE_FAILED")).contains("The Versioning element must be specified");
        assertThat(deploying.client(S3Client.class).listBuckets().buckets()).isEmpty();
    }

    @Test
    void resource_isKeptOnRollback_onlyByRetain() {
        deploying.client(SnsClient.class).createTopic((call) -> call.name("taken"));

        assertThat(deploying.create("""
            Resources:
              Kept: {Type: 'AWS::S3::Bucket', DeletionPolicy: Retain, Properties: {BucketName: kept-a}}
              Gone: {Type: 'AWS::S3::Bucket', DeletionPolicy: RetainExceptOnCreate, Properties: {BucketName: gone-a}}
              Taken: {Type: 'AWS::SNS::Topic', DependsOn: [Kept, Gone], Properties: {TopicName: taken}}
            """)).isEqualTo("ROLLBACK_COMPLETE");

        assertThat(deploying.reason("Taken", "CREATE_FAILED")).startsWith(
                "Resource handler returned message: \"Resource of type 'AWS::SNS::Topic' with identifier "
                        + "'arn:aws:sns:us-east-1:123456789012:taken' already exists.\"")
                .endsWith("HandlerErrorCode: AlreadyExists)");
        assertThat(deploying.events()).contains("Kept DELETE_SKIPPED", "Gone DELETE_COMPLETE");
        assertThat(deploying.client(S3Client.class).listBuckets().buckets()).extracting(Bucket::name)
                .containsExactly("kept-a");
        assertThat(deploying.client(SnsClient.class).listTopics().topics()).hasSize(1);
    }

    @Test
    void stack_isDeleted_whenItFailsAndSoWasAsked() {
        deploying.execute(deploying.changeSet(ChangeSetType.CREATE, SecurityTemplate.WITHOUT_ORDER, Map.of(),
                OnStackFailure.DELETE));

        String id = deploying.stack().stackId();
        assertThat(deploying.finish()).isEqualTo("DELETE_COMPLETE");
        assertThat(deploying.events(id)).doesNotContain("trial ROLLBACK_IN_PROGRESS");
        assertThatThrownBy(deploying::stack).hasMessageContaining("Stack with id trial does not exist");
    }

    @Test
    void stack_isLeftAsItIs_whenItFailsAndSoWasAsked() {
        deploying.execute(deploying.changeSet(ChangeSetType.CREATE, SecurityTemplate.WITHOUT_ORDER, Map.of(),
                OnStackFailure.DO_NOTHING));

        assertThat(deploying.finish()).isEqualTo("CREATE_FAILED");
        assertThat(deploying.client(S3Client.class).listBuckets().buckets()).hasSize(1);
        assertThat(deploying.delete()).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void resource_getsAName_whenItHasNone() {
        deploying.create("Resources: {Somewhere: {Type: 'AWS::S3::Bucket'}, T: {Type: 'AWS::SNS::Topic'}}");

        assertThat(deploying.physicalId("Somewhere")).matches("trial-somewhere-[0-9a-f]{12}");
        assertThat(deploying.physicalId("T")).matches("arn:aws:sns:us-east-1:123456789012:trial-T-[0-9A-F]{12}");
    }

    @Test
    void parameters_giveValues_andAreRefusedWhereTheyAreMissing() {
        String template = """
            Parameters: {Name: {Type: String}, Shown: {Type: String, Default: Security}}
            Resources:
              T: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !Ref Name, DisplayName: !Sub '${Shown}!'}}
            """;

        assertThatThrownBy(() -> deploying.changeSet(ChangeSetType.CREATE, template))
                .hasMessageContaining("Parameters: [Name] must have values");
        deploying.cloudFormation.createChangeSet((call) -> call.stackName("trial")
                .changeSetName("with-name")
                .changeSetType(ChangeSetType.CREATE)
                .templateBody(template)
                .parameters(Parameter.builder().parameterKey("Name").parameterValue("given").build()));
        deploying.cloudFormation.describeChangeSet((call) -> call.stackName("trial").changeSetName("with-name"));
        deploying.execute(deploying.cloudFormation
                .describeChangeSet((call) -> call.stackName("trial").changeSetName("with-name")));
        deploying.finish();

        assertThat(deploying.client(SnsClient.class)
                .getTopicAttributes((call) -> call.topicArn(deploying.physicalId("T")))
                .attributes()).containsEntry("DisplayName", "Security!");
    }

    @Test
    void namedRole_needsTheCapability() {
        assertThatThrownBy(() -> deploying.cloudFormation.createChangeSet((call) -> call.stackName("trial")
                .changeSetName("a")
                .changeSetType(ChangeSetType.CREATE)
                .capabilitiesWithStrings("CAPABILITY_IAM")
                .templateBody(SecurityTemplate.TEXT)))
                .isInstanceOf(InsufficientCapabilitiesException.class)
                .hasMessageContaining("Requires capabilities : [CAPABILITY_NAMED_IAM]");
        assertThatThrownBy(deploying::stack).hasMessageContaining("Stack with id trial does not exist");
    }

    @Test
    void option_isRefused_whenItWouldNotBeHeeded() {
        assertThatThrownBy(() -> deploying.cloudFormation.createChangeSet((call) -> call.stackName("trial")
                .changeSetName("a")
                .changeSetType(ChangeSetType.CREATE)
                .importExistingResources(true)
                .templateBody(SecurityTemplate.TEXT)))
                .hasMessageContaining("The practice account does not know the option ImportExistingResources");
    }

    @Test
    void events_comeInPages_newestFirst() {
        deploying.create("Resources:\n" + IntStream.range(0, 50)
                .mapToObj((n) -> "  T" + n + ": {Type: 'AWS::SNS::Topic'}\n")
                .collect(Collectors.joining()));

        var first = deploying.cloudFormation.describeStackEvents((call) -> call.stackName("trial"));
        assertThat(first.stackEvents()).hasSize(100);
        assertThat(first.stackEvents().getFirst().resourceStatusAsString()).isEqualTo("CREATE_COMPLETE");
        assertThat(deploying.allEvents("trial")).hasSize(153).extracting(StackEvent::eventId).doesNotHaveDuplicates();
    }

    @Test
    void resource_isFound_byItsPhysicalId() {
        deploying.create(SecurityTemplate.TEXT);

        assertThat(deploying.cloudFormation.describeStackResources((call) -> call.physicalResourceId(BUCKET))
                .stackResources()).extracting(StackResource::logicalResourceId).contains("Bucket", "Trail");
        assertThatThrownBy(() -> deploying.cloudFormation
                .describeStackResources((call) -> call.physicalResourceId("somebody-elses")))
                .hasMessageContaining("Stack for somebody-elses does not exist");
    }

    @Test
    void template_isReadBackAsItWasSent() {
        deploying.create(SecurityTemplate.TEXT);

        assertThat(deploying.cloudFormation.getTemplate((call) -> call.stackName("trial")).templateBody())
                .isEqualTo(SecurityTemplate.TEXT);
    }
}

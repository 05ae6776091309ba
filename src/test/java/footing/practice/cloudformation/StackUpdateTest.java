package footing.practice.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.OnStackFailure;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Topic;

class StackUpdateTest {

    private final Deploying deploying = Deploying.fresh();
    private int before;

    @BeforeEach
    void create() {
        deploying.create(SecurityTemplate.TEXT);
        before = deploying.events().size();
    }

    private static String with(String what, String instead) {
        assertThat(SecurityTemplate.TEXT).contains(what);
        return SecurityTemplate.TEXT.replace(what, instead);
    }

    private static ResourceChange change(DescribeChangeSetResponse changeSet, String logicalId) {
        return changeSet.changes()
                .stream()
                .map((change) -> change.resourceChange())
                .filter((change) -> change.logicalResourceId().equals(logicalId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + logicalId + " in " + changeSet.changes()));
    }

    @Test
    void changeSet_fails_whenThereIsNoChange() {
        DescribeChangeSetResponse same = deploying.changeSet(ChangeSetType.UPDATE, SecurityTemplate.TEXT);

        assertThat(same.statusAsString()).isEqualTo("FAILED");
        assertThat(same.executionStatusAsString()).isEqualTo("UNAVAILABLE");
        assertThat(same.statusReason()).isEqualTo("The submitted information didn't contain changes. Submit different "
                + "information to create a change set.");
        assertThatThrownBy(() -> deploying.execute(same))
                .hasMessageContaining("cannot be executed in its current status of [FAILED]");
        deploying.cloudFormation.deleteChangeSet((call) -> call.changeSetName(same.changeSetId()));
        assertThat(deploying.cloudFormation.listChangeSets((call) -> call.stackName("trial")).summaries())
                .noneMatch((one) -> one.changeSetId().equals(same.changeSetId()));
    }

    @Test
    void changeSet_isNotDeleted_whileItIsExecuted() {
        DescribeChangeSetResponse changed = deploying.changeSet(ChangeSetType.UPDATE,
                SecurityTemplate.TEXT.replaceFirst("RetentionInDays: \\d+", "RetentionInDays: 30"));
        deploying.execute(changed);

        assertThatThrownBy(() -> deploying.cloudFormation
                .deleteChangeSet((call) -> call.changeSetName(changed.changeSetId())))
                .isInstanceOf(InvalidChangeSetStatusException.class)
                .hasMessageContaining("An operation on this ChangeSet is currently in progress");
    }

    @Test
    void changeSet_isStillBeingMade_whenItIsFirstLookedAt() {
        deploying.cloudFormation.createChangeSet((call) -> call.stackName("trial")
                .changeSetName("early")
                .usePreviousTemplate(true)
                .capabilitiesWithStrings("CAPABILITY_NAMED_IAM"));

        assertThatThrownBy(() -> deploying.cloudFormation
                .executeChangeSet((call) -> call.stackName("trial").changeSetName("early")))
                .hasMessageContaining("cannot be executed in its current status of [CREATE_PENDING]");
        assertThat(deploying.cloudFormation
                .describeChangeSet((call) -> call.stackName("trial").changeSetName("early"))
                .statusAsString()).isEqualTo("CREATE_IN_PROGRESS");
    }

    @Test
    void changeSet_tellsWhatIsAddedChangedAndRemoved_withTheValues() {
        DescribeChangeSetResponse made = deploying.changeSet(ChangeSetType.UPDATE, with("trial-security", "other")
                .replace("RetentionInDays: 365", "RetentionInDays: 90")
                .replace("  Filter:\n", "  FilterTwo:\n"));

        ResourceChange group = change(made, "Group");
        assertThat(group.actionAsString()).isEqualTo("Modify");
        assertThat(group.replacementAsString()).isEqualTo("False");
        assertThat(group.beforeContext()).contains("\"RetentionInDays\":365");
        assertThat(group.afterContext()).contains("\"RetentionInDays\":90");
        assertThat(group.details().getFirst().target().beforeValue()).isEqualTo("365");
        assertThat(change(made, "FilterTwo").actionAsString()).isEqualTo("Add");
        assertThat(change(made, "Filter").actionAsString()).isEqualTo("Remove");
        assertThat(change(made, "Filter").policyActionAsString()).isEqualTo("Delete");
        ResourceChange topic = change(made, "Topic");
        assertThat(topic.replacementAsString()).isEqualTo("True");
        assertThat(topic.policyActionAsString()).isEqualTo("ReplaceAndDelete");
        assertThat(change(made, "Subscription").replacementAsString()).isEqualTo("Conditional");
        assertThat(change(made, "Alarm").replacementAsString()).isEqualTo("False");
        assertThat(change(made, "Alarm").afterContext()).contains("{{changeSet:KNOWN_AFTER_APPLY}}");
        assertThat(made.changes()).hasSize(7);
    }

    @Test
    void resource_isChangedInPlace_whenItsPropertyAllowsIt() {
        assertThat(deploying.update(with("RetentionInDays: 365", "RetentionInDays: 90")
                .replace("EnableLogFileValidation: true", "EnableLogFileValidation: false")))
                .isEqualTo("UPDATE_COMPLETE");

        assertThat(deploying.eventsAfter(before)).containsExactly("trial UPDATE_IN_PROGRESS",
                "Group UPDATE_IN_PROGRESS", "Group UPDATE_COMPLETE", "Trail UPDATE_IN_PROGRESS",
                "Trail UPDATE_COMPLETE", "trial UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "trial UPDATE_COMPLETE");
        assertThat(deploying.client(CloudWatchLogsClient.class)
                .describeLogGroups()
                .logGroups()
                .getFirst()
                .retentionInDays()).isEqualTo(90);
        assertThat(deploying.client(CloudTrailClient.class)
                .getTrail((call) -> call.name("trial"))
                .trail()
                .logFileValidationEnabled()).isFalse();
        assertThat(deploying.changeSet(ChangeSetType.UPDATE, with("RetentionInDays: 365", "RetentionInDays: 90")
                .replace("EnableLogFileValidation: true", "EnableLogFileValidation: false")).statusAsString())
                .isEqualTo("FAILED");
    }

    @Test
    void resource_isReplaced_whenItsPropertyAsksForIt_andTheOldOneGoesLast() {
        assertThat(deploying.update(with("trial-security", "other"))).isEqualTo("UPDATE_COMPLETE");

        assertThat(deploying.client(SnsClient.class).listTopics().topics()).extracting(Topic::topicArn)
                .containsExactly("arn:aws:sns:us-east-1:123456789012:other");
        assertThat(deploying.events()).containsSubsequence("Topic UPDATE_COMPLETE", "Alarm UPDATE_IN_PROGRESS",
                "Alarm UPDATE_COMPLETE", "trial UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "Subscription DELETE_COMPLETE",
                "Topic DELETE_IN_PROGRESS", "Topic DELETE_COMPLETE", "trial UPDATE_COMPLETE");
        assertThat(deploying.reason("Topic", "UPDATE_IN_PROGRESS")).isEqualTo("Resource creation Initiated");
        assertThat(deploying.physicalId("Topic")).endsWith(":other");
        assertThat(deploying.changeSet(ChangeSetType.UPDATE, with("trial-security", "other")).statusAsString())
                .isEqualTo("FAILED");
    }

    @Test
    void oldResource_isKept_whenTheUpdateReplacePolicySaysSo() {
        assertThat(deploying.update(with("trial/cloudtrail", "trial/second"))).isEqualTo("UPDATE_COMPLETE");

        assertThat(deploying.eventsAfter(before)).contains("Group DELETE_SKIPPED")
                .doesNotContain("Group DELETE_COMPLETE");
        assertThat(deploying.client(CloudWatchLogsClient.class).describeLogGroups().logGroups())
                .extracting((group) -> group.logGroupName())
                .containsExactly("trial/cloudtrail", "trial/second");
    }

    @Test
    void resource_isTakenAway_whenTheTemplateNoLongerHasIt() {
        String less = SecurityTemplate.TEXT.substring(0, SecurityTemplate.TEXT.indexOf("  Filter:\n"));

        assertThat(deploying.update(less)).isEqualTo("UPDATE_COMPLETE");

        assertThat(deploying.eventsAfter(before)).containsExactlyInAnyOrder("trial UPDATE_IN_PROGRESS",
                "trial UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "Filter DELETE_IN_PROGRESS", "Alarm DELETE_IN_PROGRESS",
                "Filter DELETE_COMPLETE", "Alarm DELETE_COMPLETE", "trial UPDATE_COMPLETE");
        assertThat(deploying.cloudFormation.listStackResources((call) -> call.stackName("trial"))
                .stackResourceSummaries()).hasSize(8);
        assertThat(deploying.client(CloudWatchLogsClient.class)
                .describeMetricFilters((call) -> call.logGroupName("trial/cloudtrail"))
                .metricFilters()).isEmpty();
    }

    @Test
    void logs_areKept_whenTheTemplateNoLongerHasThem() {
        assertThat(deploying.update("Resources: {Topic: {Type: 'AWS::SNS::Topic', Properties: "
                + "{TopicName: trial-security}}}")).isEqualTo("UPDATE_COMPLETE");

        assertThat(deploying.eventsAfter(before)).contains("Bucket DELETE_SKIPPED", "Group DELETE_SKIPPED",
                "Trail DELETE_COMPLETE");
        assertThat(deploying.client(S3Client.class).listBuckets().buckets()).hasSize(1);
        assertThat(deploying.cloudFormation.listStackResources((call) -> call.stackName("trial"))
                .stackResourceSummaries()).hasSize(1);
    }

    @Test
    void stack_isAsItWas_whenAnUpdateFails() {
        deploying.client(SnsClient.class).createTopic((call) -> call.name("taken"));
        var groupBefore = deploying.client(CloudWatchLogsClient.class).describeLogGroups().logGroups();
        String role = deploying.client(IamClient.class).getRole((call) -> call.roleName("trial-role")).toString();

        assertThat(deploying.update(with("RetentionInDays: 365", "RetentionInDays: 90")
                .replace("TopicName: trial-security", "TopicName: other")
                .replace("Outputs:", """
                      New:
                        Type: AWS::S3::Bucket
                        DeletionPolicy: RetainExceptOnCreate
                        Properties: {BucketName: new-a}
                      Taken:
                        Type: AWS::SNS::Topic
                        DependsOn: [New, Alarm, Group]
                        Properties: {TopicName: taken}
                    Outputs:"""))).isEqualTo("UPDATE_ROLLBACK_COMPLETE");

        assertThat(deploying.reason("trial", "UPDATE_ROLLBACK_IN_PROGRESS"))
                .isEqualTo("The following resource(s) failed to create: [Taken]. ");
        assertThat(deploying.eventsAfter(before)).containsSubsequence("Group UPDATE_COMPLETE", "Taken CREATE_FAILED",
                "trial UPDATE_ROLLBACK_IN_PROGRESS", "Group UPDATE_COMPLETE",
                "trial UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "New DELETE_COMPLETE",
                "trial UPDATE_ROLLBACK_COMPLETE");
        assertThat(deploying.client(CloudWatchLogsClient.class).describeLogGroups().logGroups())
                .isEqualTo(groupBefore);
        assertThat(deploying.client(IamClient.class).getRole((call) -> call.roleName("trial-role")).toString())
                .isEqualTo(role);
        assertThat(deploying.client(SnsClient.class).listTopics().topics()).extracting(Topic::topicArn)
                .containsExactlyInAnyOrder("arn:aws:sns:us-east-1:123456789012:taken",
                        "arn:aws:sns:us-east-1:123456789012:trial-security");
        assertThat(deploying.client(S3Client.class).listBuckets().buckets()).hasSize(1);
        assertThat(deploying.changeSet(ChangeSetType.UPDATE, SecurityTemplate.TEXT).statusAsString())
                .isEqualTo("FAILED");
        assertThat(deploying.update(with("RetentionInDays: 365", "RetentionInDays: 90"))).isEqualTo("UPDATE_COMPLETE");
    }

    @Test
    void change_isTakenBack_whenTheServiceRefusesIt() {
        assertThat(deploying.update(with("RetentionInDays: 365", "RetentionInDays: 17"))).isEqualTo(
                "UPDATE_ROLLBACK_COMPLETE");

        assertThat(deploying.reason("Group", "UPDATE_FAILED")).startsWith("Resource handler returned message: ");
        assertThat(deploying.client(CloudWatchLogsClient.class)
                .describeLogGroups()
                .logGroups()
                .getFirst()
                .retentionInDays()).isEqualTo(365);
    }

    @Test
    void namedResource_cannotBeReplacedUnderItsName() {
        String role = "  RoleName: trial-role\n";
        assertThat(deploying.update(with(role, role + "      Path: /other/\n"))).isEqualTo("UPDATE_ROLLBACK_COMPLETE");

        assertThat(deploying.reason("Role", "UPDATE_FAILED")).isEqualTo("CloudFormation cannot update a stack when a "
                + "custom-named resource requires replacing. Rename trial-role and update the stack again.");
    }

    @Test
    void resource_cannotBecomeAnotherType() {
        assertThatThrownBy(() -> deploying.changeSet(ChangeSetType.UPDATE,
                "Resources: {Topic: {Type: 'AWS::Logs::LogGroup'}}"))
                .hasMessageContaining("Update of resource type is not permitted. The new template modifies resource "
                        + "type of the following resources: [Topic]");
    }

    @Test
    void tags_areAChange_ofTheResourcesThatTakeThem() {
        DescribeChangeSetResponse made = deploying.changeSet(ChangeSetType.UPDATE, SecurityTemplate.TEXT,
                Map.of("footing:version", "2"), OnStackFailure.ROLLBACK);

        assertThat(made.changes()).extracting((change) -> change.resourceChange().logicalResourceId())
                .containsExactly("Trail", "Bucket", "Group", "Role", "Topic", "Alarm");
        deploying.execute(made);
        assertThat(deploying.finish()).isEqualTo("UPDATE_COMPLETE");
        assertThat(deploying.client(IamClient.class).listRoleTags((call) -> call.roleName("trial-role")).tags())
                .singleElement()
                .satisfies((tag) -> assertThat(tag.value()).isEqualTo("2"));
    }

    @Test
    void stack_cannotBeChanged_whileItChanges() {
        DescribeChangeSetResponse made = deploying.changeSet(ChangeSetType.UPDATE, with("trial-security", "other"));
        deploying.execute(made);

        assertThatThrownBy(() -> deploying.changeSet(ChangeSetType.UPDATE, SecurityTemplate.TEXT))
                .hasMessageContaining("is in UPDATE_IN_PROGRESS state and can not be updated.");
        assertThatThrownBy(() -> deploying.cloudFormation.deleteStack((call) -> call.stackName("trial")))
                .hasMessageContaining("cannot be deleted while in status UPDATE_IN_PROGRESS");
        assertThatThrownBy(() -> deploying.execute(made)).hasMessageContaining("cannot be executed");
    }

    @Test
    void outputs_follow_whenTheirSourceChanges() {
        deploying.update(with("trial-security", "other"));

        assertThat(List.copyOf(deploying.stack().outputs()).getFirst().outputValue())
                .isEqualTo("arn:aws:sns:us-east-1:123456789012:other");
    }
}

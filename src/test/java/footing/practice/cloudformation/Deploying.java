package footing.practice.cloudformation;

import footing.account.Region;
import footing.aws.AwsClients;
import footing.practice.Practice;
import footing.practice.PracticeOptions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.OnStackFailure;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Deploys templates in a practice account as whoever uses AWS would, and tells what happened. */
final class Deploying {

    static final Region HOME = Region.US_EAST_1;
    static final String STACK = "trial";

    final AwsClients clients;
    final CloudFormationClient cloudFormation;
    private int changeSets;

    Deploying(PracticeOptions options) {
        clients = Practice.open(options).clients();
        cloudFormation = clients.get(CloudFormationClient.class, HOME);
    }

    static Deploying fresh() {
        // Time stands still, so that only looking takes a stack further.
        return new Deploying(PracticeOptions.of("fresh")
                .at(Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC)));
    }

    <C extends AwsClient> C client(Class<C> type) {
        return clients.get(type, HOME);
    }

    /** A change set, described until it is made. */
    DescribeChangeSetResponse changeSet(ChangeSetType type, String template, Map<String, String> tags,
            OnStackFailure onFailure) {
        changeSets++;
        String name = "change-" + System.identityHashCode(this) + "-" + changeSets;
        cloudFormation.createChangeSet((call) -> call.stackName(STACK)
                .changeSetName(name)
                .changeSetType(type)
                .templateBody(template)
                .onStackFailure(onFailure)
                .capabilities(Capability.CAPABILITY_NAMED_IAM)
                .tags(tags.entrySet()
                        .stream()
                        .map((tag) -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                        .toList()));
        DescribeChangeSetResponse made;
        do {
            made = cloudFormation.describeChangeSet((call) -> call.stackName(STACK)
                    .changeSetName(name)
                    .includePropertyValues(true));
        } while (made.status() == ChangeSetStatus.CREATE_PENDING
                || made.status() == ChangeSetStatus.CREATE_IN_PROGRESS);
        return made;
    }

    DescribeChangeSetResponse changeSet(ChangeSetType type, String template) {
        return changeSet(type, template, Map.of(), OnStackFailure.ROLLBACK);
    }

    /** Begins; nothing has been made yet. */
    void execute(DescribeChangeSetResponse changeSet) {
        cloudFormation.executeChangeSet((call) -> call.changeSetName(changeSet.changeSetId())
                .clientRequestToken(changeSet.changeSetName()));
    }

    /** @return the stack's status in the end */
    String create(String template) {
        execute(changeSet(ChangeSetType.CREATE, template));
        return finish();
    }

    String update(String template) {
        execute(changeSet(ChangeSetType.UPDATE, template));
        return finish();
    }

    String delete() {
        String id = stack().stackId();
        cloudFormation.deleteStack((call) -> call.stackName(id));
        return finish(id);
    }

    String finish() {
        return finish(stack().stackId());
    }

    private String finish(String id) {
        for (int polls = 0; polls < 200; polls++) {
            cloudFormation.describeStackEvents((call) -> call.stackName(id));
            Stack stack = cloudFormation.describeStacks((call) -> call.stackName(id)).stacks().getFirst();
            if (!stack.stackStatusAsString().endsWith("_IN_PROGRESS")) {
                return stack.stackStatusAsString();
            }
        }
        throw new AssertionError("It never ends: " + events(id));
    }

    Stack stack() {
        return cloudFormation.describeStacks((call) -> call.stackName(STACK)).stacks().getFirst();
    }

    List<StackEvent> allEvents(String stack) {
        List<StackEvent> events = new ArrayList<>(cloudFormation.describeStackEventsPaginator(
                (call) -> call.stackName(stack)).stackEvents().stream().toList());
        Collections.reverse(events);
        return events;
    }

    /** The events, oldest first: {@code Topic CREATE_COMPLETE}. */
    List<String> events(String stack) {
        return allEvents(stack).stream()
                .map((event) -> event.logicalResourceId() + " " + event.resourceStatusAsString())
                .toList();
    }

    List<String> events() {
        return events(STACK);
    }

    /** Those that came after as many as there were. */
    List<String> eventsAfter(int before) {
        List<String> all = events();
        return all.subList(before, all.size());
    }

    /** Why a resource has a status: the reason of its last event of that status. */
    String reason(String logicalId, String status) {
        return allEvents(STACK).stream()
                .filter((event) -> event.logicalResourceId().equals(logicalId)
                        && event.resourceStatusAsString().equals(status))
                .map((event) -> String.valueOf(event.resourceStatusReason()))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("no " + logicalId + " " + status + " in " + events()));
    }

    String physicalId(String logicalId) {
        return cloudFormation.describeStackResources((call) -> call.stackName(STACK).logicalResourceId(logicalId))
                .stackResources()
                .getFirst()
                .physicalResourceId();
    }
}

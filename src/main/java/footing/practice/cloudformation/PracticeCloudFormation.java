package footing.practice.cloudformation;

import footing.account.Region;
import footing.aws.AwsClients;
import footing.practice.ChangeSet;
import footing.practice.PracticeState;
import footing.practice.StackState;
import footing.practice.StackState.Event;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.CloudFormationServiceClientConfiguration;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionResponse;

/**
 * The practice account's CloudFormation in one Region.
 *
 * <p>A stack goes on by itself, as {@link StackTime} lets it, and by being looked at: each {@code DescribeStackEvents}
 * that starts from the newest event, and each {@code DescribeStacks}, takes what is being done to the stack one step
 * further after it was answered, and a change set is one step further each time it is described. So whoever polls sees
 * it happen and nothing has to wait, and what a process leaves half-way is finished when somebody looks later. A step
 * is kept whole or not at all.
 */
public final class PracticeCloudFormation extends CloudFormationReads {

    private final PracticeState state;
    private final Deletions deletions;

    /** @param clients by which resources are made: those of the same account */
    public PracticeCloudFormation(PracticeState state, Region region, Clock clock, AwsClients clients) {
        this(state, region, clock, clients, Hindrance.NONE);
    }

    public PracticeCloudFormation(PracticeState state, Region region, Clock clock, AwsClients clients,
            Hindrance hindrance) {
        super(new Stacks(state, region, Clock.tick(clock, Duration.ofMillis(1)), clients, hindrance));
        this.state = state;
        this.deletions = new Deletions(stacks);
    }

    @Override
    public CreateChangeSetResponse createChangeSet(CreateChangeSetRequest request) {
        return state.together(() -> {
            ChangeSet made = changeSets.create(request);
            return CreateChangeSetResponse.builder()
                    .id(made.id())
                    .stackId(stacks.get(request.stackName()).stackId())
                    .build();
        });
    }

    @Override
    public DescribeChangeSetResponse describeChangeSet(DescribeChangeSetRequest request) {
        return state.together(() -> {
            ChangeSet changeSet = changeSets.look(given(request.stackName()), request.changeSetName());
            StackState stack = stacks.all()
                    .stream()
                    .filter((one) -> one.changeSets().contains(changeSet))
                    .findFirst()
                    .orElseThrow(() -> Refusals.noChangeSet(request.changeSetName()));
            return Answers.changeSet(stack, changeSet, Boolean.TRUE.equals(request.includePropertyValues()));
        });
    }

    @Override
    public DeleteChangeSetResponse deleteChangeSet(DeleteChangeSetRequest request) {
        return state.together(() -> {
            changeSets.delete(given(request.stackName()), request.changeSetName());
            return DeleteChangeSetResponse.builder().build();
        });
    }

    @Override
    public ExecuteChangeSetResponse executeChangeSet(ExecuteChangeSetRequest request) {
        return state.together(() -> {
            changeSets.execute(request);
            return ExecuteChangeSetResponse.builder().build();
        });
    }

    @Override
    public DescribeStacksResponse describeStacks(DescribeStacksRequest request) {
        return state.together(() -> {
            List<StackState> asked = request.stackName() == null
                    ? stacks.all().stream().filter(StackState::exists).toList()
                    : List.of(stacks.get(request.stackName()));
            return DescribeStacksResponse.builder()
                    .stacks(asked.stream().map(stacks::look).map(Answers::stack).toList())
                    .build();
        });
    }

    /** Newest first. A page's token says how many events are older, so that new ones do not shift the pages. */
    @Override
    public DescribeStackEventsResponse describeStackEvents(DescribeStackEventsRequest request) {
        return state.together(() -> {
            StackState found = stacks.get(request.stackName());
            StackState stack = request.nextToken() == null ? stacks.look(found) : found;
            List<Event> events = stack.events();
            int end = request.nextToken() == null ? events.size() : place(request.nextToken(), events.size());
            int start = Math.max(0, end - PAGE);
            List<Event> page = new ArrayList<>(events.subList(start, end));
            Collections.reverse(page);
            DescribeStackEventsResponse.Builder answer = DescribeStackEventsResponse.builder()
                    .stackEvents(page.stream().map((event) -> Answers.event(stack, event)).toList());
            return start == 0 ? answer.build() : answer.nextToken(Integer.toString(start)).build();
        });
    }

    @Override
    public DeleteStackResponse deleteStack(DeleteStackRequest request) {
        return state.together(() -> {
            deletions.begin(request);
            return DeleteStackResponse.builder().build();
        });
    }

    @Override
    public UpdateTerminationProtectionResponse updateTerminationProtection(
            UpdateTerminationProtectionRequest request) {
        return state.together(() -> {
            StackState stack = stacks.get(request.stackName());
            boolean on = Boolean.TRUE.equals(request.enableTerminationProtection());
            stacks.save(stack.withTerminationProtection(on));
            return UpdateTerminationProtectionResponse.builder().stackId(stack.stackId()).build();
        });
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public CloudFormationServiceClientConfiguration serviceClientConfiguration() {
        return CloudFormationServiceClientConfiguration.builder()
                .region(software.amazon.awssdk.regions.Region.of(stacks.region().id()))
                .build();
    }

    @Override
    public void close() {
        // There is no connection to close.
    }
}

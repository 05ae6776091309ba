package footing.practice.cloudformation;

import footing.account.Region;
import footing.aws.AwsClients;
import footing.practice.ChangeSet;
import footing.practice.PracticeState;
import footing.practice.StackState.Event;
import footing.practice.StackState;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
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
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateResponse;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsResponse;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.ListStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.TemplateParameter;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionResponse;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateResponse;

/**
 * The practice account's CloudFormation in one Region.
 *
 * <p>A stack goes on by itself, as {@link StackTime} lets it, and by being looked at: each {@code DescribeStackEvents}
 * that starts from the newest event, and each {@code DescribeStacks}, takes what is being done to the stack one step
 * further after it was answered, and a change set is one step further each time it is described. So whoever polls sees
 * it happen and nothing has to wait, and what a process leaves half-way is finished when somebody looks later. A step
 * is kept whole or not at all.
 */
public final class PracticeCloudFormation implements CloudFormationClient {

    private static final int PAGE = 100;

    private final PracticeState state;
    private final Stacks stacks;
    private final ChangeSets changeSets;
    private final Deletions deletions;

    /** @param clients by which resources are made: those of the same account */
    public PracticeCloudFormation(PracticeState state, Region region, Clock clock, AwsClients clients) {
        this.state = state;
        this.stacks = new Stacks(state, region, Clock.tick(clock, Duration.ofMillis(1)), clients);
        this.changeSets = new ChangeSets(stacks);
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
    public ListChangeSetsResponse listChangeSets(ListChangeSetsRequest request) {
        StackState stack = stacks.get(request.stackName());
        return ListChangeSetsResponse.builder()
                .summaries(stack.changeSets().stream().map((one) -> Answers.summary(stack, one)).toList())
                .build();
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

    /** A page's token is the number of what lies before it. */
    private static int place(String token, int all) {
        boolean known = token.matches("[0-9]{1,9}") && Integer.parseInt(token) <= all;
        if (!known) {
            throw Refusals.validation("Invalid pagination token");
        }
        return Integer.parseInt(token);
    }

    @Override
    public DescribeStackResourcesResponse describeStackResources(DescribeStackResourcesRequest request) {
        StackState stack = request.stackName() == null
                ? holding(given(request.physicalResourceId()))
                : stacks.get(request.stackName());
        return DescribeStackResourcesResponse.builder()
                .stackResources(stack.resources()
                        .stream()
                        .filter((one) -> request.logicalResourceId() == null
                                || one.logicalId().equals(request.logicalResourceId()))
                        // More are only to be had by listing them, page by page.
                        .limit(PAGE)
                        .map((one) -> Answers.resource(stack, one))
                        .toList())
                .build();
    }

    private StackState holding(String physicalId) {
        return stacks.all()
                .stream()
                .filter(StackState::exists)
                .filter((stack) -> stack.resources()
                        .stream()
                        .anyMatch((one) -> one.physicalId().equals(physicalId)
                                && !one.status().code().startsWith("DELETE_")))
                .findFirst()
                .orElseThrow(() -> Refusals.validation("Stack for " + physicalId + " does not exist"));
    }

    @Override
    public ListStackResourcesResponse listStackResources(ListStackResourcesRequest request) {
        List<StackState.Resource> resources = stacks.get(request.stackName()).resources();
        int start = request.nextToken() == null ? 0 : place(request.nextToken(), resources.size());
        int end = Math.min(start + PAGE, resources.size());
        ListStackResourcesResponse.Builder answer = ListStackResourcesResponse.builder()
                .stackResourceSummaries(resources.subList(start, end).stream().map(Answers::summary).toList());
        return end == resources.size() ? answer.build() : answer.nextToken(Integer.toString(end)).build();
    }

    @Override
    public ListStacksResponse listStacks(ListStacksRequest request) {
        List<String> wanted = request.stackStatusFiltersAsStrings();
        return ListStacksResponse.builder()
                .stackSummaries(stacks.all()
                        .stream()
                        .filter((stack) -> wanted.isEmpty() || wanted.contains(stack.status().code()))
                        .map(Answers::summary)
                        .toList())
                .build();
    }

    /** No section is ever transformed, so that what was processed is what was sent. */
    @Override
    public GetTemplateResponse getTemplate(GetTemplateRequest request) {
        String name = given(request.stackName());
        String changeSet = given(request.changeSetName());
        String template = changeSet.isEmpty()
                ? stacks.get(name).deployed().template()
                : changeSets.find(name, changeSet).target().template();
        return GetTemplateResponse.builder()
                .templateBody(template.isEmpty() ? "{}" : template)
                .stagesAvailableWithStrings("Original", "Processed")
                .build();
    }

    @Override
    public ValidateTemplateResponse validateTemplate(ValidateTemplateRequest request) {
        Template template = TemplateCheck.read(given(request.templateBody()));
        ValidateTemplateResponse.Builder answer = ValidateTemplateResponse.builder()
                .description(template.description())
                .parameters(template.parameters().values().stream().map(PracticeCloudFormation::parameter).toList());
        Capability.of(template)
                .ifPresent((needed) -> answer.capabilitiesWithStrings(needed.name())
                        .capabilitiesReason(needed.reason()));
        return answer.build();
    }

    private static TemplateParameter parameter(Parameter parameter) {
        TemplateParameter.Builder builder = TemplateParameter.builder().parameterKey(parameter.name()).noEcho(false);
        parameter.byDefault().ifPresent(builder::defaultValue);
        return builder.build();
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

    /** The SDK leaves null what the caller did not give. */
    private static String given(@org.jspecify.annotations.Nullable String text) {
        return Stream.ofNullable(text).findFirst().orElse("");
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

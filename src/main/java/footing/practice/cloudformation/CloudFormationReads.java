package footing.practice.cloudformation;

import footing.practice.StackState;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateResponse;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsResponse;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.ListStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.TemplateParameter;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateResponse;

/** What CloudFormation tells of stacks and templates without taking anything further. */
abstract class CloudFormationReads implements CloudFormationClient {

    static final int PAGE = 100;

    final Stacks stacks;
    final ChangeSets changeSets;

    CloudFormationReads(Stacks stacks) {
        this.stacks = stacks;
        this.changeSets = new ChangeSets(stacks);
    }

    @Override
    public ListChangeSetsResponse listChangeSets(ListChangeSetsRequest request) {
        StackState stack = stacks.get(request.stackName());
        return ListChangeSetsResponse.builder()
                .summaries(stack.changeSets().stream().map((one) -> Answers.summary(stack, one)).toList())
                .build();
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
                .parameters(template.parameters().values().stream().map(CloudFormationReads::parameter).toList());
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

    /** A page's token is the number of what lies before it. */
    static int place(String token, int all) {
        boolean known = token.matches("[0-9]{1,9}") && Integer.parseInt(token) <= all;
        if (!known) {
            throw Refusals.validation("Invalid pagination token");
        }
        return Integer.parseInt(token);
    }

    /** The SDK leaves null what the caller did not give. */
    static String given(@org.jspecify.annotations.Nullable String text) {
        return Stream.ofNullable(text).findFirst().orElse("");
    }
}

package footing.aws.survey;

import footing.account.DeployedStack;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.aws.FromSdk;
import footing.plan.Stack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;

/** The stacks that Footing made here before. */
final class StackReader {

    static final List<Reader<?>> READERS = List.of(
            Reader.of(Fact.STACKS, StackReader::stacks, "cloudformation:DescribeStacks", "cloudformation:GetTemplate",
                    "cloudformation:DescribeStackResources"),
            Reader.of(Fact.CONFIG_STACKS,
                    (asking) -> Reading
                            .seen(asking.inEachRegion((other, region) -> stack(other, Stack.config(region)))),
                    "cloudformation:DescribeStacks", "cloudformation:GetTemplate",
                    "cloudformation:DescribeStackResources"));

    private StackReader() {
    }

    private static Reading<Map<String, DeployedStack>> stacks(Asking asking) {
        return Reading.all(asking.each(List.of(Stack.SECURITY, Stack.BILLING), StackReader::stack))
                .map((stacks) -> stacks.stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableMap(DeployedStack::name, Function.identity())));
    }

    private static Reading<Optional<DeployedStack>> stack(Asking asking, Stack stack) {
        String name = stack.stackName();
        Region region = stack.region(asking.home());
        return asking
                .askUnless(Ask.of(CloudFormationClient.class, region, "DescribeStacks",
                        DescribeStacksRequest.builder().stackName(name).build(), CloudFormationClient::describeStacks)
                        .seeing((response) -> Values.of()
                                .and("StackName", name)
                                .and("StackStatus", response.stacks().getFirst().stackStatusAsString())
                                .map()),
                        Absent.on("ValidationError", "does not exist"))
                .map((response) -> response.map((given) -> given.stacks().getFirst().stackStatusAsString())
                        .filter((status) -> !holdsNothing(status)))
                .flatMap((status) -> status.map((there) -> contents(asking, region, name, there))
                        .orElseGet(() -> Reading.seen(Optional.empty())));
    }

    /** A change set that nobody executed leaves a stack that holds nothing and has no template, as a deletion does. */
    private static boolean holdsNothing(String status) {
        return status.equals(StackStatus.REVIEW_IN_PROGRESS.toString())
                || status.equals(StackStatus.DELETE_COMPLETE.toString());
    }

    private static Reading<Optional<DeployedStack>> contents(Asking asking, Region region, String name,
            String status) {
        Asking.Meanwhile<Reading<List<DeployedStack.Resource>>> resources = asking
                .start((other) -> resources(other, region, name));
        Reading<String> template = template(asking, region, name);
        return Reading.both(template, resources.get(),
                (text, list) -> Optional.of(new DeployedStack(name, region, status, text, list)));
    }

    private static Reading<String> template(Asking asking, Region region, String name) {
        GetTemplateRequest request = GetTemplateRequest.builder()
                .stackName(name)
                .templateStage(TemplateStage.ORIGINAL)
                .build();
        return asking
                .ask(Ask.of(CloudFormationClient.class, region, "GetTemplate", request,
                        CloudFormationClient::getTemplate))
                .map((response) -> FromSdk.text(response.templateBody()));
    }

    private static Reading<List<DeployedStack.Resource>> resources(Asking asking, Region region, String name) {
        return asking
                .ask(Ask.of(CloudFormationClient.class, region, "DescribeStackResources",
                        DescribeStackResourcesRequest.builder().stackName(name).build(),
                        CloudFormationClient::describeStackResources)
                        .seeing((response) -> Values.of()
                                .and("StackResources", response.stackResources().size())
                                .map()))
                .map((response) -> response.stackResources()
                        .stream()
                        .map((resource) -> new DeployedStack.Resource(resource.logicalResourceId(),
                                resource.resourceType(), FromSdk.text(resource.physicalResourceId()),
                                resource.resourceStatusAsString()))
                        .toList());
    }
}

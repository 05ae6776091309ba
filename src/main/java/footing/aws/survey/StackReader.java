package footing.aws.survey;

import footing.account.DeployedStack;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.account.StackCondition;
import footing.aws.FromSdk;
import footing.plan.Stack;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;

/** The stacks that Footing made here before. */
final class StackReader {

    static final List<Reader<?>> READERS = List.of(
            reader(Fact.SECURITY_STACK, (asking) -> stack(asking, Stack.SECURITY)),
            reader(Fact.BILLING_STACK, (asking) -> stack(asking, Stack.BILLING)),
            reader(Fact.CONFIG_STACKS, (asking) -> Reading
                    .seen(asking.inEachRegion((other, region) -> stack(other, Stack.config(region))))));

    private StackReader() {
    }

    private static <T> Reader<T> reader(Fact<T> fact, Function<Asking, Reading<T>> read) {
        return Reader.of(fact, read, "cloudformation:DescribeStacks", "cloudformation:GetTemplate",
                "cloudformation:ListStackResources");
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
                                .and("EnableTerminationProtection",
                                        response.stacks().getFirst().enableTerminationProtection())
                                .map()),
                        Absent.on("ValidationError", "does not exist"))
                .map((response) -> response.map((given) -> given.stacks().getFirst())
                        .filter((given) -> hasTemplate(given.stackStatusAsString())))
                .flatMap((given) -> given.map((there) -> contents(asking, region, name, there))
                        .orElseGet(() -> Reading.seen(Optional.empty())));
    }

    /** A change set that nobody executed leaves a stack that holds nothing and has no template, as a deletion does. */
    private static boolean hasTemplate(String status) {
        StackCondition condition = StackCondition.of(status);
        return condition != StackCondition.IN_REVIEW && condition != StackCondition.GONE;
    }

    /** When the last thing that was asked of the stack was asked. */
    private static Optional<Instant> since(software.amazon.awssdk.services.cloudformation.model.Stack stack) {
        return Stream.of(stack.creationTime(), stack.lastUpdatedTime(), stack.deletionTime())
                .flatMap(Stream::ofNullable)
                .max(Comparator.naturalOrder());
    }

    private static Reading<Optional<DeployedStack>> contents(Asking asking, Region region, String name,
            software.amazon.awssdk.services.cloudformation.model.Stack stack) {
        Asking.Meanwhile<Reading<List<DeployedStack.Resource>>> resources = asking
                .start((other) -> resources(other, region, name));
        Reading<String> template = template(asking, region, name);
        return Reading.both(template, resources.get(),
                (text, list) -> Optional.of(new DeployedStack(name, region,
                        stack.stackStatusAsString(), since(stack), FromSdk.flag(stack.enableTerminationProtection()),
                        text,
                        list)));
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

    /** All that the stack has, page by page; what was deleted or let go of is listed for a while and is not its any more. */
    private static Reading<List<DeployedStack.Resource>> resources(Asking asking, Region region, String name) {
        Ask<CloudFormationClient, ListStackResourcesRequest, ListStackResourcesResponse> first = Ask
                .of(CloudFormationClient.class, region, "ListStackResources",
                        ListStackResourcesRequest.builder().stackName(name).build(),
                        CloudFormationClient::listStackResources)
                .seeing((response) -> Values.of()
                        .and("StackResourceSummaries", response.stackResourceSummaries().size())
                        .map());
        return asking
                .pages(first, (request, response) -> FromSdk.some(response.nextToken())
                        .map((token) -> request.toBuilder().nextToken(token).build()))
                .map((pages) -> pages.stream()
                        .flatMap((page) -> page.stackResourceSummaries().stream())
                        .filter(FromSdk::isHeld)
                        .map((resource) -> new DeployedStack.Resource(resource.logicalResourceId(),
                                resource.resourceType(), FromSdk.text(resource.physicalResourceId()),
                                resource.resourceStatusAsString()))
                        .toList());
    }
}

package footing.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A stack that Footing deployed. Source: {@code cloudformation:DescribeStacks}, {@code ListStackResources}, {@code
 * GetTemplate(Original)}.
 *
 * @param status as CloudFormation writes it: {@code CREATE_COMPLETE}
 * @param since when what was last done to it began
 * @param isProtected whether it is protected from being deleted: {@code EnableTerminationProtection}
 * @param template the template's text as it was sent
 */
public record DeployedStack(String name, Region region, String status, Optional<Instant> since, boolean isProtected,
        String template, List<Resource> resources) {

    public DeployedStack {
        resources = List.copyOf(resources);
    }

    /** A protected one, of which nobody asked when it was last changed. */
    public DeployedStack(String name, Region region, String status, String template, List<Resource> resources) {
        this(name, region, status, Optional.empty(), true, template, resources);
    }

    public StackCondition condition() {
        return StackCondition.of(status);
    }

    public record Resource(String logicalId, String type, String physicalId, String status) {
    }

    /** The resource of this logical id, where the stack has it. */
    public Optional<Resource> resource(String logicalId) {
        return resources.stream()
                .filter((resource) -> resource.logicalId().equals(logicalId) && !resource.physicalId().isEmpty())
                .findFirst();
    }

    public boolean holds(String resourceType, String physicalId) {
        return resources.stream()
                .anyMatch(
                        (resource) -> resource.type().equals(resourceType) && resource.physicalId().equals(physicalId));
    }
}

package footing.account;

import java.util.List;

/**
 * A stack that Footing deployed. Source: {@code cloudformation:DescribeStacks}, {@code DescribeStackResources}, {@code
 * GetTemplate(Original)}.
 *
 * @param status as CloudFormation writes it: {@code CREATE_COMPLETE}
 * @param template the template's text as it was sent
 */
public record DeployedStack(String name, Region region, String status, String template, List<Resource> resources) {

    public DeployedStack {
        resources = List.copyOf(resources);
    }

    public record Resource(String logicalId, String type, String physicalId, String status) {
    }

    public boolean holds(String resourceType, String physicalId) {
        return resources.stream()
                .anyMatch(
                        (resource) -> resource.type().equals(resourceType) && resource.physicalId().equals(physicalId));
    }
}

package footing.aws.simulation;

import footing.account.Permission;
import footing.account.Region;
import footing.aws.SdkService;
import footing.plan.IamPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is asked of the simulator at a time: actions of one statement that take the same way.
 *
 * @param region where the calls go, as {@code aws:RequestedRegion} names it
 */
record Question(IamPolicy.Statement statement, Region region, List<Permission> actions, List<String> resources) {

    /** So many actions at a time: each is answered for each resource. */
    private static final int MOST_ACTIONS = 40;
    private static final String EVERYTHING = "*";

    Question {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }

    /**
     * All that a policy allows, as questions.
     *
     * @param home the Region of what is made once
     */
    static List<Question> of(IamPolicy policy, Region home) {
        return policy.statements().stream().flatMap((statement) -> of(statement, home)).toList();
    }

    private static Stream<Question> of(IamPolicy.Statement statement, Region home) {
        Map<Region, Map<String, List<Permission>>> byPlace = new LinkedHashMap<>();
        for (Permission action : statement.actions()) {
            for (String resource : statement.resources()) {
                byPlace.computeIfAbsent(region(action, resource, home), (region) -> new TreeMap<>())
                        .computeIfAbsent(resource, (arn) -> new ArrayList<>())
                        .add(action);
            }
        }
        return byPlace.entrySet()
                .stream()
                .flatMap((place) -> inOne(statement, place.getKey(), place.getValue()));
    }

    /** Resources that are asked about for the same actions are asked about together. */
    private static Stream<Question> inOne(IamPolicy.Statement statement, Region region,
            Map<String, List<Permission>> byResource) {
        Map<List<Permission>, List<String>> alike = new LinkedHashMap<>();
        byResource.forEach(
                (resource, actions) -> alike.computeIfAbsent(actions, (same) -> new ArrayList<>()).add(resource));
        return alike.entrySet()
                .stream()
                .flatMap((some) -> batches(some.getKey())
                        .map((actions) -> new Question(statement, region, actions, some.getValue())));
    }

    private static Stream<List<Permission>> batches(List<Permission> actions) {
        return Stream.iterate(0, (from) -> from < actions.size(), (from) -> from + MOST_ACTIONS)
                .map((from) -> actions.subList(from, Math.min(actions.size(), from + MOST_ACTIONS)));
    }

    /** That of the resource, where its ARN names one; otherwise the one in which the service is asked. */
    private static Region region(Permission action, String resource, Region home) {
        String[] parts = resource.split(":", -1);
        if (parts.length > 3 && !parts[3].isEmpty() && !parts[3].equals(EVERYTHING)) {
            return new Region(parts[3]);
        }
        String prefix = action.action().split(":", 2)[0];
        return SdkService.all()
                .stream()
                .filter((service) -> service.prefix().equals(prefix))
                .findFirst()
                .map((service) -> service.region(home))
                .orElse(home);
    }

    /** The same in two halves, first of the actions and then of the resources; empty where there is nothing to halve. */
    List<Question> halves() {
        if (actions.size() > 1) {
            int middle = actions.size() / 2;
            return List.of(new Question(statement, region, actions.subList(0, middle), resources),
                    new Question(statement, region, actions.subList(middle, actions.size()), resources));
        }
        if (resources.size() > 1) {
            int middle = resources.size() / 2;
            return List.of(new Question(statement, region, actions, resources.subList(0, middle)),
                    new Question(statement, region, actions, resources.subList(middle, resources.size())));
        }
        return List.of();
    }
}

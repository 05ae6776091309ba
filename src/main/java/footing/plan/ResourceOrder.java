package footing.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one order in which the resources of a stack are shown, written and made. */
public final class ResourceOrder {

    private static final Comparator<Change.StackResource> AMONG_EQUALS = Comparator
            .comparing(Change.StackResource::item)
            // An alarm names no filter, yet without its filter it hears of nothing.
            .thenComparing((resource) -> resource.type().equals("AWS::CloudWatch::Alarm"))
            .thenComparing(Change.StackResource::logicalId);

    private ResourceOrder() {
    }

    /**
     * The resources, each after what it needs of the others; among those that could be next, by item and by name.
     *
     * @throws IllegalArgumentException where resources wait for each other in a circle
     */
    public static List<Change.StackResource> sorted(Iterable<Change.StackResource> resources) {
        Map<String, Change.StackResource> left = new LinkedHashMap<>();
        resources.forEach((resource) -> left.put(resource.logicalId(), resource));
        List<Change.StackResource> sorted = new ArrayList<>();
        while (!left.isEmpty()) {
            Change.StackResource next = left.values()
                    .stream()
                    .filter((resource) -> Collections.disjoint(References.of(resource), left.keySet()))
                    .min(AMONG_EQUALS)
                    .orElseThrow(() -> new IllegalArgumentException("resources wait for each other: " + left.keySet()));
            sorted.add(next);
            left.remove(next.logicalId());
        }
        return sorted;
    }
}

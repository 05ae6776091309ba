package footing.practice;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A CloudFormation stack of the practice account.
 *
 * @param stackId its ARN; also its key in {@link PracticeAccount#stacks()}
 * @param status as CloudFormation writes it: {@code CREATE_COMPLETE}
 * @param template the text as it was sent; empty while a first change set is in review
 */
public record StackState(String name, String stackId, String region, String status, Optional<String> statusReason,
        String template, SortedMap<String, String> parameters, SortedMap<String, String> tags,
        List<String> capabilities, boolean terminationProtection, Instant createdAt, Optional<Instant> updatedAt,
        List<Resource> resources, List<Event> events, List<ChangeSet> changeSets) {

    public StackState {
        parameters = sorted(parameters);
        tags = sorted(tags);
        capabilities = List.copyOf(capabilities);
        resources = List.copyOf(resources);
        events = List.copyOf(events);
        changeSets = List.copyOf(changeSets);
    }

    /**
     * @param properties the properties as they were last applied, everything resolved: JSON text
     * @param attributes what {@code Fn::GetAtt} gives
     */
    public record Resource(String logicalId, String type, String physicalId, String status,
            Optional<String> statusReason, Instant at, String properties, SortedMap<String, String> attributes) {
        public Resource {
            attributes = sorted(attributes);
        }
    }

    /** One event, oldest first in {@link StackState#events()}. */
    public record Event(String id, String logicalId, String physicalId, String type, String status,
            Optional<String> reason, Instant at, Optional<String> token) {
    }

    /**
     * @param type {@code CREATE} or {@code UPDATE}
     * @param executionStatus {@code AVAILABLE}, {@code UNAVAILABLE}, {@code EXECUTE_COMPLETE} …
     */
    public record ChangeSet(String name, String id, String type, String status, String executionStatus,
            Optional<String> reason, String template, SortedMap<String, String> parameters,
            SortedMap<String, String> tags, List<String> capabilities, Optional<String> onStackFailure, Instant at,
            List<Change> changes) {
        public ChangeSet {
            parameters = sorted(parameters);
            tags = sorted(tags);
            capabilities = List.copyOf(capabilities);
            changes = List.copyOf(changes);
        }
    }

    /**
     * @param action {@code Add}, {@code Modify}, {@code Remove}
     * @param replacement {@code True}, {@code False}, {@code Conditional}; empty where nothing is modified
     * @param before the properties before, as JSON text
     * @param after the properties after, as JSON text
     */
    public record Change(String action, String logicalId, String physicalId, String type, Optional<String> replacement,
            Optional<String> policyAction, List<String> scope, Optional<String> before, Optional<String> after) {
        public Change {
            scope = List.copyOf(scope);
        }
    }

    private static SortedMap<String, String> sorted(SortedMap<String, String> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}

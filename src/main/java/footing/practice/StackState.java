package footing.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A CloudFormation stack of the practice account.
 *
 * @param stackId its ARN; also its key in {@link PracticeAccount#stacks()}
 * @param deployed what it was last asked to be
 * @param outputs by their names, resolved
 * @param resources in the order of their making
 * @param events oldest first
 * @param operation what is being done to it; empty when it rests
 */
public record StackState(String name, String stackId, String region, Status status, Times times,
        boolean terminationProtection, Deployment deployed, SortedMap<String, String> outputs,
        List<Resource> resources, List<Event> events, List<ChangeSet> changeSets, Optional<StackOperation> operation) {

    public StackState {
        outputs = sorted(outputs);
        resources = List.copyOf(resources);
        events = List.copyOf(events);
        changeSets = List.copyOf(changeSets);
    }

    /** Whether the stack is there by its name; one that was deleted is there by its id only. */
    public boolean exists() {
        return !status.code().equals("DELETE_COMPLETE");
    }

    public Optional<Resource> resource(String logicalId) {
        return resources.stream().filter((resource) -> resource.logicalId().equals(logicalId)).findFirst();
    }

    public StackState withStatus(Status now) {
        return new StackState(name, stackId, region, now, times, terminationProtection, deployed, outputs, resources,
                events, changeSets, operation);
    }

    public StackState withTimes(Times now) {
        return new StackState(name, stackId, region, status, now, terminationProtection, deployed, outputs, resources,
                events, changeSets, operation);
    }

    public StackState withTerminationProtection(boolean now) {
        return new StackState(name, stackId, region, status, times, now, deployed, outputs, resources, events,
                changeSets, operation);
    }

    public StackState withDeployed(Deployment now, SortedMap<String, String> outputsNow) {
        return new StackState(name, stackId, region, status, times, terminationProtection, now, outputsNow, resources,
                events, changeSets, operation);
    }

    public StackState withResources(List<Resource> now) {
        return new StackState(name, stackId, region, status, times, terminationProtection, deployed, outputs, now,
                events, changeSets, operation);
    }

    public StackState withEvent(Event event) {
        List<Event> more = new ArrayList<>(events);
        more.add(event);
        return new StackState(name, stackId, region, status, times, terminationProtection, deployed, outputs,
                resources, more, changeSets, operation);
    }

    public StackState withChangeSets(List<ChangeSet> now) {
        return new StackState(name, stackId, region, status, times, terminationProtection, deployed, outputs,
                resources, events, now, operation);
    }

    public StackState withOperation(Optional<StackOperation> now) {
        return new StackState(name, stackId, region, status, times, terminationProtection, deployed, outputs,
                resources, events, changeSets, now);
    }

    /** @param code as CloudFormation writes it: {@code CREATE_COMPLETE} */
    public record Status(String code, Optional<String> reason) {

        public static Status of(String code) {
            return new Status(code, Optional.empty());
        }
    }

    public record Times(Instant created, Optional<Instant> updated, Optional<Instant> deleted) {
    }

    /**
     * What a stack is asked to be.
     *
     * @param template the text as it was sent; empty while a first change set is in review
     * @param changeSetId the change set that brought it; empty while there is none
     */
    public record Deployment(String template, SortedMap<String, String> parameters, SortedMap<String, String> tags,
            List<String> capabilities, String changeSetId) {
        public Deployment {
            parameters = sorted(parameters);
            tags = sorted(tags);
            capabilities = List.copyOf(capabilities);
        }

        public static final Deployment NONE = new Deployment("", new TreeMap<>(), new TreeMap<>(), List.of(), "");
    }

    /**
     * @param physicalId empty until the resource is made
     * @param step how far the present operation is with it
     */
    public record Resource(String logicalId, String type, String physicalId, Status status, Instant at, Step step,
            Applied applied) {

        public Resource withStep(Step now) {
            return new Resource(logicalId, type, physicalId, status, at, now, applied);
        }

        public Resource withPhysicalId(String now) {
            return new Resource(logicalId, type, now, status, at, step, applied);
        }

        public Resource withApplied(Applied now) {
            return new Resource(logicalId, type, physicalId, status, at, step, now);
        }

        public Resource withStatus(Status now, Instant when) {
            return new Resource(logicalId, type, physicalId, now, when, step, applied);
        }
    }

    /** How far an operation is with one resource. */
    public enum Step {
        /** Nothing is being done to it. */
        REST,
        /** It was announced that it is to be made; nothing has been called yet. */
        CREATE,
        /** It was announced that it is to be changed; nothing has been called yet. */
        UPDATE,
        /** It was announced that another is to take its place; nothing has been called yet. */
        REPLACE,
        /** It is made and not yet reported as complete. */
        MADE,
        /** It was announced that it is to be deleted; nothing has been called yet. */
        DELETE
    }

    /**
     * What was last applied to a resource.
     *
     * @param properties everything resolved: JSON text
     * @param tags those that the stack gives included
     * @param attributes what {@code Fn::GetAtt} gives, by attribute, and under {@code Ref} what {@code Ref} gives
     * @param metadata JSON text
     * @param deletionPolicy as a template writes it: {@code RetainExceptOnCreate}
     * @param dependencies the logical ids of the resources that it stands on
     */
    public record Applied(String properties, SortedMap<String, String> tags, SortedMap<String, String> attributes,
            String metadata, String deletionPolicy, SortedSet<String> dependencies) {
        public Applied {
            tags = sorted(tags);
            attributes = sorted(attributes);
            dependencies = Collections.unmodifiableSortedSet(new TreeSet<>(dependencies));
        }

        public Applied withAttributes(SortedMap<String, String> now) {
            return new Applied(properties, tags, now, metadata, deletionPolicy, dependencies);
        }
    }

    public record Event(String id, String logicalId, String physicalId, String type, Status status, Instant at,
            Optional<String> token, String properties) {
    }

    private static SortedMap<String, String> sorted(SortedMap<String, String> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}

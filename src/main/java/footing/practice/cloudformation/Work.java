package footing.practice.cloudformation;

import footing.practice.StackOperation;
import footing.practice.StackState;
import footing.practice.StackState.Event;
import footing.practice.StackState.Resource;
import footing.practice.StackState.Status;
import footing.practice.StackState.Step;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A stack on which an operation works: the one place where its resources change and its events are written. */
final class Work {

    private static final String STACK = "AWS::CloudFormation::Stack";

    private final Site site;
    private final Clock clock;
    private StackState state;

    Work(Site site, Clock clock, StackState state) {
        this.site = site;
        this.clock = clock;
        this.state = state;
    }

    StackState state() {
        return state;
    }

    Site site() {
        return site;
    }

    StackOperation operation() {
        return state.operation()
                .orElseThrow(() -> new IllegalStateException("Nothing is being done to " + state.name()));
    }

    void operation(StackOperation now) {
        state = state.withOperation(Optional.of(now));
    }

    List<Resource> at(Step step) {
        return state.resources().stream().filter((resource) -> resource.step() == step).toList();
    }

    /** Keeps a resource, in the place of the one of its name where there is one. */
    void put(Resource resource) {
        List<Resource> resources = new ArrayList<>(state.resources());
        resources.replaceAll((old) -> old.logicalId().equals(resource.logicalId()) ? resource : old);
        if (state.resource(resource.logicalId()).isEmpty()) {
            resources.add(resource);
        }
        state = state.withResources(resources);
    }

    void drop(String logicalId) {
        state = state.withResources(
                state.resources().stream().filter((resource) -> !resource.logicalId().equals(logicalId)).toList());
    }

    void settle(String logicalId) {
        operation(operation().withSettled(logicalId));
    }

    /** Keeps a resource with a new status, and writes the event of it. */
    Resource report(Resource resource, Step step, String status, String reason) {
        Resource now = announced(resource, status, reason).withStep(step);
        put(now);
        return now;
    }

    /** Writes the event of a resource's new status, and keeps nothing. */
    Resource announced(Resource resource, String status, String reason) {
        Status next = new Status(status, Optional.of(reason).filter((text) -> !text.isEmpty()));
        event(resource.logicalId(), resource.physicalId(), resource.type(), next, resource.applied().properties());
        return resource.withStatus(next, clock.instant());
    }

    /** Gives the stack a new status, with its event. */
    void stack(String status, String reason) {
        Status next = new Status(status, Optional.of(reason).filter((text) -> !text.isEmpty()));
        state = state.withStatus(next);
        event(state.name(), state.stackId(), STACK, next, "");
    }

    /** Whether a resource that was announced takes its time before anything is called for it. */
    boolean isDelayed(Resource resource) {
        Instant ready = resource.at().plus(site.hindrance().delay(attempt(resource)));
        return ready.isAfter(clock.instant());
    }

    /**
     * To be asked before anything is called for a resource that was announced.
     *
     * @throws ResourceType.HandlerRefusal where something is in the way
     */
    void checkHindrance(Resource resource) {
        site.hindrance().failure(attempt(resource)).ifPresent((why) -> {
            throw new ResourceType.HandlerRefusal("GeneralServiceException", why);
        });
    }

    private Hindrance.Attempt attempt(Resource resource) {
        Hindrance.Doing doing = switch (resource.step()) {
            case CREATE, MADE, REST -> Hindrance.Doing.CREATE;
            case UPDATE, REPLACE -> Hindrance.Doing.UPDATE;
            case DELETE -> Hindrance.Doing.DELETE;
        };
        return new Hindrance.Attempt(site.region(), site.stackName(), resource.logicalId(), doing);
    }

    /** The operation is over. */
    void end(String status, String reason) {
        stack(status, reason);
        StackState.Times times = state.times();
        boolean deleted = status.equals("DELETE_COMPLETE");
        state = state.withOperation(Optional.empty())
                .withTimes(new StackState.Times(times.created(), times.updated(),
                        deleted ? Optional.of(clock.instant()) : times.deleted()));
    }

    /** What the stack is now, and what it gives. */
    void deployed(StackState.Deployment deployment, java.util.SortedMap<String, String> outputs) {
        state = state.withDeployed(deployment, outputs);
    }

    /** The same for the same stack in the same place of its history. */
    UUID uuid(String what) {
        String seed = state.stackId() + " " + state.events().size() + " " + what;
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }

    /** What a resource without a name of its own is called. */
    String generatedName(String logicalId) {
        String random = uuid(logicalId).toString().replace("-", "").substring(0, 12);
        return state.name() + "-" + logicalId + "-" + random.toUpperCase(java.util.Locale.ROOT);
    }

    private void event(String logicalId, String physicalId, String type, Status status, String properties) {
        Instant now = clock.instant();
        String id = type.equals(STACK)
                ? uuid("event").toString()
                : logicalId + "-" + status.code() + "-" + uuid("event");
        state = state.withEvent(new Event(id, logicalId, physicalId, type, status, now,
                state.operation().flatMap(StackOperation::token), properties));
    }
}

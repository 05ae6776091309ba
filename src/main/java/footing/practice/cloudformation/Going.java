package footing.practice.cloudformation;

import footing.practice.StackOperation;
import footing.practice.StackOperation.Kind;
import footing.practice.StackOperation.Leftover;
import footing.practice.StackOperation.Phase;
import footing.practice.StackState;
import footing.practice.StackState.Applied;
import footing.practice.StackState.Resource;
import footing.practice.StackState.Status;
import footing.practice.StackState.Step;
import footing.practice.cloudformation.Template.Declared;
import footing.practice.cloudformation.Template.Keep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The way forward: what a stack is to have is made and changed, each resource as soon as those that it stands on are
 * there, and so many at a time.
 */
final class Going {

    /** So many resources are under way at the same time at most. */
    private static final int AT_ONCE = 8;

    private final Work work;
    private final Template target;
    private final Handler handler;
    private final Resolution resolution;

    Going(Work work) {
        this.work = work;
        this.target = TemplateCheck.read(work.operation().target().template());
        this.handler = new Handler(work.site());
        this.resolution = new Resolution(work.site(), target, work.operation().target(),
                (id) -> work.state().resource(id).filter((resource) -> !resource.physicalId().isEmpty()));
    }

    /**
     * One step on for every resource under work; those that now can begin do. A resource is announced, called for, and
     * complete in steps of their own.
     */
    void step() {
        StackState before = work.state();
        work.at(Step.MADE).forEach(this::complete);
        Map<String, ResourceType.NotYet> waiting = new LinkedHashMap<>();
        boolean delayed = false;
        for (Resource resource : inFlight()) {
            if (work.isDelayed(resource)) {
                delayed = true;
                continue;
            }
            Handler.Outcome outcome = handler.attemptOrWait(resource.logicalId(), work.uuid("request"),
                    () -> call(resource));
            switch (outcome) {
                case Handler.Outcome.Done done -> {
                }
                case Handler.Outcome.Waits(ResourceType.NotYet why) -> waiting.put(resource.logicalId(), why);
                case Handler.Outcome.Failed(String reason) -> {
                    fail(resource.logicalId(), reason);
                    return;
                }
            }
        }
        References.ordered(target).forEach(this::begin);
        // Whoever waits, waits for one that is made in this very stack; where nothing moves, it would wait for ever.
        if (!waiting.isEmpty() && !delayed && work.state().equals(before)) {
            Map.Entry<String, ResourceType.NotYet> first = waiting.entrySet().iterator().next();
            fail(first.getKey(), handler.inVain(first.getKey(), work.uuid("request"), first.getValue()));
            return;
        }
        if (work.operation().settled().containsAll(target.resources().keySet())) {
            end();
        }
    }

    private List<Resource> inFlight() {
        return Stream.of(Step.CREATE, Step.UPDATE, Step.REPLACE).flatMap((step) -> work.at(step).stream()).toList();
    }

    private void complete(Resource resource) {
        work.report(resource, Step.REST, verb(resource) + "_COMPLETE", "");
        work.settle(resource.logicalId());
    }

    private String verb(Resource resource) {
        return work.operation().before(resource.logicalId()).isPresent() ? "UPDATE" : "CREATE";
    }

    private void begin(Declared declared) {
        String id = declared.logicalId();
        SortedSet<String> settled = work.operation().settled();
        Optional<Resource> there = work.state().resource(id);
        boolean underWay = there.filter((resource) -> resource.step() != Step.REST).isPresent();
        if (settled.contains(id) || underWay || inFlight().size() >= AT_ONCE
                || !settled.containsAll(References.of(target, declared))) {
            return;
        }
        if (there.isEmpty()) {
            Applied nothing = new Applied("{}", new TreeMap<>(), new TreeMap<>(), "{}",
                    declared.deletionPolicy().written(), References.of(target, declared));
            work.report(new Resource(id, declared.type(), "", Status.of(""), Instant.EPOCH, Step.REST, nothing),
                    Step.CREATE, "CREATE_IN_PROGRESS", "");
            return;
        }
        Resource resource = there.get();
        Optional<String> failure = handler.attempt(id, work.uuid("request"), () -> change(resource, declared));
        // What it is to be cannot be told: it fails when its turn comes, as a resource's own failure.
        failure.ifPresent((why) -> work.report(resource, Step.UPDATE, "UPDATE_IN_PROGRESS", ""));
    }

    private void change(Resource resource, Declared declared) {
        ResourceType type = ResourceTypes.of(resource.type());
        Applied wanted = resolution.wanted(declared);
        Difference difference = Difference.between(type, resource.applied(), wanted);
        boolean seen = difference.details().stream().anyMatch((detail) -> !detail.scope().equals("DeletionPolicy"));
        if (!seen) {
            work.put(resource.withApplied(wanted));
            work.settle(resource.logicalId());
        } else if (difference.replacement() == Difference.Replacement.FALSE) {
            work.report(resource, Step.UPDATE, "UPDATE_IN_PROGRESS", "");
        } else {
            work.report(resource, Step.REPLACE, "UPDATE_IN_PROGRESS", "Requested update requires the creation of a new "
                    + "physical resource; hence creating one.");
        }
    }

    private void call(Resource resource) {
        work.checkHindrance(resource);
        Declared declared = declared(resource.logicalId());
        Applied wanted = resolution.wanted(declared);
        switch (resource.step()) {
            case CREATE -> make(resource, wanted);
            case REPLACE -> {
                refuseSameName(resource, wanted);
                make(resource, wanted);
                List<Leftover> leftovers = new ArrayList<>(work.operation().leftovers());
                leftovers.add(new Leftover(resource, declared.updateReplacePolicy() == Keep.RETAIN));
                work.operation(work.operation().withLeftovers(leftovers));
            }
            case UPDATE -> {
                // Kept first: should the call fail half-way, the way back starts from what was asked for.
                Resource asked = resource.withApplied(wanted);
                work.put(asked);
                if (!resource.applied().properties().equals(wanted.properties())
                        || !resource.applied().tags().equals(wanted.tags())) {
                    handler.configure(resource, wanted, Optional.of(resource.applied()));
                }
                complete(asked.withApplied(wanted.withAttributes(handler.attributes(asked, wanted))));
            }
            case REST, MADE, DELETE -> throw new IllegalStateException("Not to be called: " + resource);
        }
    }

    private void make(Resource resource, Applied wanted) {
        String name = work.generatedName(resource.logicalId());
        // One that is made already has waited since for something else.
        boolean waited = resource.step() == Step.CREATE && !resource.physicalId().isEmpty();
        String physicalId = waited ? resource.physicalId() : handler.make(resource, wanted, name);
        Resource made = resource.withPhysicalId(physicalId).withApplied(wanted);
        work.put(made);
        handler.configure(made, wanted, Optional.empty());
        work.report(made.withApplied(wanted.withAttributes(handler.attributes(made, wanted))), Step.MADE,
                verb(resource) + "_IN_PROGRESS", "Resource creation Initiated");
    }

    private static void refuseSameName(Resource resource, Applied wanted) {
        ResourceTypes.of(resource.type()).kind().nameProperty().ifPresent((property) -> {
            Optional<String> name = Properties.of(wanted.properties()).text(property);
            if (name.isPresent() && name.equals(Properties.of(resource.applied().properties()).text(property))) {
                throw Refusals.validation(("CloudFormation cannot update a stack when a custom-named resource requires "
                        + "replacing. Rename %s and update the stack again.").formatted(name.get()));
            }
        });
    }

    private Declared declared(String logicalId) {
        return Optional.ofNullable(target.resources().get(logicalId)).orElseThrow();
    }

    private void fail(String logicalId, String reason) {
        Resource failed = work.state().resource(logicalId).orElseThrow();
        work.report(failed, Step.REST, verb(failed) + "_FAILED", reason);
        work.operation(work.operation().withFailed(logicalId));
        for (Resource other : Stream.concat(work.at(Step.MADE).stream(), inFlight().stream()).toList()) {
            boolean create = verb(other).equals("CREATE");
            work.report(other, Step.REST, verb(other) + "_FAILED",
                    create ? "Resource creation cancelled" : "Resource update cancelled");
            work.operation(work.operation().withFailed(other.logicalId()));
        }
        Turning.back(work);
    }

    private void end() {
        StackOperation operation = work.operation();
        work.deployed(operation.target(), resolution.outputs());
        if (operation.kind() == Kind.CREATE) {
            work.end("CREATE_COMPLETE", "");
            return;
        }
        List<Leftover> leftovers = new ArrayList<>(operation.leftovers());
        work.state()
                .resources()
                .stream()
                .filter((one) -> !target.resources().containsKey(one.logicalId()))
                .forEach((one) -> leftovers.add(new Leftover(one,
                        !one.applied().deletionPolicy().equals(Keep.DELETE.written()))));
        work.operation(operation.in(Phase.CLEANUP, leftovers));
        work.stack("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "");
    }

    /** The names that failed while being made, and those that failed while being changed. */
    static String failures(StackOperation operation) {
        SortedSet<String> made = new TreeSet<>();
        SortedSet<String> changed = new TreeSet<>();
        operation.failed().forEach((id) -> (operation.before(id).isPresent() ? changed : made).add(id));
        return (made.isEmpty() ? "" : "The following resource(s) failed to create: " + made + ". ")
                + (changed.isEmpty() ? "" : "The following resource(s) failed to update: " + changed + ". ");
    }
}

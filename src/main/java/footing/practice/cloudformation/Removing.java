package footing.practice.cloudformation;

import footing.practice.StackOperation;
import footing.practice.StackOperation.Kind;
import footing.practice.StackOperation.Leftover;
import footing.practice.StackState;
import footing.practice.StackState.Resource;
import footing.practice.StackState.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Taking resources away: each after those that stand on it, and some only let go of. */
final class Removing {

    private final Work work;
    private final Handler handler;

    Removing(Work work) {
        this.work = work;
        this.handler = new Handler(work.site());
    }

    void step() {
        StackState before = work.state();
        Map<Resource, ResourceType.NotYet> stopped = new LinkedHashMap<>();
        for (Leftover leftover : List.copyOf(work.operation().leftovers())) {
            if (leftover.resource().step() == Step.DELETE && !work.isDelayed(leftover.resource())) {
                delete(leftover.resource()).ifPresent((why) -> stopped.put(leftover.resource(), why));
            }
        }
        List<Leftover> waiting = work.operation().leftovers();
        SortedSet<String> held = held(waiting);
        for (Leftover leftover : List.copyOf(waiting)) {
            Resource resource = leftover.resource();
            if (resource.step() != Step.DELETE && !held.contains(resource.logicalId())) {
                begin(leftover);
            }
        }
        boolean delayed = work.operation()
                .leftovers()
                .stream()
                .anyMatch((one) -> one.resource().step() == Step.DELETE && work.isDelayed(one.resource()));
        if (!delayed && work.state().equals(before)) {
            stopped.forEach((resource, why) -> failed(resource,
                    handler.inVain(resource.logicalId(), work.uuid("request"), why)));
        }
        boolean moving = work.operation()
                .leftovers()
                .stream()
                .anyMatch((leftover) -> leftover.resource().step() == Step.DELETE);
        boolean stuck = held(work.operation().leftovers()).containsAll(work.operation()
                .leftovers()
                .stream()
                .map((leftover) -> leftover.resource().logicalId())
                .toList());
        if (!moving && stuck) {
            end();
        }
    }

    /** What something that is still there stands on: what waits for its turn, and what could not be deleted. */
    private SortedSet<String> held(List<Leftover> waiting) {
        SortedSet<String> held = new TreeSet<>();
        waiting.forEach((leftover) -> held.addAll(leftover.resource().applied().dependencies()));
        work.state()
                .resources()
                .stream()
                .filter((one) -> one.status().code().equals("DELETE_FAILED"))
                .forEach((one) -> held.addAll(one.applied().dependencies()));
        return held;
    }

    private void begin(Leftover leftover) {
        if (leftover.keep()) {
            gone(work.announced(leftover.resource(), "DELETE_SKIPPED", ""));
            return;
        }
        Resource begun = work.announced(leftover.resource(), "DELETE_IN_PROGRESS", "").withStep(Step.DELETE);
        List<Leftover> leftovers = new ArrayList<>(work.operation().leftovers());
        leftovers.replaceAll((one) -> one.equals(leftover) ? new Leftover(begun, false) : one);
        work.operation(work.operation().withLeftovers(leftovers));
        mirror(begun);
    }

    /** @return what it waits for, where it does */
    private Optional<ResourceType.NotYet> delete(Resource resource) {
        Handler.Outcome outcome = handler.attemptOrWait(resource.logicalId(), work.uuid("request"),
                () -> {
                    work.checkHindrance(resource);
                    handler.delete(resource);
                });
        switch (outcome) {
            case Handler.Outcome.Done done -> gone(
                    work.announced(resource, "DELETE_COMPLETE", "").withStep(Step.REST));
            case Handler.Outcome.Failed(String reason) -> failed(resource, reason);
            case Handler.Outcome.Waits(ResourceType.NotYet why) -> {
                return Optional.of(why);
            }
        }
        return Optional.empty();
    }

    private void failed(Resource resource, String reason) {
        work.operation(work.operation().withFailed(resource.logicalId()));
        mirror(work.announced(resource, "DELETE_FAILED", reason).withStep(Step.REST));
        forget(resource);
    }

    /** A stack that goes shows to the end what became of its resources; one that stays shows what it has. */
    private void gone(Resource resource) {
        forget(resource);
        if (isLive(resource) && work.operation().kind() == Kind.UPDATE) {
            work.drop(resource.logicalId());
        } else {
            mirror(resource);
        }
    }

    private void forget(Resource resource) {
        work.operation(work.operation()
                .withLeftovers(work.operation()
                        .leftovers()
                        .stream()
                        .filter((one) -> !one.resource().physicalId().equals(resource.physicalId())
                                || !one.resource().logicalId().equals(resource.logicalId()))
                        .toList()));
    }

    /** Keeps it as the stack's resource, unless another has taken its place. */
    private void mirror(Resource resource) {
        if (isLive(resource)) {
            work.put(resource);
        }
    }

    /**
     * Whether it is what the stack has, and not what a resource of the same physical id has replaced: a metric filter
     * keeps its name on another log group.
     */
    private boolean isLive(Resource resource) {
        return work.state()
                .resource(resource.logicalId())
                .filter((one) -> one.physicalId().equals(resource.physicalId())
                        && one.applied().properties().equals(resource.applied().properties()))
                .isPresent();
    }

    private void end() {
        StackOperation operation = work.operation();
        SortedSet<String> left = new TreeSet<>();
        work.state()
                .resources()
                .stream()
                .filter((one) -> one.status().code().equals("DELETE_FAILED"))
                .forEach((one) -> left.add(one.logicalId()));
        String failures = left.isEmpty() ? "" : "The following resource(s) failed to delete: " + left + ". ";
        switch (operation.kind()) {
            case CREATE -> {
                boolean delete = operation.onFailure().equals("DELETE");
                String word = delete ? "DELETE" : "ROLLBACK";
                work.end(word + (left.isEmpty() ? "_COMPLETE" : "_FAILED"), failures);
            }
            case UPDATE -> {
                boolean back = work.state().status().code().startsWith("UPDATE_ROLLBACK");
                String kept = left.isEmpty() ? "" : "One or more resources could not be deleted.";
                work.end(back ? "UPDATE_ROLLBACK_COMPLETE" : "UPDATE_COMPLETE",
                        kept.isEmpty() || back ? kept : "Update successful. " + kept);
            }
            case DELETE -> work.end(left.isEmpty() ? "DELETE_COMPLETE" : "DELETE_FAILED", failures);
        }
    }
}

package footing.practice.cloudformation;

import footing.practice.StackOperation;
import footing.practice.StackOperation.Leftover;
import footing.practice.StackOperation.Phase;
import footing.practice.StackState.Resource;
import footing.practice.StackState.Step;
import footing.practice.cloudformation.Template.Keep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way back of an operation that failed. */
final class Turning {

    private final Work work;
    private final Handler handler;

    Turning(Work work) {
        this.work = work;
        this.handler = new Handler(work.site());
    }

    /** Turns an operation, of which a resource has just failed, round, as its caller wishes it. */
    static void back(Work work) {
        StackOperation operation = work.operation();
        String failures = Going.failures(operation);
        boolean nothing = operation.onFailure().equals("DO_NOTHING");
        switch (operation.kind()) {
            case CREATE -> {
                if (nothing) {
                    work.end("CREATE_FAILED", failures);
                } else {
                    boolean delete = operation.onFailure().equals("DELETE");
                    work.operation(operation.in(Phase.BACK, made(work)));
                    work.stack(delete ? "DELETE_IN_PROGRESS" : "ROLLBACK_IN_PROGRESS",
                            failures + (delete ? "Delete" : "Rollback") + " requested by user.");
                }
            }
            case UPDATE -> {
                if (nothing) {
                    work.end("UPDATE_FAILED", failures);
                } else {
                    work.operation(operation.in(Phase.BACK, List.of()));
                    work.stack("UPDATE_ROLLBACK_IN_PROGRESS", failures);
                }
            }
            case DELETE -> throw new IllegalStateException("There is no way back from a deletion");
        }
    }

    private static List<Leftover> made(Work work) {
        return work.state()
                .resources()
                .stream()
                .filter((one) -> !one.physicalId().isEmpty())
                .map((one) -> new Leftover(one, keptOnFailure(one)))
                .toList();
    }

    /** {@code RetainExceptOnCreate} does not keep what the failed operation itself made. */
    private static boolean keptOnFailure(Resource resource) {
        return resource.applied().deletionPolicy().equals(Keep.RETAIN.written());
    }

    /** One step back to what the stack had before an update. */
    void step() {
        List<Resource> ready = work.at(Step.UPDATE).stream().filter((one) -> !work.isDelayed(one)).toList();
        for (Resource resource : ready) {
            Optional<String> failure = handler.attempt(resource.logicalId(), work.uuid("request"),
                    () -> restore(resource));
            if (failure.isPresent()) {
                Resource failed = work.state().resource(resource.logicalId()).orElseThrow();
                work.report(failed, Step.REST, "UPDATE_FAILED", failure.get());
                work.end("UPDATE_ROLLBACK_FAILED", "The following resource(s) failed to update: ["
                        + resource.logicalId() + "]. ");
                return;
            }
        }
        work.operation().before().forEach(this::begin);
        boolean restored = work.operation()
                .before()
                .stream()
                .allMatch((one) -> work.operation().settled().contains(one.logicalId()));
        if (restored) {
            end();
        }
    }

    private void begin(Resource before) {
        String id = before.logicalId();
        StackOperation operation = work.operation();
        Resource now = work.state().resource(id).orElseThrow();
        boolean free = before.applied()
                .dependencies()
                .stream()
                .allMatch((one) -> operation.before(one).isEmpty() || operation.settled().contains(one));
        if (operation.settled().contains(id) || now.step() != Step.REST || !free) {
            return;
        }
        boolean touched = !now.physicalId().equals(before.physicalId()) || now.status().code().endsWith("_FAILED")
                || !now.applied().properties().equals(before.applied().properties())
                || !now.applied().tags().equals(before.applied().tags())
                || !now.applied().metadata().equals(before.applied().metadata());
        if (touched) {
            work.report(now, Step.UPDATE, "UPDATE_IN_PROGRESS", "");
        } else {
            work.put(now.withApplied(before.applied()));
            work.settle(id);
        }
    }

    private void restore(Resource now) {
        work.checkHindrance(now);
        Resource before = work.operation().before(now.logicalId()).orElseThrow();
        if (now.physicalId().equals(before.physicalId())) {
            handler.configure(now, before.applied(), Optional.of(now.applied()));
        } else {
            List<Leftover> leftovers = new ArrayList<>(work.operation().leftovers());
            leftovers.add(new Leftover(now, keptOnFailure(now)));
            work.operation(work.operation().withLeftovers(leftovers));
        }
        work.report(before, Step.REST, "UPDATE_COMPLETE", "");
        work.settle(now.logicalId());
    }

    private void end() {
        StackOperation operation = work.operation();
        List<Leftover> leftovers = new ArrayList<>(operation.leftovers());
        for (Resource resource : work.state().resources()) {
            if (operation.before(resource.logicalId()).isEmpty()) {
                if (resource.physicalId().isEmpty()) {
                    work.drop(resource.logicalId());
                } else {
                    leftovers.add(new Leftover(resource, keptOnFailure(resource)));
                }
            }
        }
        work.operation(operation.in(Phase.CLEANUP, leftovers));
        work.stack("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "");
    }
}

package footing.practice.cloudformation;

import footing.practice.StackOperation;
import footing.practice.StackOperation.Kind;
import footing.practice.StackOperation.Leftover;
import footing.practice.StackOperation.Phase;
import footing.practice.StackState;
import footing.practice.cloudformation.Template.Keep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;

/** Deleting stacks. */
final class Deletions {

    private static final Set<String> OVER = Set.of("DELETE_COMPLETE", "DELETE_SKIPPED");

    private final Stacks stacks;

    Deletions(Stacks stacks) {
        this.stacks = stacks;
    }

    /** Begins to delete a stack; a stack that is not there is deleted already. */
    void begin(DeleteStackRequest request) {
        Optional<StackState> found = stacks.find(request.stackName()).filter(StackState::exists);
        if (found.isEmpty()) {
            return;
        }
        StackState stack = found.get();
        String status = Stacks.status(stack);
        if (stack.terminationProtection()) {
            throw Refusals.validation(
                    "Stack [%s] cannot be deleted while TerminationProtection is enabled".formatted(stack.name()));
        }
        if (!request.retainResources().isEmpty() && !status.equals("DELETE_FAILED")) {
            throw Refusals.validation("Invalid operation on stack [" + stack.stackId() + "]. When you delete a stack, "
                    + "specify which resources to retain only when the stack is in the DELETE_FAILED state.");
        }
        Optional<Kind> underWay = stack.operation().map(StackOperation::kind);
        if (underWay.filter((kind) -> kind == Kind.DELETE).isPresent()) {
            return;
        }
        if (underWay.filter((kind) -> kind == Kind.UPDATE).isPresent()) {
            throw Refusals
                    .validation("Stack [%s] cannot be deleted while in status %s".formatted(stack.name(), status));
        }
        List<Leftover> leftovers = stack.resources()
                .stream()
                .filter((one) -> !one.physicalId().isEmpty() && !OVER.contains(one.status().code()))
                .map((one) -> one.withStep(StackState.Step.REST))
                .map((one) -> new Leftover(one, request.retainResources().contains(one.logicalId())
                        || !one.applied().deletionPolicy().equals(Keep.DELETE.written())))
                .toList();
        StackOperation operation = new StackOperation(Kind.DELETE, Phase.ACCEPTED,
                Optional.ofNullable(request.clientRequestToken()), "DO_NOTHING", stack.deployed(), List.of(),
                new TreeSet<>(), leftovers, new TreeSet<>());
        stacks.work(stack.withChangeSets(List.of()), (work) -> {
            work.operation(operation);
            return work;
        });
    }
}

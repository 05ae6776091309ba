package footing.aws.apply;

import footing.aws.AwsErrors;
import footing.aws.SignInNeededException;
import footing.aws.Told;
import footing.aws.UnreachableException;
import footing.aws.apply.ApplyEvent.Cause;
import footing.aws.apply.ApplyEvent.Failure;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** Brings one stack to what the plan wants it to hold. */
final class StackStep {

    private final StackTurn turn;
    private final StackDeployment deployment;
    private final StackDeletion deletion;

    StackStep(StackTurn turn, Waiting waiting) {
        this.turn = turn;
        this.deployment = new StackDeployment(turn, waiting);
        this.deletion = new StackDeletion(turn);
    }

    Optional<Failure> run() {
        try {
            Optional<StackWatch.Seen> there = turn.watch.look(turn.stack.stackName());
            return there.isPresent() ? change(there.get()) : createIfWanted();
        } catch (Waiting.EndedException e) {
            return Optional.of(Failures.of(turn.stack, e.why(), Told.of(e.status())));
        } catch (SdkException | SignInNeededException | UnreachableException | JournalException
                | LostAnswerException e) {
            return Optional.of(Failures.of(turn.stack, Failures.cause(e), AwsErrors.message(e)));
        }
    }

    private Optional<Failure> change(StackWatch.Seen there) {
        return switch (there.condition()) {
            case GONE -> createIfWanted();
            case IN_REVIEW -> turn.leftovers().inTheWay().or(() -> anew(there));
            case ROLLED_BACK -> anew(there);
            case AT_REST -> {
                turn.leftovers().clear();
                yield isWanted() ? deployment.update(there) : deletion.deleteAsReviewed(there);
            }
            case BUSY, CREATE_FAILED, ROLLBACK_FAILED, UPDATE_FAILED, UPDATE_ROLLBACK_FAILED, DELETE_FAILED, OTHER ->
                Optional.of(Failures.of(turn.stack, Cause.STACK_STATE, there.status()));
        };
    }

    private boolean isWanted() {
        return turn.plan.stacks().containsKey(turn.stack);
    }

    private Optional<Failure> createIfWanted() {
        return isWanted() ? deployment.create() : Optional.empty();
    }

    /** Away with a stack that holds nothing and is in the way, and then from the beginning. */
    private Optional<Failure> anew(StackWatch.Seen inTheWay) {
        return deletion.delete(inTheWay).or(this::createIfWanted);
    }
}

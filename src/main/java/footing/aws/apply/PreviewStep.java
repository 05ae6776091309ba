package footing.aws.apply;

import footing.aws.AwsErrors;
import footing.aws.SignInNeededException;
import footing.aws.Told;
import footing.aws.UnreachableException;
import footing.aws.apply.ApplyEvent.Cause;
import footing.aws.apply.ApplyEvent.Failure;
import footing.aws.apply.Preview.Outcome;
import footing.template.Templates;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;

/** Asks CloudFormation what it would do to one stack. */
final class PreviewStep {

    private final StackTurn turn;
    private final ChangeSets changeSets;

    PreviewStep(StackTurn turn, Waiting waiting) {
        this.turn = turn;
        this.changeSets = new ChangeSets(turn.cloudFormation, turn.stack, waiting, turn.writes);
    }

    Outcome run() {
        try {
            return turn.watch.look(turn.stack.stackName())
                    .map(this::ask)
                    .orElseGet(() -> ask(ChangeSetType.CREATE));
        } catch (Waiting.EndedException e) {
            return notTold(e.why(), Told.of(e.status()));
        } catch (SdkException | SignInNeededException | UnreachableException | JournalException
                | LostAnswerException e) {
            return notTold(Failures.cause(e), AwsErrors.message(e));
        }
    }

    private Outcome ask(StackWatch.Seen there) {
        return switch (there.condition()) {
            case GONE -> ask(ChangeSetType.CREATE);
            case AT_REST -> ask(ChangeSetType.UPDATE);
            case IN_REVIEW -> turn.leftovers()
                    .inTheWay()
                    .<Outcome>map(Outcome.NotTold::new)
                    .orElseGet(() -> new Outcome.InTheWay(there.condition()));
            case ROLLED_BACK -> new Outcome.InTheWay(there.condition());
            case BUSY, CREATE_FAILED, ROLLBACK_FAILED, UPDATE_FAILED, UPDATE_ROLLBACK_FAILED, DELETE_FAILED, OTHER ->
                notTold(Cause.STACK_STATE, there.status());
        };
    }

    private Outcome ask(ChangeSetType type) {
        ChangeSets.Made made = changeSets.make(type, UUID.randomUUID().toString(),
                Templates.text(turn.plan, turn.stack));
        if (changeSets.discard(made, type)) {
            // Whoever applies the plan next must not find it in the way.
            turn.watch.untilGone(made.stackId());
        }
        if (made.isEmpty()) {
            return new Outcome.Nothing();
        }
        if (!made.isReady()) {
            return notTold(Cause.AWS, Told.of(made.reason()));
        }
        List<Announced> surprises = new Surprises(turn.plan, turn.stack).among(made.changes());
        // What somebody altered, and nothing would change again, CloudFormation does not announce.
        return Optional.of(type)
                .filter((one) -> one == ChangeSetType.UPDATE && surprises.isEmpty())
                .flatMap((one) -> turn.watch.altered(turn.plan))
                .map((what) -> notTold(Cause.CHANGED_SINCE_REVIEW, what))
                .orElseGet(() -> new Outcome.Changes(made.changes(), surprises));
    }

    private Outcome notTold(Cause cause, String message) {
        Failure failure = Failures.of(turn.stack, cause, message);
        return new Outcome.NotTold(failure);
    }
}

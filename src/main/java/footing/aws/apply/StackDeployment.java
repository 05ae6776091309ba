package footing.aws.apply;

import footing.aws.AwsErrors;
import footing.aws.SignInNeededException;
import footing.aws.Told;
import footing.aws.UnreachableException;
import footing.aws.apply.ApplyEvent.Cause;
import footing.aws.apply.ApplyEvent.Failure;
import footing.template.Templates;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;

/** Makes or changes one stack by a change set that does what was reviewed, and nothing else. */
final class StackDeployment {

    private final StackTurn turn;
    private final ChangeSets changeSets;

    StackDeployment(StackTurn turn, Waiting waiting) {
        this.turn = turn;
        this.changeSets = new ChangeSets(turn.cloudFormation, turn.stack, waiting, turn.writes);
    }

    Optional<Failure> create() {
        return deploy(ChangeSetType.CREATE, false);
    }

    Optional<Failure> update(StackWatch.Seen there) {
        return deploy(ChangeSetType.UPDATE, there.isProtected());
    }

    private Optional<Failure> deploy(ChangeSetType type, boolean isProtected) {
        String token = UUID.randomUUID().toString();
        ChangeSets.Made made = changeSets.make(type, token, template());
        if (made.isEmpty()) {
            changeSets.discard(made, type);
            turn.events.accept(new ApplyEvent.NothingToDo(turn.stack));
            return Optional.empty();
        }
        if (!made.isReady()) {
            changeSets.discard(made, type);
            return Optional.of(Failures.of(turn.stack, Cause.AWS, Told.of(made.reason())));
        }
        turn.events.accept(new ApplyEvent.ChangeSetReady(turn.stack, made.changes()));
        Optional<String> surprise = new Surprises(turn.plan, turn.stack).among(made.changes())
                .stream()
                .findFirst()
                .map(Surprises::words)
                .or(() -> type == ChangeSetType.UPDATE ? altered() : Optional.empty());
        if (surprise.isPresent()) {
            changeSets.discard(made, type);
            return Optional.of(Failures.of(turn.stack, Cause.CHANGED_SINCE_REVIEW, surprise.get()));
        }
        return carriedOut(made, type, token, isProtected);
    }

    private Optional<Failure> carriedOut(ChangeSets.Made made, ChangeSetType type, String token,
            boolean isProtected) {
        String action = type.toString();
        turn.begin(action, token);
        turn.ask(action, token, () -> execute(made, type, token));
        // At once, so that it is protected also where nobody waits for its end; a refusal is told when that has come.
        Optional<Failure> unprotected = isProtected ? Optional.empty() : turn.protect(made.stackId());
        StackWatch.Seen end = turn.watched(action, token, made.stackId());
        return turn.ended(action, token, end, end.isDone())
                .or(() -> unprotected.isPresent() && !end.isProtected()
                        ? turn.protect(end.stackId())
                        : Optional.empty());
    }

    private String template() {
        String template = Templates.text(turn.plan, turn.stack);
        int bytes = template.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Templates.MAX_BYTES) {
            throw new IllegalStateException(turn.stack.label() + " is too large: " + bytes + " bytes");
        }
        return template;
    }

    /**
     * What is in the stack and was not when the plan was made. Looked at once the change set is there: CloudFormation
     * does not execute it if the stack is changed after that.
     */
    private Optional<String> altered() {
        return turn.watch.altered(turn.plan);
    }

    private void execute(ChangeSets.Made made, ChangeSetType type, String token) {
        try {
            turn.writes.executeChangeSet(made, token);
        } catch (SdkException | SignInNeededException | UnreachableException e) {
            if (AwsErrors.isRefusal(e)) {
                // Only where it certainly was not executed: with a new change set its stack goes too.
                changeSets.discard(made, type);
            }
            throw e;
        }
    }
}

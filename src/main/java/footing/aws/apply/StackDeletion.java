package footing.aws.apply;

import footing.aws.FromSdk;
import footing.aws.Told;
import footing.aws.apply.ApplyEvent.Cause;
import footing.aws.apply.ApplyEvent.Failure;
import footing.plan.Change;
import footing.plan.PlannedChange;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** Deletes one stack; what holds logs stays. */
final class StackDeletion {

    private static final String ACTION = "DELETE";

    private final StackTurn turn;

    StackDeletion(StackTurn turn) {
        this.turn = turn;
    }

    /** What somebody put into the stack since the review, or altered, would go with it. */
    Optional<Failure> deleteAsReviewed(StackWatch.Seen there) {
        return unreviewed(there).or(() -> turn.watch.altered(turn.plan))
                .map((what) -> Failures.of(turn.stack, Cause.CHANGED_SINCE_REVIEW, what))
                .or(() -> delete(there));
    }

    private Optional<String> unreviewed(StackWatch.Seen there) {
        Set<String> reviewed = turn.plan.changes(turn.stack)
                .stream()
                .filter((change) -> change.kind() == PlannedChange.Kind.REMOVE)
                .map((change) -> ((Change.StackResource) change.change()).logicalId())
                .collect(Collectors.toSet());
        return turn.cloudFormation.listStackResourcesPaginator((request) -> request.stackName(there.stackId()))
                .stackResourceSummaries()
                .stream()
                .filter(FromSdk::isHeld)
                .map(StackResourceSummary::logicalResourceId)
                .filter((held) -> !reviewed.contains(held))
                .findFirst()
                .map((held) -> Told.of("Add " + held));
    }

    Optional<Failure> delete(StackWatch.Seen there) {
        String token = UUID.randomUUID().toString();
        turn.begin(ACTION, token);
        boolean gone = false;
        try {
            turn.ask(ACTION, token, () -> {
                if (there.isProtected()) {
                    turn.writes.protect(there.stackId(), false);
                }
                turn.writes.deleteStack(there.stackId(), token);
            });
            StackWatch.Seen end = turn.watched(ACTION, token, there.stackId());
            gone = end.isGone();
            return turn.ended(ACTION, token, end, gone);
        } finally {
            if (there.isProtected() && !gone) {
                turn.protect(there.stackId())
                        .ifPresent((failure) -> turn.events.accept(new ApplyEvent.Failed(failure)));
            }
        }
    }
}

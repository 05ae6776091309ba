package footing.aws.apply;

import footing.aws.AwsErrors;
import footing.aws.FromSdk;
import footing.aws.SignInNeededException;
import footing.aws.Told;
import footing.aws.UnreachableException;
import footing.aws.apply.ApplyEvent.Cause;
import footing.aws.apply.ApplyEvent.Failure;
import footing.plan.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;

/** The change sets that a stack has already: which of them are in the way, and which nobody will execute any more. */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    /**
     * A run executes what it made within {@link ChangeSets#LONGEST}, or throws it away: one that is so old is nobody's,
     * whatever the clocks say. A younger one may be that of a run on another machine.
     */
    private static final Duration LONG_SINCE = Duration.ofHours(1);
    private static final Set<ExecutionStatus> EXECUTED = Set.of(ExecutionStatus.EXECUTE_IN_PROGRESS,
            ExecutionStatus.EXECUTE_COMPLETE);

    private final CloudFormationClient cloudFormation;
    private final Stack stack;
    private final ApplyOptions options;
    private final StackWrites writes;

    Leftovers(CloudFormationClient cloudFormation, Stack stack, ApplyOptions options, StackWrites writes) {
        this.cloudFormation = cloudFormation;
        this.stack = stack;
        this.options = options;
        this.writes = writes;
    }

    /** Why a stack that is in review has to stay so. */
    Optional<Failure> inTheWay() {
        List<ChangeSetSummary> all = listed(cloudFormation, stack.stackName());
        return first(all, (one) -> !isOurs(one) || isExecuted(one), Cause.FOREIGN_CHANGE_SET)
                .or(() -> first(all, (one) -> !isLeftBehind(one), Cause.OTHER_RUN));
    }

    private Optional<Failure> first(List<ChangeSetSummary> all, Predicate<ChangeSetSummary> which, Cause cause) {
        return all.stream()
                .filter(which)
                .findFirst()
                .map((one) -> Failures.of(stack, cause, Told.of(FromSdk.text(one.changeSetName()))));
    }

    /** Clears away what earlier runs made for a living stack and did not come to execute; what another may yet stays. */
    void clear() {
        try {
            listed(cloudFormation, stack.stackName()).stream()
                    .filter((one) -> isOurs(one) && !isExecuted(one) && isLeftBehind(one))
                    .forEach((one) -> writes.deleteChangeSet(one.changeSetName(), one.changeSetId(), one.stackId()));
        } catch (SdkException | SignInNeededException | UnreachableException | LostAnswerException e) {
            // They do no harm; what is to be done now matters more.
            LOG.warn("Old change sets of {} stay behind: {}", stack.label(), AwsErrors.message(e));
        }
    }

    static List<ChangeSetSummary> listed(CloudFormationClient cloudFormation, String stack) {
        return cloudFormation.listChangeSetsPaginator((request) -> request.stackName(stack))
                .summaries()
                .stream()
                .toList();
    }

    private static boolean isOurs(ChangeSetSummary one) {
        return ChangeSets.isOurs(FromSdk.text(one.changeSetName()));
    }

    private static boolean isExecuted(ChangeSetSummary one) {
        return EXECUTED.contains(one.executionStatus());
    }

    private boolean isLeftBehind(ChangeSetSummary one) {
        Instant longSince = options.clock().instant().minus(LONG_SINCE);
        return Optional.ofNullable(one.creationTime()).filter((made) -> made.isBefore(longSince)).isPresent()
                || options.journal().isLeftBehind(one.changeSetName());
    }
}

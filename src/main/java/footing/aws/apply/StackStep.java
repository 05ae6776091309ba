package footing.aws.apply;

import footing.account.StackCondition;
import footing.aws.AwsClients;
import footing.aws.AwsErrors;
import footing.aws.FromSdk;
import footing.aws.SignInNeededException;
import footing.aws.Told;
import footing.aws.UnreachableException;
import footing.aws.apply.ApplyEvent.Cause;
import footing.aws.apply.ApplyEvent.Failure;
import footing.plan.Change;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.plan.Ripples;
import footing.plan.Stack;
import footing.template.Templates;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** Brings one stack to what the plan wants it to hold. */
final class StackStep {

    private static final Logger LOG = LoggerFactory.getLogger(StackStep.class);

    private final CloudFormationClient cloudFormation;
    private final Plan plan;
    private final Stack stack;
    private final Scribe scribe;
    private final Consumer<ApplyEvent> events;
    private final StackWatch watch;
    private final ChangeSets changeSets;

    StackStep(AwsClients clients, Plan plan, Stack stack, Waiting waiting, Scribe scribe,
            Consumer<ApplyEvent> events) {
        this.cloudFormation = clients.get(CloudFormationClient.class, stack.region(plan.home()));
        this.plan = plan;
        this.stack = stack;
        this.scribe = scribe;
        this.events = events;
        this.watch = new StackWatch(cloudFormation, stack, waiting, events);
        this.changeSets = new ChangeSets(cloudFormation, stack, waiting);
    }

    Optional<Failure> run() {
        try {
            Optional<StackWatch.Seen> there = watch.look(stack.stackName());
            StackCondition condition = there.map(StackWatch.Seen::condition).orElse(StackCondition.GONE);
            return switch (condition) {
                case GONE -> wanted() ? deploy(ChangeSetType.CREATE) : Optional.empty();
                case IN_REVIEW -> changeSets.foreign()
                        .map((name) -> Failures.of(stack, Cause.FOREIGN_CHANGE_SET, name))
                        .or(() -> anew(there));
                case ROLLED_BACK -> anew(there);
                case AT_REST -> {
                    changeSets.discardStale();
                    yield wanted() ? deploy(ChangeSetType.UPDATE) : there.flatMap(this::deleteAsReviewed);
                }
                case BUSY, CREATE_FAILED, ROLLBACK_FAILED, UPDATE_FAILED, UPDATE_ROLLBACK_FAILED, DELETE_FAILED, OTHER ->
                    Optional.of(Failures.of(stack, Cause.STACK_STATE, there.map(StackWatch.Seen::status).orElse("")));
            };
        } catch (Waiting.EndedException e) {
            return Optional.of(Failures.of(stack, e.why(), Told.of(e.status())));
        } catch (SdkException | SignInNeededException | UnreachableException | JournalException
                | LostAnswerException e) {
            return Optional.of(Failures.of(stack, Failures.cause(e), AwsErrors.message(e)));
        }
    }

    private boolean wanted() {
        return plan.stacks().containsKey(stack);
    }

    /** Away with a stack that holds nothing and is in the way, and then from the beginning. */
    private Optional<Failure> anew(Optional<StackWatch.Seen> inTheWay) {
        Optional<Failure> stays = inTheWay.flatMap(this::delete);
        return stays.isPresent() || !wanted() ? stays : deploy(ChangeSetType.CREATE);
    }

    private Optional<Failure> deploy(ChangeSetType type) {
        String template = Templates.text(plan, stack);
        int bytes = template.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Templates.MAX_BYTES) {
            throw new IllegalStateException(stack.stackName() + " is too large: " + bytes + " bytes");
        }
        String token = UUID.randomUUID().toString();
        ChangeSets.Made made = changeSets.make(type, token, template);
        if (made.isEmpty()) {
            changeSets.discard(made, type);
            events.accept(new ApplyEvent.NothingToDo(stack));
            return Optional.empty();
        }
        if (!made.isReady()) {
            changeSets.discard(made, type);
            return Optional.of(Failures.of(stack, Cause.AWS, Told.of(made.reason())));
        }
        events.accept(new ApplyEvent.ChangeSetReady(stack, made.changes()));
        Optional<String> surprise = made.surprise(plan.changes(stack), Ripples.of(plan, stack));
        if (surprise.isPresent()) {
            changeSets.discard(made, type);
            return Optional.of(Failures.of(stack, Cause.CHANGED_SINCE_REVIEW, surprise.get()));
        }
        scribe.stack(JournalEntry.Kind.WRITING, stack, type.toString(), token, "");
        execute(made, type, token);
        // At once, so that it is protected also where nobody waits for its end; a refusal is told when that has come.
        Optional<Failure> unprotected = protection(made.stackId());
        StackWatch.Seen end = watched(type.toString(), token, () -> watch.untilItRests(made.stackId(), token));
        return ended(type.toString(), token, end, end.isDone())
                .or(() -> unprotected.isPresent() && !end.isProtected() ? protection(end.stackId()) : Optional.empty());
    }

    private void execute(ChangeSets.Made made, ChangeSetType type, String token) {
        try {
            cloudFormation.executeChangeSet((request) -> request.changeSetName(made.id())
                    .stackName(made.stackId())
                    .clientRequestToken(token));
        } catch (SdkException | SignInNeededException | UnreachableException e) {
            RuntimeException thrown = LostAnswerException.orItself(e);
            scribe.stack(LostAnswerException.entry(thrown), stack, type.toString(), token, AwsErrors.message(e));
            if (AwsErrors.isRefusal(e)) {
                // Only where it certainly was not executed: with a new change set its stack goes too.
                changeSets.discard(made, type);
            }
            throw thrown;
        }
    }

    /** What somebody put into the stack since the review would go with it. */
    private Optional<Failure> deleteAsReviewed(StackWatch.Seen there) {
        Set<String> reviewed = plan.changes(stack)
                .stream()
                .filter((change) -> change.kind() == PlannedChange.Kind.REMOVE)
                .map((change) -> ((Change.StackResource) change.change()).logicalId())
                .collect(Collectors.toSet());
        return cloudFormation.listStackResourcesPaginator((request) -> request.stackName(there.stackId()))
                .stackResourceSummaries()
                .stream()
                .filter(FromSdk::isHeld)
                .map(StackResourceSummary::logicalResourceId)
                .filter((held) -> !reviewed.contains(held))
                .findFirst()
                .map((held) -> Failures.of(stack, Cause.CHANGED_SINCE_REVIEW, Told.of("Add " + held)))
                .or(() -> delete(there));
    }

    /** Deletes the stack; what holds logs stays. */
    private Optional<Failure> delete(StackWatch.Seen there) {
        String token = UUID.randomUUID().toString();
        scribe.stack(JournalEntry.Kind.WRITING, stack, "DELETE", token, "");
        boolean gone = false;
        try {
            if (there.isProtected()) {
                protect(there.stackId(), false);
            }
            cloudFormation.deleteStack((request) -> request.stackName(there.stackId()).clientRequestToken(token));
            StackWatch.Seen end = watched("DELETE", token, () -> watch.untilItRests(there.stackId(), token));
            gone = end.isGone();
            return ended("DELETE", token, end, gone);
        } catch (SdkException | SignInNeededException | UnreachableException e) {
            RuntimeException thrown = LostAnswerException.orItself(e);
            scribe.stack(LostAnswerException.entry(thrown), stack, "DELETE", token, AwsErrors.message(e));
            throw thrown;
        } finally {
            if (there.isProtected() && !gone) {
                protection(there.stackId()).ifPresent((failure) -> events.accept(new ApplyEvent.Failed(failure)));
            }
        }
    }

    /** What goes wrong while it is watched leaves its end open. */
    private StackWatch.Seen watched(String action, String token, Supplier<StackWatch.Seen> look) {
        try {
            return look.get();
        } catch (Waiting.EndedException e) {
            scribe.stack(JournalEntry.Kind.UNKNOWN, stack, action, token, e.status());
            throw e;
        } catch (SdkException | SignInNeededException | UnreachableException e) {
            scribe.stack(JournalEntry.Kind.UNKNOWN, stack, action, token, AwsErrors.message(e));
            throw new Waiting.EndedException(Failures.cause(e) == Cause.CREDENTIALS
                    ? Cause.CREDENTIALS
                    : Cause.LOST_SIGHT, AwsErrors.message(e));
        }
    }

    private Optional<Failure> ended(String action, String token, StackWatch.Seen end, boolean done) {
        scribe.stack(done ? JournalEntry.Kind.WRITTEN : JournalEntry.Kind.FAILED, stack, action, token, end.status());
        events.accept(new ApplyEvent.StackEnded(stack, end.status()));
        return done ? Optional.empty() : Optional.of(Failures.of(stack, end, watch.firstCause()));
    }

    /** Switches termination protection on; why it could not be, where it could not. What the stack holds is there. */
    private Optional<Failure> protection(String stackId) {
        try {
            protect(stackId, true);
            return Optional.empty();
        } catch (SdkException | SignInNeededException | UnreachableException e) {
            LOG.warn("The stack {} is without termination protection: {}", stack.label(), AwsErrors.message(e));
            return Optional.of(Failures.of(stack, Cause.UNPROTECTED, AwsErrors.message(e)));
        }
    }

    private void protect(String stackId, boolean on) {
        cloudFormation.updateTerminationProtection(
                (request) -> request.stackName(stackId).enableTerminationProtection(on));
    }
}

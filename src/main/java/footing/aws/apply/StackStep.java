package footing.aws.apply;

import footing.aws.AwsClients;
import footing.aws.AwsErrors;
import footing.aws.FromSdk;
import footing.aws.SignInNeededException;
import footing.aws.Told;
import footing.aws.UnreachableException;
import footing.aws.apply.ApplyEvent.Cause;
import footing.aws.apply.ApplyEvent.Failure;
import footing.plan.Plan;
import footing.plan.Stack;
import footing.template.Templates;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;

/** Brings one stack to what the plan wants it to hold. */
final class StackStep {

    private final CloudFormationClient cloudFormation;
    private final Plan plan;
    private final Stack stack;
    private final Scribe scribe;
    private final Consumer<ApplyEvent> events;
    private final StackWatch watch;
    private final ChangeSets changeSets;

    StackStep(AwsClients clients, Plan plan, Stack stack, ApplyOptions options, Scribe scribe,
            Consumer<ApplyEvent> events) {
        this.cloudFormation = clients.get(CloudFormationClient.class, stack.region(plan.home()));
        this.plan = plan;
        this.stack = stack;
        this.scribe = scribe;
        this.events = events;
        this.watch = new StackWatch(cloudFormation, stack, options.pause(), events);
        this.changeSets = new ChangeSets(cloudFormation, stack, options.pause());
    }

    /** What a stack's state allows. */
    private enum State {
        /** It is not there. */
        NONE,
        /** It holds nothing and is in the way: what a failed creation, or a change set nobody executed, leaves. */
        LEFT_OVER,
        /** It can be changed. */
        READY,
        /** It is being changed, or something went so wrong that a person has to look. */
        NOT_NOW;

        static State of(String status) {
            return switch (status) {
                case "DELETE_COMPLETE" -> NONE;
                case "REVIEW_IN_PROGRESS", "ROLLBACK_COMPLETE" -> LEFT_OVER;
                case "CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "IMPORT_COMPLETE", "IMPORT_ROLLBACK_COMPLETE" ->
                    READY;
                default -> NOT_NOW;
            };
        }
    }

    Optional<Failure> run() {
        try {
            Optional<StackWatch.Seen> there = watch.look(stack.stackName());
            State state = there.map((seen) -> State.of(seen.status())).orElse(State.NONE);
            if (state == State.NOT_NOW) {
                return Optional.of(Failures.of(stack, Cause.STACK_STATE,
                        there.map(StackWatch.Seen::status).orElse("")));
            }
            if (!plan.stacks().containsKey(stack)) {
                return state == State.NONE ? Optional.empty() : there.flatMap(this::delete);
            }
            Optional<Failure> inTheWay = state == State.LEFT_OVER ? there.flatMap(this::delete) : Optional.empty();
            return inTheWay.isPresent()
                    ? inTheWay
                    : deploy(state == State.READY ? ChangeSetType.UPDATE : ChangeSetType.CREATE);
        } catch (SdkException | SignInNeededException | UnreachableException | JournalException e) {
            return Optional.of(Failures.of(stack, Failures.cause(e), AwsErrors.message(e)));
        }
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
        Optional<String> surprise = made.surprise(plan.changes(stack));
        if (surprise.isPresent()) {
            changeSets.discard(made, type);
            return Optional.of(Failures.of(stack, Cause.CHANGED_SINCE_REVIEW, surprise.get()));
        }
        scribe.stack(JournalEntry.Kind.WRITING, stack, type.toString(), token, "");
        cloudFormation.executeChangeSet((request) -> request.changeSetName(made.id())
                .stackName(made.stackId())
                .clientRequestToken(token));
        StackWatch.Seen end = watch.untilItRests(made.stackId(), token);
        return ended(type.toString(), token, end, end.isDone());
    }

    /** Deletes the stack; what holds logs stays. */
    private Optional<Failure> delete(StackWatch.Seen there) {
        String token = UUID.randomUUID().toString();
        scribe.stack(JournalEntry.Kind.WRITING, stack, "DELETE", token, "");
        if (there.isProtected()) {
            protect(there.stackId(), false);
        }
        cloudFormation.deleteStack((request) -> request.stackName(there.stackId()).clientRequestToken(token));
        StackWatch.Seen end = watch.untilItIsGone(there.stackId(), token);
        return ended("DELETE", token, end, end.status().equals(StackWatch.GONE));
    }

    private Optional<Failure> ended(String action, String token, StackWatch.Seen end, boolean done) {
        scribe.stack(done ? JournalEntry.Kind.WRITTEN : JournalEntry.Kind.FAILED, stack, action, token, end.status());
        events.accept(new ApplyEvent.StackEnded(stack, end.status()));
        if (done) {
            if (!end.isProtected() && !end.status().equals(StackWatch.GONE)) {
                protect(end.stackId(), true);
            }
            return Optional.empty();
        }
        return Optional.of(watch.firstCause()
                .map((event) -> new Failure(Cause.AWS, FromSdk.text(event.logicalResourceId()),
                        FromSdk.text(event.resourceType()), Told.of(FromSdk.text(event.resourceStatusReason())),
                        end.isRolledBack()))
                .orElseGet(() -> new Failure(Cause.AWS, stack.label(), Failures.STACK,
                        Told.of((end.status() + " " + end.reason()).strip()), end.isRolledBack())));
    }

    private void protect(String stackId, boolean on) {
        cloudFormation.updateTerminationProtection(
                (request) -> request.stackName(stackId).enableTerminationProtection(on));
    }
}

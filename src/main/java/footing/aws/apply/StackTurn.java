package footing.aws.apply;

import footing.aws.AwsClients;
import footing.aws.AwsErrors;
import footing.aws.SignInNeededException;
import footing.aws.UnreachableException;
import footing.aws.apply.ApplyEvent.Cause;
import footing.aws.apply.ApplyEvent.Failure;
import footing.plan.Plan;
import footing.plan.Stack;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** What making, changing and deleting one stack have in common: how it is looked at, written to and written down. */
final class StackTurn {

    private static final Logger LOG = LoggerFactory.getLogger(StackTurn.class);

    final CloudFormationClient cloudFormation;
    final Plan plan;
    final Stack stack;
    final Consumer<ApplyEvent> events;
    final StackWatch watch;
    final StackWrites writes;
    private final ApplyOptions options;
    private final Scribe scribe;

    StackTurn(AwsClients clients, Plan plan, Stack stack, ApplyOptions options, Waiting waiting, Scribe scribe,
            Consumer<ApplyEvent> events) {
        this.cloudFormation = clients.get(CloudFormationClient.class, stack.region(plan.home()));
        this.plan = plan;
        this.stack = stack;
        this.options = options;
        this.scribe = scribe;
        this.events = events;
        this.watch = new StackWatch(cloudFormation, stack, waiting, events);
        this.writes = new StackWrites(cloudFormation, stack, scribe);
    }

    Leftovers leftovers() {
        return new Leftovers(cloudFormation, stack, options, writes);
    }

    /** @param action {@code CREATE}, {@code UPDATE}, {@code DELETE} */
    void begin(String action, String token) {
        scribe.stack(JournalEntry.Kind.WRITING, stack, action, token, "");
    }

    /** Does what begins it. What goes wrong with that is its end. */
    void ask(String action, String token, Runnable call) {
        try {
            call.run();
        } catch (SdkException | SignInNeededException | UnreachableException e) {
            scribe.stack(JournalEntry.Kind.FAILED, stack, action, token, AwsErrors.message(e));
            throw e;
        } catch (JournalException e) {
            throw e;
        } catch (RuntimeException e) {
            scribe.stack(JournalEntry.Kind.UNKNOWN, stack, action, token, AwsErrors.message(e));
            throw e;
        }
    }

    /** Waits for its end. What goes wrong with that leaves it open. */
    StackWatch.Seen watched(String action, String token, String stackId) {
        try {
            return watch.untilItRests(stackId, token);
        } catch (Waiting.EndedException e) {
            scribe.stack(JournalEntry.Kind.UNKNOWN, stack, action, token, e.status());
            throw e;
        } catch (SdkException | SignInNeededException | UnreachableException e) {
            scribe.stack(JournalEntry.Kind.UNKNOWN, stack, action, token, AwsErrors.message(e));
            throw new Waiting.EndedException(Failures.cause(e) == Cause.CREDENTIALS
                    ? Cause.CREDENTIALS
                    : Cause.LOST_SIGHT, AwsErrors.message(e));
        } catch (RuntimeException e) {
            scribe.stack(JournalEntry.Kind.UNKNOWN, stack, action, token, AwsErrors.message(e));
            throw e;
        }
    }

    Optional<Failure> ended(String action, String token, StackWatch.Seen end, boolean done) {
        scribe.stack(done ? JournalEntry.Kind.WRITTEN : JournalEntry.Kind.FAILED, stack, action, token, end.status());
        events.accept(new ApplyEvent.StackEnded(stack, end.status()));
        return done ? Optional.empty() : Optional.of(Failures.of(stack, end, watch.firstCause()));
    }

    /** Switches termination protection on; why it could not be, where it could not. What the stack holds is there. */
    Optional<Failure> protect(String stackId) {
        try {
            writes.protect(stackId, true);
            events.accept(new ApplyEvent.Protected(stack, options.clock().instant()));
            return Optional.empty();
        } catch (SdkException | SignInNeededException | UnreachableException | LostAnswerException e) {
            LOG.warn("The stack {} is without termination protection: {}", stack.label(), AwsErrors.message(e));
            return Optional.of(Failures.of(stack, Cause.UNPROTECTED, AwsErrors.message(e)));
        }
    }
}

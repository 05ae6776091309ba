package footing.aws.apply;

import footing.account.DeployedStack;
import footing.aws.AwsClients;
import footing.aws.AwsErrors;
import footing.aws.SignInNeededException;
import footing.aws.UnreachableException;
import footing.aws.apply.ApplyEvent.Failure;
import footing.plan.Plan;
import footing.plan.Stack;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** Carries out a plan. */
public final class Apply {

    private Apply() {
    }

    /**
     * Carries out a plan step by step: settings that a stack needs, the stacks, the settings that need a stack. What
     * fails is told, what needs it is left, everything else goes on.
     *
     * <p>
     * Interrupting the caller stops between two steps, and stops watching a stack: CloudFormation goes on with it. A
     * call to AWS that is under way is never broken off, since nobody could tell then whether it was done. The caller's
     * interrupt status is set again at the end.
     *
     * @param events what happens, one event at a time, from another thread
     * @return the last event
     */
    public static ApplyEvent.Ended run(AwsClients clients, Plan plan, ApplyOptions options,
            Consumer<ApplyEvent> events) {
        return unbroken((stopped) -> new ApplyRun(clients, plan, options, new Telling(events), stopped).run());
    }

    /**
     * Asks CloudFormation what it would do to the stacks that a plan makes or alters, all at once. Nothing of it is
     * done: what is made for asking is thrown away again, and journalled. Interrupting the caller ends the wait.
     *
     * @param ofRun whether the plan is about to be carried out: then whoever finds that it died here can go on
     */
    public static Preview preview(AwsClients clients, Plan plan, ApplyOptions options, boolean ofRun) {
        return unbroken((stopped) -> {
            Waiting waiting = new Waiting(options.clock(), options.pause(), stopped);
            Scribe scribe = new Scribe(options, plan);
            if (ofRun) {
                scribe.began();
            }
            try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Preview.OfStack>> asked = plan.stacks()
                        .keySet()
                        .stream()
                        .filter((stack) -> !plan.changes(stack).isEmpty())
                        .map((stack) -> each.submit(() -> new Preview.OfStack(stack, new PreviewStep(
                                new StackTurn(clients, plan, stack, options, waiting, scribe, (event) -> {
                                }), waiting).run())))
                        .toList();
                Preview preview = new Preview(asked.stream().map(Apply::got).toList());
                if (ofRun) {
                    scribe.ended(0, 0);
                }
                return preview;
            }
        });
    }

    /** What was asked for; nobody breaks that off. */
    private static <R> R got(Future<R> asked) {
        try {
            return asked.get();
        } catch (ExecutionException broken) {
            throw itself(broken);
        } catch (InterruptedException never) {
            throw new IllegalStateException("nobody interrupts this thread", never);
        }
    }

    private static RuntimeException itself(ExecutionException broken) {
        return broken.getCause() instanceof RuntimeException itself
                ? itself
                : new IllegalStateException("applying broke off", broken.getCause());
    }

    /**
     * Waits until CloudFormation has ended what it is doing to a stack, whoever asked for that: an earlier run that was
     * broken off, or somebody else. It writes nothing. The account has to be surveyed again afterwards. Interrupting
     * the caller ends the wait.
     *
     * @param listener what happens to the stack from now on, one event at a time, from another thread
     * @return why it cannot be told how it ended; empty where it has ended, well or badly
     */
    public static Optional<Failure> settle(AwsClients clients, DeployedStack busy, Clock clock, Duration pollInterval,
            Consumer<ApplyEvent> listener) {
        Consumer<ApplyEvent> events = new Telling(listener);
        Stack stack = Stack.of(busy);
        CloudFormationClient cloudFormation = clients.get(CloudFormationClient.class, busy.region());
        return unbroken((stopped) -> {
            StackWatch watch = new StackWatch(cloudFormation, stack,
                    new Waiting(clock, Pause.of(pollInterval), stopped), events);
            try {
                Optional<StackWatch.Seen> there = watch.look(stack.stackName()).filter((seen) -> !seen.rests());
                there.ifPresent((seen) -> {
                    events.accept(new ApplyEvent.Waited(stack, seen.status(), busy.since()));
                    StackWatch.Seen end = watch.untilOthersAreDone(seen.stackId());
                    events.accept(new ApplyEvent.StackEnded(stack, end.status()));
                });
                return Optional.empty();
            } catch (Waiting.EndedException e) {
                return Optional.of(Failures.of(stack, e.why(), e.status()));
            } catch (SdkException | SignInNeededException | UnreachableException e) {
                return Optional.of(Failures.of(stack, Failures.cause(e), AwsErrors.message(e)));
            }
        });
    }

    /** Runs it on a thread that nobody interrupts; it is told to stop instead. */
    private static <R> R unbroken(Function<BooleanSupplier, R> work) {
        AtomicBoolean stopped = new AtomicBoolean();
        FutureTask<R> run = new FutureTask<>(() -> work.apply(stopped::get));
        Thread.ofVirtual().name("apply").start(run);
        try {
            while (true) {
                try {
                    return run.get();
                } catch (InterruptedException stop) {
                    // The work looks at this before its next step, and is waited for until then.
                    stopped.set(true);
                }
            }
        } catch (ExecutionException broken) {
            throw itself(broken);
        } finally {
            if (stopped.get()) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package footing.aws.apply;

import footing.aws.AwsClients;
import footing.plan.Plan;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Carries out a plan. */
public final class Apply {

    private Apply() {
    }

    /**
     * Carries out a plan step by step: settings that a stack needs, the stacks, the settings that need a stack. What
     * fails is told, what needs it is left, everything else goes on.
     *
     * <p>
     * Interrupting the caller stops between two steps: a call to AWS that is under way is never broken off, since
     * nobody could tell then whether it was done. The caller's interrupt status is set again at the end.
     *
     * @param events what happens, one event at a time, from another thread
     * @return the last event
     */
    public static ApplyEvent.Ended run(AwsClients clients, Plan plan, ApplyOptions options,
            Consumer<ApplyEvent> events) {
        AtomicBoolean stopped = new AtomicBoolean();
        FutureTask<ApplyEvent.Ended> run = new FutureTask<>(
                () -> new ApplyRun(clients, plan, options, events, stopped::get).run());
        Thread.ofVirtual().name("apply").start(run);
        try {
            while (true) {
                try {
                    return run.get();
                } catch (InterruptedException stop) {
                    // The run looks at this before its next step, and is waited for until then.
                    stopped.set(true);
                }
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException("applying broke off", broken.getCause());
        } finally {
            if (stopped.get()) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

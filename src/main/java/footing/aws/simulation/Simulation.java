package footing.aws.simulation;

import footing.account.Identity;
import footing.account.Permission;
import footing.account.Region;
import footing.aws.AwsClients;
import footing.aws.AwsErrors;
import footing.plan.Allowance.Doubt;
import footing.plan.Allowances;
import footing.plan.IamPolicy;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What whoever is signed in may do of all that a policy allows, as AWS simulates it. Nothing is done, and nothing that
 * AWS refuses is thrown: what cannot be told is not known, with the reason.
 */
public final class Simulation {

    /** What it calls itself. */
    public static final SortedSet<Permission> PERMISSIONS = Collections.unmodifiableSortedSet(new TreeSet<>(
            List.of(new Permission("iam:GetRole"), new Permission("iam:SimulatePrincipalPolicy"))));

    /** Calls in all, also where IAM does not take what is asked and it is asked again by halves. */
    private static final int MOST_CALLS = 120;
    private static final int AT_A_TIME = 5;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Simulator simulator;
    private final Source source;
    private final List<Question> questions;
    private final Decisions decisions;

    private Simulation(AwsClients clients, Identity who, Region home, IamPolicy policy) {
        this.simulator = new Simulator(clients, home, MOST_CALLS);
        this.source = Source.of(who);
        this.questions = Question.of(policy, home);
        this.decisions = new Decisions(policy,
                new Doubt.NoAnswer("no answer within " + LONGEST.toSeconds() + " s"));
    }

    /**
     * Blocks until everything was asked, for a minute at most.
     *
     * @param policy what the plan takes, statement by statement
     * @throws CancellationException where this thread was interrupted
     */
    public static Allowances run(AwsClients clients, Identity who, Region home, IamPolicy policy) {
        if (policy.statements().isEmpty()) {
            return new Allowances(List.of());
        }
        Simulation simulation = new Simulation(clients, who, home, policy);
        ExecutorService threads = Executors
                .newThreadPerTaskExecutor(Thread.ofVirtual().name("simulation-", 0).factory());
        try {
            threads.submit(() -> simulation.ask(threads)).get(LONGEST.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            // What was answered until now counts.
        } catch (ExecutionException unexpected) {
            simulation.decisions.otherwise(new Doubt.NoAnswer(
                    AwsErrors.message(Optional.ofNullable(unexpected.getCause()).orElse(unexpected))));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("the simulation was stopped");
            cancelled.initCause(stopped);
            throw cancelled;
        } finally {
            threads.shutdownNow();
        }
        return simulation.decisions.allowances();
    }

    /** One question first: who may not ask is told so once, and not by as many alarms as there are questions. */
    private Void ask(ExecutorService threads) throws ExecutionException, InterruptedException {
        switch (simulator.principal(source)) {
            case Simulator.Principal.None(Doubt why) -> decisions.otherwise(why);
            case Simulator.Principal.Found(String arn) -> {
                if (!questions.isEmpty() && ask(arn, questions.getFirst())) {
                    Semaphore limit = new Semaphore(AT_A_TIME);
                    List<Callable<Boolean>> rest = questions.subList(1, questions.size())
                            .stream()
                            .<Callable<Boolean>>map((question) -> () -> limited(limit, arn, question))
                            .toList();
                    for (Future<Boolean> one : threads.invokeAll(rest)) {
                        one.get();
                    }
                }
            }
        }
        return null;
    }

    private boolean limited(Semaphore limit, String principal, Question question) throws InterruptedException {
        limit.acquire();
        try {
            return ask(principal, question);
        } finally {
            limit.release();
        }
    }

    /** @return whether it is of use to ask on */
    private boolean ask(String principal, Question question) {
        boolean goOn = true;
        for (Simulator.Answered answered : simulator.ask(principal, question)) {
            switch (answered.answer()) {
                case Simulator.Answer.Given(var results) -> decisions.add(answered.question(), results);
                case Simulator.Answer.None(Doubt why) -> {
                    decisions.add(answered.question(), why);
                    if (why instanceof Doubt.MayNotAsk || why instanceof Doubt.NoAnswer) {
                        decisions.otherwise(why);
                        goOn = false;
                    }
                }
            }
        }
        return goOn;
    }
}

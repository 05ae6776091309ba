package footing.aws.survey;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Identity;
import footing.account.Partition;
import footing.account.Permission;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.aws.AwsClients;
import footing.aws.AwsErrors;
import footing.aws.Connection;
import footing.aws.SignInNeededException;
import footing.aws.Told;
import footing.aws.UnreachableException;
import footing.aws.simulation.Simulation;
import footing.plan.IamPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Reads an account: all facts at the same time, each call once. It changes nothing. */
public final class Survey {

    private static final Logger LOG = LoggerFactory.getLogger(Survey.class);
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    private final SurveyOptions options;
    private final Consumer<SurveyEvent> progress;
    private final ExecutorService threads;
    private final Calls calls;
    private final Object oneAtATime = new Object();

    private Survey(AwsClients clients, SurveyOptions options, Consumer<SurveyEvent> progress, ExecutorService threads) {
        this.options = options;
        this.progress = progress;
        this.threads = threads;
        this.calls = new Calls(clients, options.clock(), options.callDeadline(), this::tell, threads);
    }

    /** Surveys what a connection leads to. See {@link #run(AwsClients, SurveyOptions, Consumer)}. */
    public static AccountState run(Connection connection, SurveyOptions options, Consumer<SurveyEvent> progress) {
        return run(connection.clients(), options, progress);
    }

    /**
     * Blocks until everything was asked. A fact that could not be read is a reading that says why, not an error.
     *
     * @param progress gets every event, one at a time, from whatever thread
     * @throws SignInNeededException where the credentials are missing, expired or unknown to AWS
     * @throws UnreachableException where AWS did not even say which account this is
     * @throws CancellationException where this thread was interrupted
     */
    public static AccountState run(AwsClients clients, SurveyOptions options, Consumer<SurveyEvent> progress) {
        if (Partition.find(options.home()).isEmpty()) {
            throw unknownPartition(options.home().id());
        }
        ExecutorService threads = Executors
                .newThreadPerTaskExecutor(Thread.ofVirtual().name("survey-", 0).factory());
        try {
            return new Survey(clients, options, progress, threads).run();
        } finally {
            threads.shutdownNow(); // not close(): that would wait for a call that never answers
        }
    }

    /**
     * Who asks, and of which account, and nothing else of it. Throws as {@link #run(AwsClients, SurveyOptions, Consumer)}
     * does.
     */
    public static Identity whose(Connection connection, SurveyOptions options, Consumer<SurveyEvent> progress) {
        if (Partition.find(options.home()).isEmpty()) {
            throw unknownPartition(options.home().id());
        }
        ExecutorService threads = Executors
                .newThreadPerTaskExecutor(Thread.ofVirtual().name("survey-", 0).factory());
        try {
            Survey survey = new Survey(connection.clients(), options, progress, threads);
            return survey.identity(new Asking(survey.shared(nobody()), 0));
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Reads further facts of an account that was surveyed before, in the same Regions; what was read then stays. Blocks
     * as {@link #run(AwsClients, SurveyOptions, Consumer)} does.
     *
     * @param beyond of {@link Fact#BEYOND}
     */
    public static AccountState more(AwsClients clients, SurveyOptions options, AccountState account,
            Set<Fact<?>> beyond) {
        ExecutorService threads = Executors
                .newThreadPerTaskExecutor(Thread.ofVirtual().name("survey-", 0).factory());
        SurveyOptions same = new SurveyOptions(account.home(), account.regions(), options.clock(),
                options.callDeadline(), beyond);
        try {
            return new Survey(clients, same, (event) -> {
            }, threads).read(Readers.beyond(beyond), account);
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * What a survey takes as a policy, with what it takes to plan on it: for whatever account of a partition, on
     * Footing's own stacks, and else on everything.
     */
    public static IamPolicy policy(Partition partition) {
        return policy(partition, Set.of());
    }

    /** @param beyond the facts of {@link Fact#BEYOND} that are read as well */
    public static IamPolicy policy(Partition partition, Set<Fact<?>> beyond) {
        SortedSet<Permission> rest = new TreeSet<>(permissions(beyond));
        rest.addAll(Simulation.PERMISSIONS);
        SortedSet<Permission> stacks = new TreeSet<>(rest);
        stacks.removeIf((permission) -> !permission.action().startsWith("cloudformation:"));
        rest.removeAll(stacks);
        List<IamPolicy.Statement> statements = new ArrayList<>();
        statements.add(new IamPolicy.Statement("Stacks", stacks, List.of("arn:" + partition.id()
                + ":cloudformation:*:*:stack/footing-*/*"), Map.of()));
        statements.addAll(IamPolicy.allowing(rest).statements());
        return new IamPolicy(statements);
    }

    /** The IAM actions that a survey takes, each of which is optional: what is denied is not seen, and no more. */
    public static SortedSet<Permission> permissions() {
        return permissions(Set.of());
    }

    /** @param beyond the facts of {@link Fact#BEYOND} that are read as well */
    public static SortedSet<Permission> permissions(Set<Fact<?>> beyond) {
        SortedSet<Permission> permissions = new TreeSet<>();
        permissions.add(new Permission("iam:ListAccountAliases"));
        Readers.with(beyond).forEach((reader) -> permissions.addAll(reader.permissions()));
        return Collections.unmodifiableSortedSet(permissions);
    }

    private AccountState run() {
        LOG.debug("survey began");
        Instant began = options.clock().instant();
        Asking first = new Asking(shared(nobody()), 0);
        Asking.Meanwhile<List<Region>> regions = first.start(Asking::regions);
        Identity identity = identity(first);
        AccountState nothing = new AccountState(identity, options.home(), regions.get(), began, Map.of());
        List<Reader<?>> readers = Readers.with(options.beyond());
        tell(new SurveyEvent.Began(identity, readers.size()));
        AccountState account = read(readers, nothing);
        LOG.debug("survey ended");
        tell(new SurveyEvent.Ended(account, calls.timings()));
        return account;
    }

    private AccountState read(List<Reader<?>> readers, AccountState known) {
        Progress soFar = new Progress(known, readers.size());
        Asking.Shared shared = shared(known.identity());
        List<Future<?>> facts = readers.stream()
                .<Future<?>>map((reader) -> threads.submit(() -> read(reader, shared, soFar)))
                .toList();
        facts.forEach(Survey::finish);
        return soFar.account();
    }

    /** What was read so far; changed under the lock under which it is told, so that it only ever grows. */
    private final class Progress {
        private final int all;
        private AccountState account;
        private int read;

        Progress(AccountState account, int all) {
            this.account = account;
            this.all = all;
        }

        <T> void add(Fact<T> fact, Reading<T> reading) {
            synchronized (oneAtATime) {
                account = account.with(fact, reading);
                read++;
                progress.accept(new SurveyEvent.FactRead(fact, account, read, all));
            }
        }

        AccountState account() {
            synchronized (oneAtATime) {
                return account;
            }
        }
    }

    private <T> void read(Reader<T> reader, Asking.Shared shared, Progress soFar) {
        Asking asking = new Asking(shared, 1); // one call has told who asks
        soFar.add(reader.fact(), readOrFail(reader, asking));
    }

    /** An answer that no reader expected spoils its own fact, not the survey. */
    private <T> Reading<T> readOrFail(Reader<T> reader, Asking asking) {
        try {
            return reader.read().apply(asking);
        } catch (RuntimeException unexpected) {
            if (threads.isShutdown()) {
                throw unexpected; // the survey was stopped: nobody waits for a fact any more
            }
            LOG.warn("The fact {} could not be made of what AWS answered", reader.fact().name(), unexpected);
            return new Reading.Failed<>(new Problem(Problem.Kind.SERVICE, reader.fact().name(),
                    AwsErrors.message(unexpected)));
        }
    }

    private Asking.Shared shared(Identity identity) {
        return new Asking.Shared(calls, identity, options.home(), options.regions(), threads);
    }

    private Identity identity(Asking asking) {
        Asking.Meanwhile<Reading<Optional<String>>> alias = asking.start(Survey::alias);
        Answer<GetCallerIdentityResponse> caller = calls.answer(Ask.of(StsClient.class, options.home(),
                "GetCallerIdentity", GetCallerIdentityRequest.builder().build(), StsClient::getCallerIdentity), 0,
                SurveyOptions.FIRST_DEADLINE);
        return switch (caller) {
            case Answer.Given<GetCallerIdentityResponse>(GetCallerIdentityResponse told, _, _) -> {
                if (!isOfAws(told)) {
                    throw new UnreachableException(new Problem(Problem.Kind.SERVICE, "sts:GetCallerIdentity",
                            "no account in the answer"), UnreachableException.Reason.NOT_AWS);
                }
                if (Partition.named(told.arn().split(":", -1)[1]).isEmpty()) {
                    throw unknownPartition(told.arn());
                }
                yield new Identity(told.account(), told.arn(), alias.get().found().flatMap((found) -> found),
                        options.home().partition());
            }
            case Answer.Refused<GetCallerIdentityResponse> refused -> throw refusal(refused);
        };
    }

    /** An alias is good to know and no more: who may not see it surveys all the same. */
    private static Reading<Optional<String>> alias(Asking asking) {
        return asking
                .ask(Ask.of(IamClient.class, asking.home(), "ListAccountAliases",
                        ListAccountAliasesRequest.builder().build(), IamClient::listAccountAliases))
                .map((response) -> response.accountAliases().stream().findFirst());
    }

    /** @param what names it: an ARN, a Region */
    private static UnreachableException unknownPartition(String what) {
        return new UnreachableException(
                new Problem(Problem.Kind.SERVICE, "sts:GetCallerIdentity", Told.of(what)),
                UnreachableException.Reason.UNKNOWN_PARTITION);
    }

    private static RuntimeException refusal(Answer.Refused<?> refused) {
        Optional<SignInNeededException> signIn = AwsErrors.signInNeeded(refused.error());
        if (signIn.isPresent()) {
            return signIn.get();
        }
        return AwsErrors.unreachable(refused.error(), "sts:GetCallerIdentity");
    }

    /** Whatever speaks HTTP can stand behind an address; the SDK makes an answer without an account of it. */
    private static boolean isOfAws(GetCallerIdentityResponse told) {
        return Optional.<String>ofNullable(told.account()).filter((id) -> ACCOUNT.matcher(id).matches()).isPresent()
                && Optional.<String>ofNullable(told.arn()).filter((arn) -> arn.startsWith("arn:")).isPresent();
    }

    private static Identity nobody() {
        return new Identity("", "", Optional.empty(), Partition.AWS);
    }

    private static void finish(Future<?> fact) {
        try {
            fact.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("the survey was stopped");
            cancelled.initCause(stopped);
            throw cancelled;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    private void tell(SurveyEvent event) {
        synchronized (oneAtATime) {
            progress.accept(event);
        }
    }
}

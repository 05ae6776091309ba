package footing.cli;

import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.account.Fact;
import footing.account.Identity;
import footing.account.MetricAlarm;
import footing.account.Region;
import footing.account.Topic;
import footing.aws.Connection;
import footing.aws.apply.AnotherRunException;
import footing.aws.apply.ApplyEvent;
import footing.aws.apply.EarlierRun;
import footing.aws.apply.Intent;
import footing.aws.apply.JournalFolderException;
import footing.aws.apply.Preview;
import footing.aws.apply.TakeBack;
import footing.aws.survey.SurveyEvent;
import footing.aws.survey.SurveyOptions;
import footing.aws.survey.Timings;
import footing.baseline.Finding;
import footing.choices.Attestation;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.ItemId;
import footing.plan.Allowances;
import footing.plan.Plan;
import footing.text.Texts;
import footing.text.Visible;
import footing.work.KeptWords;
import footing.work.AlarmProof;
import footing.work.OtherHomeException;
import footing.work.Proofs;
import footing.work.Work;
import footing.work.WordEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What every command does with an account, with what is told on the way. */
final class Journey implements AutoCloseable {

    private static final Texts TEXTS = Texts.of("cli");

    private Connection connection;
    private final List<Region> regions;
    private final Set<ItemId> beyond;
    private final Program program;
    private Optional<Timings> timings = Optional.empty();
    private Optional<KeptWords> words = Optional.empty();

    /**
     * @param regions to look at; none for all that the account has enabled
     * @param beyond the items beyond the baseline that are looked at as well
     */
    Journey(Connection connection, List<Region> regions, Set<ItemId> beyond, Program program) {
        this.connection = connection;
        this.regions = List.copyOf(regions);
        this.beyond = Set.copyOf(beyond);
        this.program = program;
    }

    Connection connection() {
        return connection;
    }

    Terminal terminal() {
        return program.terminal();
    }

    Surroundings surroundings() {
        return program.surroundings();
    }

    /** What the last survey cost in calls. */
    Timings timings() {
        return timings.orElseThrow();
    }

    AccountState survey() {
        if (timings.isEmpty()) { // before the first signed call, in case nothing comes of it
            sayRedirected();
        }
        return work().survey(connection, regions, beyond, this::tell);
    }

    /** Who asks, and of which account, and nothing else of it. */
    Identity identity() {
        sayRedirected();
        return work().whose(connection, this::tell);
    }

    /** People's words that are kept for the account; told once where something of them is missing. */
    KeptWords words(Identity identity) {
        KeptWords read = words.orElseGet(() -> work().words(connection, identity.account()));
        if (words.isEmpty() && read.torn()) {
            terminal().note(TEXTS.get("attest.torn", Map.of("file",
                    Visible.line(whereWordsAre(identity).toString(), 600))));
        }
        words = Optional.of(read);
        return read;
    }

    /** Keeps what somebody says about an item, or that they take it back. */
    void keep(Identity identity, WordEntry entry) {
        words = Optional.of(work().keep(connection, identity.account(), entry));
    }

    /** Where the words for the account are kept, once there are any. */
    Path whereWordsAre(Identity identity) {
        return work().whereWordsAre(connection, identity.account());
    }

    /** What was decided, with the words that are kept for the account. */
    Choices withWords(AccountState account, Choices choices) {
        return words(account.identity()).over(choices);
    }

    List<Finding> judge(AccountState account, Choices choices) {
        return work().judge(account, withWords(account, choices));
    }

    List<Finding> judge(AccountState account, Map<ItemId, Attestation> attestations) {
        return work().judge(account, words(account.identity()).over(attestations));
    }

    /** These findings, and those of what was asked for beyond the baseline, which nothing is counted by. */
    List<Finding> withBeyond(List<Finding> findings, AccountState account, Map<ItemId, Attestation> chosen) {
        return Stream.concat(findings.stream(),
                work().beyond(account, beyond, words(account.identity()).over(chosen)).stream()).toList();
    }

    /**
     * @throws CommandException where the choices were made for another home Region: what is made once would be made
     * twice
     */
    Plan plan(AccountState account, Choices choices) {
        try {
            return Work.plan(account, withWords(account, choices));
        } catch (OtherHomeException other) {
            throw CommandException.wrongUse(TEXTS.get("options.home",
                    Map.of("chosen", other.chosen().id(), "home", other.home().id())), other);
        }
    }

    /**
     * Tells what was chosen and is odd for this account.
     *
     * @throws CommandException where something chosen cannot be so
     */
    void check(AccountState account, Choices choices) {
        List<Complaint> complaints = Work.complaints(account, choices);
        complaints.stream()
                .filter((complaint) -> !complaint.isError())
                .forEach((complaint) -> terminal().note(TEXTS.get("choices.warning",
                        Map.of("complaint", ChoicesInput.line(complaint)))));
        complaints.stream().filter(Complaint::isError).findFirst().ifPresent((complaint) -> {
            throw CommandException.wrongUse(ChoicesInput.line(complaint));
        });
    }

    /** Whether the credentials came to their end in the middle of a run. */
    static boolean isSignedOut(ApplyEvent.Ended ended) {
        return ended.failures().stream().anyMatch((failure) -> failure.cause() == ApplyEvent.Cause.CREDENTIALS);
    }

    /**
     * Waits until somebody has signed in again, and goes on with the credentials that there are then; otherwise says
     * how to go on later.
     *
     * @throws CommandException where they are another account's
     */
    boolean isSignedInAgain(Plan plan) {
        if (!terminal().goesOn(TEXTS.get("apply.sign-in-again"))) {
            terminal().complain(TEXTS.get("apply.signed-out"));
            return false;
        }
        signInAgain(plan.identity().account());
        return true;
    }

    private void signInAgain(String account) {
        Connection before = connection;
        connection = before.again();
        if (connection.clients() != before.clients()) {
            before.close();
        }
        String now = survey().identity().account();
        if (!now.equals(account)) {
            throw CommandException.wrongUse(TEXTS.get("apply.other-account", Map.of("account", account, "now", now)));
        }
    }

    /**
     * The same way to the account, closed with this one.
     *
     * @param others the Regions to look at; none for all that it has enabled
     * @param furtherItems those beyond the baseline that are looked at as well
     */
    Journey of(List<Region> others, Set<ItemId> furtherItems) {
        return new Journey(connection, others, furtherItems, program);
    }

    /**
     * The account, once CloudFormation has ended what it was doing to the stacks, as after a run that was broken off.
     *
     * @param check what has to be told before anyone waits
     * @throws AnotherRunException where another run of this machine is changing it
     */
    AccountState settled(Consumer<AccountState> check) {
        AccountState account = survey();
        check.accept(account);
        checkJournal(account);
        for (Optional<DeployedStack> busy = Work.busy(account); busy.isPresent(); busy = Work.busy(account)) {
            settle(busy.get()).ifPresent((failure) -> {
                throw CommandException.notDone(ApplyLines.failure(failure, List.of()));
            });
            account = survey();
        }
        return account;
    }

    /** The way back from all that Footing did. */
    TakeBack takeBack(AccountState account) {
        return work().takeBack(connection, account);
    }

    /** The last run that wrote to the account, as far as this machine knows. */
    Optional<EarlierRun> lastRun(AccountState account) {
        return work().lastRun(connection, account.identity().account());
    }

    /**
     * What CloudFormation itself says it would do.
     *
     * @param run what the plan is about to be carried out for; empty where somebody only looks
     */
    Preview preview(Plan plan, Optional<Intent> run) {
        terminal().progress(TEXTS.get("preview.asking"));
        return Stopping.safely(terminal(), () -> work().preview(connection, plan, run));
    }

    /** What is known of the permissions that a plan takes. */
    Allowances allowances(Plan plan) {
        terminal().progress(TEXTS.get("allowance.asking"));
        return Work.allowances(connection, plan);
    }

    /** What came of the account's test alarms. */
    Proofs proofs(AccountState account) {
        return work().proofs(connection, account.identity().account());
    }

    /** Confirms a subscription; why it could not be done, where it could not. */
    Optional<ApplyEvent.Failure> confirm(AccountState account, Topic topic, String token) {
        return Stopping.safely(terminal(), () -> work().confirm(connection, account, topic, token));
    }

    /** Has SNS send its mail once more; why it could not be asked for, where it could not. */
    Optional<ApplyEvent.Failure> resend(AccountState account, Topic topic, Topic.Subscription subscription) {
        return Stopping.safely(terminal(), () -> work().resend(connection, account, topic, subscription));
    }

    /** Sets an alarm off and back; why it could not be done, where it could not. */
    Optional<ApplyEvent.Failure> testAlarm(AccountState account, MetricAlarm alarm) {
        return Stopping.safely(terminal(), () -> work().testAlarm(connection, account, alarm, (code) -> {
            String reason = TEXTS.get("prove.reason", Map.of("code", code));
            practice().ifPresent((scenario) -> terminal().note(TEXTS.get("prove.unsent-alarm",
                    Map.of("reason", reason))));
            return reason;
        }, TEXTS.get("prove.reason-after")));
    }

    /** Somebody types what stood in the mail; empty where it is not what was sent, or too old. */
    Optional<AlarmProof> typed(AccountState account, String code, String by) {
        return work().typed(connection, account.identity().account(), code, by);
    }

    /** Carries a plan out, with a journal of it. */
    ApplyEvent.Ended apply(Plan plan, Intent intent) {
        ApplyEvent.Ended ended = Stopping.safely(terminal(),
                () -> work().apply(connection, plan, intent, new ApplyLines(terminal(), plan.changes())));
        terminal().note(TEXTS.get("apply.journal", Map.of("folder",
                Visible.line(work().journals(connection, plan.identity().account()).toString(), 600))));
        return ended;
    }

    /** Waits until CloudFormation has ended what it is doing to a stack; why that cannot be told, where it cannot. */
    private Optional<ApplyEvent.Failure> settle(DeployedStack busy) {
        return Stopping.safely(terminal(),
                () -> work().settle(connection, busy, new ApplyLines(terminal(), List.of())));
    }

    /**
     * @throws JournalFolderException where no journal can be kept, so that nothing can be applied
     * @throws AnotherRunException where another run of this machine is changing the account
     */
    private void checkJournal(AccountState account) {
        work().checkJournal(connection, account.identity().account());
    }

    private Work work() {
        return surroundings().work();
    }

    /** The scenario, where it is the practice account. */
    Optional<String> practice() {
        return Work.practice(connection);
    }

    /** Whose account it is, and that it is the practice account, where it is. */
    void sayWhose(Identity identity) {
        terminal().say(TEXTS.get("account.who", Map.of("account", identity.account(), "alias", alias(identity))));
        sayWhat(identity);
    }

    /** Whose account it is, when it was surveyed, and that it is the practice account, where it is. */
    void sayWhose(AccountState account) {
        terminal().say(TEXTS.get("account.line", Map.of("account", account.identity().account(), "alias",
                alias(account.identity()), "home", account.home().id(), "at", Times.utc(account.surveyedAt()))));
        sayWhat(account.identity());
    }

    private static String alias(Identity identity) {
        return identity.alias().map((alias) -> " (" + Visible.line(alias, 80) + ")").orElse("");
    }

    private void sayWhat(Identity identity) {
        practice().ifPresent((scenario) -> terminal().say(TEXTS.get("account.practice", Map.of("scenario", scenario))));
        if (identity.isRoot()) {
            terminal().note(TEXTS.get("account.root"));
        }
    }

    private void sayRedirected() {
        redirected().ifPresent(
                (endpoint) -> terminal().note(TEXTS.get("account.endpoint", Map.of("endpoint", endpoint))));
    }

    /** Where calls go instead of to AWS. */
    Optional<String> redirected() {
        return connection.redirection();
    }

    /** 4 where something could not be seen, otherwise 0. */
    static int exitCode(List<Finding> findings) {
        return Work.isUnsure(findings) ? ExitCode.NOT_DONE : ExitCode.DONE;
    }

    private void tell(SurveyEvent event) {
        switch (event) {
            case SurveyEvent.Began began -> terminal().progress(TEXTS.get("survey.began",
                    Map.of("account", began.identity().account())));
            case SurveyEvent.CallBegan call -> asking(call);
            case SurveyEvent.CallEnded call -> {
            }
            case SurveyEvent.FactRead(Fact<?> fact, AccountState soFar, int read, int facts) -> terminal().progress(
                    TEXTS.get("survey.read", Map.of("fact", fact.name().replace('-', ' '), "read",
                            Integer.toString(read), "facts", Integer.toString(facts))));
            case SurveyEvent.Ended ended -> {
                timings = Optional.of(ended.timings());
                terminal().note(TEXTS.get("survey.ended", Map.of("calls",
                        Integer.toString(ended.timings().calls().size()), "seconds",
                        Times.seconds(ended.timings().wall()))));
            }
        }
    }

    /** Everything waits for the answer to one call: a network that is silent makes nobody wonder. */
    private void asking(SurveyEvent.CallBegan call) {
        if (!connection.practice() && call.operation().equals("GetCallerIdentity")) {
            String words = TEXTS.get("survey.asking", Map.of("label", Visible.line(connection.label(), 80), "seconds",
                    Long.toString(SurveyOptions.FIRST_DEADLINE.toSeconds())));
            if (terminal().hasPerson()) {
                terminal().progress(words);
            } else {
                terminal().note(words);
            }
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}

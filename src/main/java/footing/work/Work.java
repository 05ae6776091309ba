package footing.work;

import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.account.Fact;
import footing.account.MetricAlarm;
import footing.account.Identity;
import footing.account.Region;
import footing.account.StackCondition;
import footing.account.Topic;
import footing.aws.Connection;
import footing.aws.apply.AnotherRunException;
import footing.aws.apply.Apply;
import footing.aws.apply.ApplyEvent;
import footing.aws.apply.ApplyOptions;
import footing.aws.apply.EarlierRun;
import footing.aws.apply.Intent;
import footing.aws.apply.Journal;
import footing.aws.apply.JournalException;
import footing.aws.apply.JournalFiles;
import footing.aws.apply.JournalFolderException;
import footing.aws.apply.Pause;
import footing.aws.apply.Preview;
import footing.aws.apply.Proving;
import footing.aws.apply.TakeBack;
import footing.aws.simulation.Simulation;
import footing.aws.survey.Survey;
import footing.aws.survey.SurveyEvent;
import footing.aws.survey.SurveyOptions;
import footing.baseline.Baseline;
import footing.baseline.Beyond;
import footing.baseline.Finding;
import footing.baseline.Status;
import footing.checklist.Checklist;
import footing.choices.Attestation;
import footing.choices.BillingTopic;
import footing.choices.Choices;
import footing.choices.ChoicesFile;
import footing.choices.Complaint;
import footing.choices.ItemId;
import footing.choices.SecurityTopic;
import footing.plan.Allowances;
import footing.plan.Change;
import footing.plan.Permissions;
import footing.plan.Plan;
import footing.plan.Stack;
import footing.template.Templates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The way of an account, from the first look to the printed checklist. Whoever calls draws what comes of it. */
public record Work(Workplace place) {

    /** Nobody waits for the stacks of the practice account. */
    private static final Duration PRACTICE_POLL = Duration.ofMillis(20);

    /**
     * @param regions to look at, beside the home Region; none for all that the account has enabled
     * @param progress called from many threads, one at a time
     */
    public AccountState survey(Connection connection, List<Region> regions, Consumer<SurveyEvent> progress) {
        return survey(connection, regions, Set.of(), progress);
    }

    /**
     * The same, and what is beyond the baseline.
     *
     * @param beyond the items to read the facts of, beside those of the baseline
     * @throws HomeOffException where the home Region is off for the account
     */
    public AccountState survey(Connection connection, List<Region> regions, Set<ItemId> beyond,
            Consumer<SurveyEvent> progress) {
        AccountState account = Survey.run(connection, options(connection, regions).with(Beyond.facts(beyond)),
                progress);
        account.read(Fact.REGIONS)
                .found()
                .filter((enabled) -> !enabled.contains(account.home()))
                .ifPresent((enabled) -> {
                    throw new HomeOffException(account.home(), enabled);
                });
        return account;
    }

    /** Who asks, and of which account, and nothing else of it. */
    public Identity whose(Connection connection, Consumer<SurveyEvent> progress) {
        return Survey.whose(connection, options(connection, List.of()), progress);
    }

    /**
     * People's words that are kept for an account.
     *
     * @throws WordsException where they cannot be read
     */
    public KeptWords words(Connection connection, String account) {
        return wordFile(connection, account).read();
    }

    /**
     * Keeps what somebody says about an item, or that they take it back.
     *
     * @return what is kept now
     * @throws WordsException where it could not be kept
     */
    public KeptWords keep(Connection connection, String account, WordEntry entry) {
        return wordFile(connection, account).add(entry);
    }

    /** Where the words for an account are kept; there is none as long as nobody has given any. */
    public Path whereWordsAre(Connection connection, String account) {
        return wordFile(connection, account).path();
    }

    private WordFile wordFile(Connection connection, String account) {
        return WordFile.of(Journal.folder(place.dataDir(), connection), account);
    }

    /** What was seen before, and what these items beyond the baseline rest on, read now. */
    public AccountState more(Connection connection, AccountState account, Set<ItemId> beyond) {
        return Survey.more(connection.clients(), options(connection, account.regions()), account,
                Beyond.facts(beyond));
    }

    private SurveyOptions options(Connection connection, List<Region> regions) {
        return new SurveyOptions(connection.home(), regions, place.clock(), SurveyOptions.USUAL_DEADLINE);
    }

    /** Where the account stands on what is beyond the baseline and was asked for: never counted with it. */
    public List<Finding> beyond(AccountState account, Set<ItemId> asked, Map<ItemId, Attestation> words) {
        return Beyond.judge(account, asked, words, place.today());
    }

    public List<Finding> judge(AccountState account, Map<ItemId, Attestation> words) {
        return Baseline.judge(account, words, place.today());
    }

    /** By what people decided: their word, what they measure the account by, and what is to be done. */
    public List<Finding> judge(AccountState account, Choices choices) {
        return Baseline.judge(account, choices, place.today());
    }

    /**
     * Whether something could not be seen, so that nobody knows where the account stands. Regions that nobody asked to
     * look at are no such thing: where what was asked for was seen, there is an outcome, and whoever chose knows.
     */
    public static boolean isUnsure(List<Finding> findings) {
        return findings.stream()
                .anyMatch((finding) -> finding.status() == Status.UNKNOWN && finding.verdict().outcome().isEmpty());
    }

    /**
     * @throws OtherHomeException where the choices were made for another home Region: what is made once would be made
     * twice
     */
    public static Plan plan(AccountState account, Choices choices) {
        if (!choices.home().equals(account.home())) {
            throw new OtherHomeException(choices.home(), account.home());
        }
        return Plan.of(account, Baseline.remedies(account, choices), Templates.deployed(account));
    }

    /** What was chosen that cannot be so, as the account is: said before anything is planned. */
    public static List<Complaint> complaints(AccountState account, Choices choices) {
        return Baseline.complaints(account, choices);
    }

    /** The same of what was chosen for one item. */
    public static List<Complaint> complaints(ItemId item, AccountState account, Choices choices) {
        return Baseline.ITEMS.stream()
                .filter((one) -> one.id() == item)
                .flatMap((one) -> one.complaints(account, choices).stream())
                .toList();
    }

    /** What is known of the permissions that a plan takes, before anything is touched. Blocks for a minute at most. */
    public static Allowances allowances(Connection connection, Plan plan) {
        return Simulation.run(connection.clients(), plan.identity(), plan.home(), Permissions.policy(plan));
    }

    /**
     * Carries a plan out, with a journal of it.
     *
     * @param intent what the plan is for, so that whoever finds the journal of a run that died can go on
     * @throws JournalFolderException where no journal can be kept; nothing was changed
     * @throws AnotherRunException where another run of this machine is changing the account; nothing was changed
     */
    public ApplyEvent.Ended apply(Connection connection, Plan plan, Intent intent, Consumer<ApplyEvent> progress) {
        try (Journal journal = journal(connection, plan.identity().account())) {
            journal.check();
            return Apply.run(connection.clients(), plan, new ApplyOptions(place.clock(), journal,
                    Pause.of(poll(connection)), intent), progress);
        }
    }

    /**
     * What CloudFormation itself says it would do to the stacks of a plan. It is asked by change sets that are thrown
     * away again, so that this writes to the account for a moment, with a journal of it.
     *
     * @param run what the plan is about to be carried out for; empty where somebody only looks
     * @throws JournalFolderException where no journal can be kept; nothing was asked
     * @throws AnotherRunException where another run of this machine is changing the account; nothing was asked
     */
    public Preview preview(Connection connection, Plan plan, Optional<Intent> run) {
        try (Journal journal = journal(connection, plan.identity().account())) {
            journal.check();
            return Apply.preview(connection.clients(), plan, new ApplyOptions(place.clock(), journal,
                    Pause.of(poll(connection)), run.orElseGet(() -> new Intent.Carry(Optional.empty()))),
                    run.isPresent());
        }
    }

    /** To carry out what was decided. */
    public static Intent carrying(Choices choices) {
        return new Intent.Carry(Optional.of(ChoicesFile.write(choices)));
    }

    /**
     * The way back from all that Footing did to the account, as the journals of this machine tell it. Nothing is
     * written.
     *
     * @throws JournalException where a journal cannot be read
     */
    public TakeBack takeBack(Connection connection, AccountState account) {
        return TakeBack.of(connection.clients(), account,
                JournalFiles.of(Journal.folder(place.dataDir(), connection), account.identity().account()),
                Templates.deployed(account));
    }

    /**
     * The last run that wrote to the account, as far as this machine knows.
     *
     * @throws JournalException where its journal cannot be read
     */
    public Optional<EarlierRun> lastRun(Connection connection, String account) {
        return JournalFiles.last(Journal.folder(place.dataDir(), connection), account);
    }

    /** The first of Footing's stacks that CloudFormation is working on: nothing of it can be planned before the end. */
    public static Optional<DeployedStack> busy(AccountState account) {
        return Stack.allDeployed(account)
                .values()
                .stream()
                .filter((stack) -> stack.condition() == StackCondition.BUSY)
                .findFirst();
    }

    /**
     * Waits until CloudFormation has ended what it is doing to a stack, as after a run that was broken off. The account
     * has to be surveyed again afterwards. Interrupting the caller ends the wait.
     *
     * @return why it cannot be told how it ended; empty where it has ended, well or badly
     */
    public Optional<ApplyEvent.Failure> settle(Connection connection, DeployedStack busy,
            Consumer<ApplyEvent> progress) {
        return Apply.settle(connection.clients(), busy, place.clock(), poll(connection), progress);
    }

    /**
     * @throws JournalFolderException where no journal can be kept, so that nothing can be applied
     * @throws AnotherRunException where another run of this machine is changing the account
     */
    public void checkJournal(Connection connection, String account) {
        try (Journal journal = journal(connection, account)) {
            journal.check();
        }
    }

    /** The folder with the journals of what was done to an account, one file a run. */
    public Path journals(Connection connection, String account) {
        return Journal.directory(Journal.folder(place.dataDir(), connection), account);
    }

    private Journal journal(Connection connection, String account) {
        return Journal.in(Journal.folder(place.dataDir(), connection), account, place.clock());
    }

    private Duration poll(Connection connection) {
        return connection.practice() ? PRACTICE_POLL : place.stackPoll();
    }

    /** The topics that count, made or adopted: whoever is to hear of something is subscribed to them. */
    public static List<Topic> topics(AccountState account) {
        return Stream.concat(SecurityTopic.find(account).stream(), BillingTopic.adoptable(account).stream())
                .distinct()
                .toList();
    }

    /** Addresses that have not been confirmed, of the topics that count. */
    public static List<Unconfirmed> unconfirmed(AccountState account) {
        return topics(account).stream()
                .flatMap((topic) -> topic.subscriptions()
                        .stream()
                        .filter((subscription) -> !subscription.confirmed())
                        .map((Topic.Subscription subscription) -> new Unconfirmed(subscription.endpoint(), topic)))
                .toList();
    }

    /** The alarm that tells best whether somebody hears: one that notifies the list, Footing's before another. */
    public static Optional<MetricAlarm> testable(AccountState account) {
        return SecurityTopic.find(account)
                .filter(Topic::reachesMail)
                .flatMap((topic) -> account.read(Fact.ALARMS)
                        .found()
                        .stream()
                        .flatMap(List::stream)
                        .filter((alarm) -> alarm.actionsEnabled() && alarm.alarmActions().contains(topic.arn()))
                        .min(Comparator.comparing((MetricAlarm alarm) -> !alarm.name().startsWith("footing-"))
                                .thenComparing(MetricAlarm::name)));
    }

    /**
     * What came of the account's test alarms.
     *
     * @throws WordsException where it cannot be read
     */
    public Proofs proofs(Connection connection, String account) {
        return proofFile(connection, account).read();
    }

    private ProofFile proofFile(Connection connection, String account) {
        return ProofFile.of(Journal.folder(place.dataDir(), connection), account);
    }

    /**
     * Sets an alarm off and back, and keeps its code until somebody types it.
     *
     * @param reason what stands in the mail, by the code in it
     * @param after what stands at the alarm once it is over
     * @return why it could not be done
     */
    public Optional<ApplyEvent.Failure> testAlarm(Connection connection, AccountState account, MetricAlarm alarm,
            UnaryOperator<String> reason, String after) {
        TestAlarm test = new TestAlarm(alarm.name(), alarm.region(), TestAlarm.newCode(), place.clock().instant());
        // Kept first: a code that was mailed and is not known here could never be typed.
        proofFile(connection, account.identity().account()).sent(test);
        return proving(connection, account, (proving) -> proving.setOff(alarm, reason.apply(test.code()), after));
    }

    /**
     * Somebody types what stood in the mail.
     *
     * @param by who that is
     * @return the proof; empty where the code is another one, or too old, or none was sent
     */
    public Optional<AlarmProof> typed(Connection connection, String account, String code, String by) {
        Instant now = place.clock().instant();
        Optional<AlarmProof> proof = proofs(connection, account).waiting()
                .filter((test) -> test.holdsAt(now) && test.isCode(code))
                .map((test) -> new AlarmProof(test, by, now));
        proof.ifPresent(proofFile(connection, account)::typed);
        return proof;
    }

    /** Has SNS send its mail once more; why it could not be asked for, where it could not. */
    public Optional<ApplyEvent.Failure> resend(Connection connection, AccountState account, Topic topic,
            Topic.Subscription subscription) {
        return proving(connection, account, (proving) -> proving.resend(topic, subscription));
    }

    /** Confirms a subscription by what stood in its mail; why it could not be done, where it could not. */
    public Optional<ApplyEvent.Failure> confirm(Connection connection, AccountState account, Topic topic,
            String token) {
        return proving(connection, account, (proving) -> proving.confirm(topic, token));
    }

    private <R> R proving(Connection connection, AccountState account, Function<Proving, R> work) {
        try (Journal journal = journal(connection, account.identity().account())) {
            journal.check();
            return work.apply(new Proving(connection.clients(), account.identity(), account.home(),
                    new ApplyOptions(place.clock(), journal, Pause.of(poll(connection)))));
        }
    }

    /** An address that hears of nothing until somebody confirms it. */
    public record Unconfirmed(String address, Topic topic) {
    }

    /**
     * The printout of where the account stands now.
     *
     * @param redirected where calls go instead of to AWS, where somebody redirects them
     * @param applied what was applied before, run by run
     * @param byHand what is left for people to do
     */
    public Checklist checklist(Connection connection, AccountState account, List<Finding> findings,
            Optional<String> redirected, List<Checklist.Applied> applied, List<Change.ManualStep> byHand) {
        return Checklist.of(account, findings,
                new Checklist.Printing(place.clock().instant(), place.version(), account.identity().principal(),
                        practice(connection), redirected.filter((endpoint) -> !connection.practice()), applied,
                        byHand));
    }

    /** What came of a plan, for the printout. */
    public static Checklist.Applied applied(Plan plan, ApplyEvent.Ended ended) {
        return new Checklist.Applied(ended.inPlace(),
                plan.changes().stream().filter((change) -> !ended.inPlace().contains(change)).toList());
    }

    /** The scenario, where it is the practice account. */
    public static Optional<String> practice(Connection connection) {
        return connection.practice() ? Optional.of(connection.label()) : Optional.empty();
    }
}

package footing.baseline.item;

import footing.account.Analyzer;
import footing.account.IdentityCenter;
import footing.account.IdentityProviders;
import footing.account.Regional;
import footing.account.Identity;
import footing.account.Partition;
import footing.account.SampleConfig;
import footing.account.Region;
import footing.account.CentralRootAccess;
import footing.account.CredentialReport;
import footing.account.IamPeople;
import footing.account.Organization;
import footing.account.Absence;
import footing.account.AccountState;
import footing.account.AccountSummary;
import footing.account.Evidence;
import footing.account.Fact;
import footing.account.LogBucket;
import footing.account.MetricAlarm;
import footing.account.MetricFilter;
import footing.account.PasswordPolicy;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.SampleTrails;
import footing.account.States;
import footing.account.Topic;
import footing.account.Trail;
import footing.account.VirtualMfaDevice;
import footing.choices.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Accounts made up at random: wholly seen, and the same with parts that nobody could look at. */
final class Accounts {

    /** All that there is to know, for the baseline and beyond it. */
    static final List<Fact<?>> FACTS = Stream.concat(Fact.ALL.stream(), Fact.BEYOND.stream()).toList();

    private static final Region IRELAND = new Region("eu-west-1");

    private final long seed;
    private final Random random;
    private final ConfigAccounts config;

    Accounts(long seed) {
        this.seed = seed;
        random = new Random(seed);
        config = new ConfigAccounts(random);
    }

    private boolean maybe() {
        return random.nextBoolean();
    }

    private boolean often() {
        return random.nextInt(6) > 0;
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> Optional<T> perhaps(T value) {
        return Optional.of(value).filter((one) -> often());
    }

    /** An account of which everything was seen. */
    AccountState seen() {
        States states = States.fresh();
        states.seen(Fact.PRIMARY_CONTACT,
                States.primaryContact(perhaps("Example Corp"), oneOf("+1 000000", "+1 206 5")));
        for (Fact<Optional<footing.account.AlternateContact>> fact : List.of(Fact.BILLING_CONTACT,
                Fact.OPERATIONS_CONTACT, Fact.SECURITY_CONTACT)) {
            states.seen(fact, perhaps(States.contact(oneOf("aws@example.com", "a.b@gmail.com", "jane.doe@example.com",
                    "sec@example.com", "jdoe@example.com"))));
        }
        states.seen(Fact.ACCOUNT_SUMMARY, new AccountSummary(maybe(), maybe(), often(), false, 1))
                .seen(Fact.ROOT_VIRTUAL_MFA, maybe() ? List.of() : List.of(new VirtualMfaDevice("a", "b:root")))
                .seen(Fact.PASSWORD_POLICY, perhaps(new PasswordPolicy(oneOf(8, 14), maybe(), true, true, true, true,
                        false, Optional.empty(), Optional.of(24))));
        states.seen(Fact.CREDENTIAL_REPORT, new CredentialReport(States.NOW, perhaps(credentials("<root_account>")),
                IntStream.range(0, random.nextInt(4)).mapToObj((n) -> credentials("user" + n)).toList()))
                .seen(Fact.IAM_PEOPLE, people())
                .seen(Fact.ANALYZERS, Regional.of(List.of(States.HOME, Region.US_EAST_1), (region) -> Reading.seen(
                        maybe()
                                ? List.of()
                                : List.of(new Analyzer("a", "arn", oneOf("ACCOUNT", "ACCOUNT_UNUSED_ACCESS"),
                                        oneOf("ACTIVE", "ACTIVE", "CREATING", "DISABLED"))))))
                .seen(Fact.IDENTITY_CENTERS, Regional.of(List.of(States.HOME), (region) -> Reading.seen(
                        often() ? List.of() : List.of(new IdentityCenter("arn", States.ACCOUNT, maybe())))))
                .seen(Fact.IDENTITY_PROVIDERS, new IdentityProviders(
                        maybe()
                                ? List.of()
                                : List.of(new IdentityProviders.Saml(
                                        "arn:aws:iam::123456789012:saml-provider/" + oneOf("AWSSSO_1", "adfs"),
                                        Optional.of(States.NOW.plus(Duration.ofDays(oneOf(-1, 1)))))),
                        maybe()
                                ? List.of()
                                : List.of("arn:aws:iam::123456789012:oidc-provider/"
                                        + oneOf("token.actions.githubusercontent.com", "login.example.com"))))
                .seen(Fact.ORGANIZATION, maybe()
                        ? Optional.empty()
                        : Optional.of(new Organization("o-1", oneOf(States.ACCOUNT, "999999999999"), maybe())));
        states.seen(Fact.TRAILS, IntStream.range(0, random.nextInt(4)).mapToObj(this::trail).toList());
        LogBucket bucket = bucket();
        states.seen(Fact.LOG_BUCKETS, often()
                ? Map.of(SampleTrails.BUCKET, bucket, "footing-logs-123456789012-eu-central-1", bucket)
                : Map.of());
        Activity[] without = often() ? new Activity[0] : new Activity[] {Activity.ROOT_USE};
        states.seen(Fact.METRIC_FILTERS, often() ? SampleTrails.filters(without) : List.of());
        String topic = oneOf(SampleTrails.TOPIC_ARN, SampleTrails.TOPIC_ARN,
                "arn:aws:sns:eu-central-1:123456789012:other", "arn:aws:sns:eu-central-1:999999999999:x");
        Activity odd = oneOf(Activity.values());
        boolean allGood = often();
        states.seen(Fact.ALARMS, often()
                ? Arrays.stream(Activity.values())
                        .map((activity) -> SampleTrails.alarm(activity,
                                allGood || activity != odd ? Optional.of(SampleTrails.TRIGGER) : trigger(),
                                allGood || activity != odd || often(), topic))
                        .toList()
                : List.of());
        states.seen(Fact.TOPICS, topics());
        config.seen(states);
        new BillingSamples(random).fill(states);
        // The first number that a Random of a small seed gives is always alike.
        new BeyondSamples(new Random(new Random(seed).nextLong())).fill(states);
        states.seen(Fact.CENTRAL_ROOT_ACCESS,
                maybe() ? Optional.empty() : Optional.of(new CentralRootAccess(maybe(), maybe())));
        states.seen(Fact.FAR_TRAILS, Regional.of(often() ? List.of() : List.of(Region.US_EAST_1, IRELAND),
                (region) -> Reading.seen(List.of(farTrail(region)))));
        AccountState account = states.account();
        return often()
                ? account
                : new AccountState(
                        new Identity(States.ACCOUNT, "arn:aws:iam::123456789012:root", Optional.empty(),
                                Partition.AWS),
                        account.home(), account.regions(), account.surveyedAt(), account.readings());
    }

    /** Any that CloudWatch would take, or a formula. */
    Optional<MetricAlarm.Trigger> trigger() {
        return perhaps(new MetricAlarm.Trigger(oneOf("Sum", "SampleCount", "Maximum", "Average", "Minimum", ""),
                oneOf("GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold"),
                oneOf(0.0, 0.5, 1.0, 2.0), oneOf(60, 300, 86_400), oneOf(1, 1, 1, 2),
                oneOf("missing", "notBreaching", "ignore", "breaching"), !often()));
    }

    /** Any filter on the activity. */
    MetricFilter filter() {
        return new MetricFilter("f", SampleTrails.GROUP_ARN, States.HOME, "p", "n", "m",
                oneOf(Optional.of(1.0), Optional.of(0.0), Optional.empty()),
                oneOf(Optional.<Double>empty(), Optional.of(0.0)), !often());
    }

    private CredentialReport.Credentials credentials(String user) {
        List<CredentialReport.AccessKey> keys = IntStream.range(0, random.nextInt(3))
                .mapToObj((n) -> new CredentialReport.AccessKey(maybe(), ago(), ago()))
                .toList();
        return new CredentialReport.Credentials(user, ago(), maybe(), ago(), ago(), maybe(), keys);
    }

    private Optional<Instant> ago() {
        return Optional.of(States.NOW.minus(Duration.ofDays(oneOf(5, 5, 5, 60, 200)))).filter((time) -> maybe());
    }

    private IamPeople people() {
        return new IamPeople(
                IntStream.range(0, random.nextInt(3))
                        .mapToObj((n) -> new IamPeople.User("user" + n, "arn", maybe() ? List.of("g") : List.of(),
                                often() ? List.of() : List.of("arn:aws:iam::aws:policy/ReadOnlyAccess"),
                                often() ? List.of() : List.of("inline"), maybe() ? Map.of("owner", "x") : Map.of()))
                        .toList(),
                maybe()
                        ? List.of()
                        : List.of(new IamPeople.Group(oneOf("g", "billing"), "arn",
                                often() ? List.of("arn:aws:iam::aws:policy/ReadOnlyAccess") : List.of(),
                                List.of("inline"))));
    }

    /** One that the home Region does not show. */
    private Trail farTrail(Region region) {
        return new SampleTrails(trail(9)).singleRegion().in(region).trail();
    }

    private Trail trail(int number) {
        SampleTrails trail = SampleTrails.good("t" + number, oneOf(States.ACCOUNT, States.ACCOUNT, "999999999999"));
        trail = often() ? trail : trail.singleRegion();
        trail = often() ? trail : trail.withoutGlobalEvents();
        trail = maybe() ? trail : trail.unvalidated();
        trail = often() ? trail : trail.logGroup(Optional.empty());
        trail = often() ? trail : trail.logGroup(Optional.of("arn:aws:logs:eu-central-1:999999999999:log-group:x"));
        trail = often()
                ? trail
                : trail.status(maybe(), perhaps("NoSuchBucket"), perhaps("AccessDenied"), maybe());
        trail = often()
                ? trail
                : trail.arrived(oneOf(Duration.ofHours(2), Duration.ofDays(90)),
                        perhaps(oneOf(Duration.ofHours(1), Duration.ofDays(3))));
        return (often() ? trail : trail.selectors(Reading.seen(new Trail.Selectors(maybe(), maybe())))).trail();
    }

    private LogBucket bucket() {
        if (!often()) {
            // Another account's, which shows nothing.
            return new LogBucket(SampleTrails.BUCKET, States.denied("s3:GetBucketLocation"),
                    States.denied("s3:GetBucketPolicy"), States.denied("s3:GetBucketPublicAccessBlock"),
                    States.denied("s3:GetBucketVersioning"));
        }
        AccountState account = States.blank().account();
        LogBucketPolicy policy = LogStore.policy(SampleTrails.good().trail(), account);
        List<footing.plan.Value.Fields> statements = new ArrayList<>();
        List.of("cloudtrail", "config", "tls").forEach((gap) -> {
            if (often()) {
                statements.addAll(policy.statements(gap));
            }
        });
        // Any trail of the account may write.
        PolicyDocument empty = PolicyDocument.parse(oneOf("{}", "{}", "{}", "{}",
                "{'Statement':[{'Effect':'Deny','Principal':'*','Action':'s3:PutObject','Resource':'*','Condition':"
                        .replace('\'', '"')
                        + "{\"IpAddress\":{\"aws:SourceIp\":\"192.0.2.0/24\"}}}]}",
                "{'Statement':[{'Effect':'Deny','Principal':'*','Action':'s3:PutObject','Resource':'*'}]}"
                        .replace('\'', '"')))
                .orElseThrow();
        String text = empty.with(statements)
                .replace("trail/example", "trail/*")
                .replace(
                        "\"StringEquals\":{\"aws:SourceArn\"", "\"StringLike\":{\"aws:SourceArn\"");
        return SampleTrails.bucket(oneOf(Optional.of(text), Optional.of(text), Optional.of(text), Optional.of("[")),
                often(), often());
    }

    private List<Topic> topics() {
        List<Topic> topics = new ArrayList<>();
        for (String name : List.of("example-security", "other", "orders", "security-alerts")) {
            if (name.equals("security-alerts") ? !often() : often()) {
                topics.add(!often()
                        ? SampleTrails.topic(name, Reading.seen(new Topic.Access(
                                oneOf("{}", SampleConfig.PUBLIC_POLICY), oneOf(Optional.<String>empty(),
                                        Optional.of("alias/aws/sns")))),
                                SampleTrails.subscription("sec@example.com", true))
                        : !often()
                                ? SampleTrails.topic(name, SampleTrails.topic(name)
                                        .access()
                                        .map((access) -> new Topic.Access(access.policy(), Optional.of("alias/mine"))),
                                        SampleTrails.subscription("sec@example.com", true))
                                : maybe()
                                        ? SampleTrails.topic(name)
                                        : SampleTrails.topic(name, maybe()
                                                ? new Topic.Subscription(oneOf("lambda", "https", "sms"), "x", maybe(),
                                                        SampleTrails.WHOLE)
                                                : !often() && maybe()
                                                        ? SampleTrails.filtered("sec@example.com")
                                                        : SampleTrails.subscription(
                                                                oneOf("sec@example.com", "jane.doe@example.com"),
                                                                maybe())));
            }
        }
        return topics;
    }

    /** The same account, with some facts and parts of facts that nobody could look at. */
    AccountState partly(AccountState whole) {
        AccountState partly = whole;
        for (Fact<?> fact : FACTS) {
            if (!often()) {
                partly = hide(partly, fact);
            }
        }
        partly = BeyondSamples.partly(partly, this::mayRefuse);
        partly = new BillingSamples(random).partly(partly, this::mayHide, this::mayHide);
        partly = partly.with(Fact.TRAILS, partly.read(Fact.TRAILS)
                .map((trails) -> trails.stream()
                        .map((trail) -> new SampleTrails(trail).status(mayHide(trail.status()))
                                .selectors(mayHide(trail.selectors()))
                                .trail())
                        .toList()));
        // A Region that is off holds nothing, so only what could not be looked at hides something.
        partly = partly.with(Fact.FAR_TRAILS, partly.read(Fact.FAR_TRAILS)
                .map((far) -> Regional.of(far.readings().keySet(),
                        (region) -> often() ? far.in(region) : States.denied("test:Read"))));
        partly = partly.with(Fact.TOPICS, partly.read(Fact.TOPICS)
                .map((topics) -> topics.stream()
                        .map((topic) -> new Topic(topic.arn(), topic.name(), topic.region(),
                                topic.subscriptions()
                                        .stream()
                                        .map((one) -> new Topic.Subscription(one.protocol(), one.endpoint(),
                                                one.confirmed(), mayHide(one.filtered())))
                                        .toList(),
                                mayHide(topic.access())))
                        .toList()));
        partly = partly.with(Fact.ANALYZERS, partly.read(Fact.ANALYZERS)
                .map((regional) -> Regional.of(regional.readings().keySet(),
                        (region) -> mayHide(regional.in(region)))));
        // The same holds of a Region that is off.
        partly = config.partly(partly, this::mayRefuse);
        return partly.with(Fact.LOG_BUCKETS, partly.read(Fact.LOG_BUCKETS).map((buckets) -> {
            Map<String, LogBucket> hidden = new java.util.HashMap<>();
            buckets.forEach((name, bucket) -> hidden.put(name, new LogBucket(name, bucket.region(),
                    mayHide(bucket.policy()), mayHide(bucket.publicAccess()), mayHide(bucket.versioned()))));
            return Map.copyOf(hidden);
        }));
    }

    private <T> AccountState hide(AccountState account, Fact<T> fact) {
        return account.with(fact, hidden());
    }

    private <T> Reading<T> mayHide(Reading<T> reading) {
        return often() ? reading : hidden();
    }

    /** The same, but never as what holds nothing. */
    private <T> Reading<T> mayRefuse(Reading<T> reading) {
        return often() ? reading : maybe() ? States.denied("test:Read") : States.failed("test:Read");
    }

    private <T> Reading<T> hidden() {
        return switch (random.nextInt(3)) {
            case 0 -> States.denied("test:Read");
            case 1 -> States.failed("test:Read");
            default -> new Reading.Unavailable<>(new Absence(Absence.Kind.REGION_OFF, "off"));
        };
    }

    /** Readings of every kind that is not seen. */
    static <T> List<Reading<T>> unseen() {
        List<Reading<T>> readings = new ArrayList<>();
        for (footing.account.DeniedBy by : footing.account.DeniedBy.values()) {
            readings.add(new Reading.Denied<>(new footing.account.Permission("test:Read"), by, Evidence.NONE));
        }
        for (Absence.Kind kind : Absence.Kind.values()) {
            readings.add(new Reading.Unavailable<>(new Absence(kind, "detail")));
        }
        for (Problem.Kind kind : Problem.Kind.values()) {
            readings.add(new Reading.Failed<>(new Problem(kind, "test:Read", "message")));
        }
        return readings;
    }
}

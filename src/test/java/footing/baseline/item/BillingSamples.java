package footing.baseline.item;

import footing.account.AccountPlan;
import footing.account.AccountState;
import footing.account.Budget;
import footing.account.Fact;
import footing.account.Money;
import footing.account.Reading;
import footing.account.Region;
import footing.account.SampleConfig;
import footing.account.SampleTrails;
import footing.account.States;
import footing.account.Topic;
import footing.account.UsageExport;
import footing.account.UsageReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What accounts know of money: some of it made up at random, some as a test asks for it. */
final class BillingSamples {

    static final String TOPIC = "arn:aws:sns:us-east-1:" + States.ACCOUNT + ":billing";
    static final String OPEN = "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
            + "\"budgets.amazonaws.com\"},\"Action\":\"SNS:Publish\",\"Resource\":\"" + TOPIC + "\"}]}";
    /** What SNS gives a topic until somebody sets another. */
    static final String OWNERS = "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},\"Action\":"
            + "[\"SNS:Publish\"],\"Resource\":\"" + TOPIC + "\",\"Condition\":{\"StringEquals\":"
            + "{\"AWS:SourceOwner\":\"" + States.ACCOUNT + "\"}}}]}";

    private final Random random;

    BillingSamples(Random random) {
        this.random = random;
    }

    static Topic topic(Topic.Subscription... subscriptions) {
        return topic(Reading.seen(OPEN), subscriptions);
    }

    static Topic topic(Reading<String> policy, Topic.Subscription... subscriptions) {
        return new Topic(TOPIC, "billing", Region.US_EAST_1, List.of(subscriptions),
                policy.map((text) -> new Topic.Access(text, Optional.empty())));
    }

    static Topic.Subscription mail(String address, boolean confirmed) {
        return new Topic.Subscription("email", address, confirmed, SampleTrails.WHOLE);
    }

    static Budget budget(String name, Budget.Notice... notices) {
        return new Budget(name, Budget.COST, Optional.of(new Money(new BigDecimal("500.0"), "USD")), true,
                Optional.of(States.NOW.plus(Duration.ofDays(20_000))), List.of(notices));
    }

    static Budget.Notice notice(String basis, String... subscribers) {
        return new Budget.Notice(basis, BigDecimal.valueOf(100), true,
                Reading.seen(java.util.Arrays.stream(subscribers)
                        .map((address) -> new Budget.Subscriber(address.startsWith("arn:"), address))
                        .toList()));
    }

    static UsageExport export(boolean healthy, boolean delivered, String bucket) {
        return new UsageExport("arn:export", "usage", healthy,
                healthy ? Optional.empty() : Optional.of("INSUFFICIENT_PERMISSION"),
                delivered ? Optional.of(States.NOW.minus(Duration.ofDays(1))) : Optional.empty(), bucket,
                "COST_AND_USAGE_REPORT");
    }

    /** A new account that has a bucket of the name that Footing gives to the one for reports. */
    static States withReportBucket(Region region, boolean open) {
        AccountState fresh = States.fresh().account();
        String name = "footing-billing-" + States.ACCOUNT;
        String policy = PolicyDocument.none()
                .with(List.of(footing.plan.Value
                        .fields("Sid", footing.plan.Value.text("x"))
                        .with("Effect", footing.plan.Value.text("Allow"))
                        .with("Principal", footing.plan.Value.fields("Service",
                                footing.plan.Value.text(open ? ReportBucket.EXPORTS : "logging.s3.amazonaws.com")))
                        .with("Action", footing.plan.Value.text("s3:PutObject"))
                        .with("Resource", footing.plan.Value.text("arn:aws:s3:::" + name + "/*"))
                        .with("Condition", footing.plan.Value.fields("ArnLike", footing.plan.Value.fields(
                                "aws:SourceArn",
                                footing.plan.Value.text(fresh.arn("bcm-data-exports", "us-east-1", "export/*")))))));
        footing.account.LogBucket bucket = new footing.account.LogBucket(name, Reading.seen(region),
                Reading.seen(Optional.of(policy)), Reading.seen(footing.account.LogBucket.PublicAccess.NOT_BLOCKED),
                Reading.seen(true));
        return States.fresh()
                .seen(Fact.BUCKET_NAMES, Set.of(name))
                .seen(Fact.LOG_BUCKETS, java.util.Map.of(name, bucket));
    }

    void fill(States states) {
        states.seen(Fact.PAID_SUPPORT, random.nextBoolean())
                .seen(Fact.ACCOUNT_PLAN,
                        random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(new AccountPlan(random.nextBoolean(), Optional.of(States.NOW))))
                .seen(Fact.BUDGETS, IntStream.range(0, random.nextInt(3)).mapToObj(this::budget).toList())
                .seen(Fact.BILLING_TOPICS, random.nextInt(4) == 0
                        ? List.of()
                        : List.of(
                                keyed(topic(Reading.seen(oneOf(OWNERS, OPEN, OPEN, OPEN, OPEN,
                                        SampleConfig.PUBLIC_POLICY)), subscribers()))))
                .seen(Fact.USAGE_EXPORTS, random.nextBoolean() ? List.of() : List.of(export()))
                .seen(Fact.USAGE_REPORTS, random.nextBoolean() ? List.of() : List.of(report()))
                .seen(Fact.BUCKET_NAMES, Set.of("reports"));
    }

    private Budget budget(int number) {
        List<Budget.Notice> notices = new ArrayList<>();
        IntStream.range(0, random.nextInt(3))
                .forEach((n) -> notices.add(notice(oneOf("ACTUAL", "FORECASTED"),
                        random.nextInt(4) == 0
                                ? new String[0]
                                : new String[] {oneOf("aws-billing@example.com", "jane.doe@example.com", TOPIC, TOPIC,
                                        TOPIC + "-gone", SampleTrails.TOPIC_ARN, "arn:aws:sns:us-east-1:999999999999:x",
                                        "arn:aws:sns:eu-west-3:" + States.ACCOUNT + ":x")})));
        Budget made = budget("budget" + number, notices.toArray(Budget.Notice[]::new));
        return new Budget(made.name(), oneOf(Budget.COST, Budget.COST, "USAGE"), made.limit(),
                random.nextInt(4) > 0,
                random.nextInt(5) == 0 ? Optional.of(States.NOW.minus(Duration.ofDays(1))) : made.ends(),
                made.notices().stream().map(this::sometimesTooHigh).toList());
    }

    private Budget.Notice sometimesTooHigh(Budget.Notice notice) {
        return new Budget.Notice(notice.basis(), random.nextInt(6) > 0,
                BigDecimal.valueOf(random.nextInt(4) == 0 ? 500 : 100), notice.percent(), notice.subscribers());
    }

    private Topic keyed(Topic topic) {
        return random.nextInt(3) > 0
                ? topic
                : new Topic(topic.arn(), topic.name(), topic.region(), topic.subscriptions(),
                        topic.access().map((access) -> new Topic.Access(access.policy(), Optional.of("alias/mine"))));
    }

    private Topic.Subscription[] subscribers() {
        return switch (random.nextInt(7)) {
            case 5, 6 -> new Topic.Subscription[] {SampleTrails.filtered("aws-billing@example.com")};
            case 0 -> new Topic.Subscription[0];
            case 1 -> new Topic.Subscription[] {new Topic.Subscription("lambda", "x", true, SampleTrails.WHOLE)};
            default -> new Topic.Subscription[] {
                mail(oneOf("aws-billing@example.com", "jane.doe@example.com"), random.nextBoolean())};
        };
    }

    private UsageExport export() {
        UsageExport made = export(random.nextInt(3) > 0, random.nextBoolean(), oneOf("reports", "reports", "other"));
        Optional<Instant> last = made.lastDelivered().map((at) -> at.minus(Duration.ofDays(random.nextInt(14))));
        return new UsageExport(made.arn(), made.name(), made.healthy(), made.reason(), last, made.bucket(),
                random.nextInt(6) > 0 ? made.table() : "CARBON_EMISSIONS");
    }

    private UsageReport report() {
        return new UsageReport("old", Optional.of(oneOf("reports", "other")),
                Optional.of(
                        oneOf("SUCCESS", "SUCCESS", "ERROR_NO_BUCKET", "ERROR_PERMISSIONS", "ERROR_OF_TOMORROW", ""))
                        .filter((status) -> !status.isEmpty()),
                random.nextInt(4) == 0
                        ? Optional.empty()
                        : Optional.of(States.NOW.minus(Duration.ofDays(random.nextInt(14)))));
    }

    /** With whom budgets notify, and the policies, that nobody could look at here and there. */
    AccountState partly(AccountState account, UnaryOperator<Reading<List<Budget.Subscriber>>> hide,
            UnaryOperator<Reading<Topic.Access>> hideAccess) {
        return account
                .with(Fact.BUDGETS, account.read(Fact.BUDGETS)
                        .map((budgets) -> budgets.stream()
                                .map((budget) -> new Budget(budget.name(), budget.type(), budget.limit(),
                                        budget.everything(), budget.ends(),
                                        budget.notices()
                                                .stream()
                                                .map((notice) -> new Budget.Notice(notice.basis(),
                                                        notice.above(), notice.threshold(), notice.percent(),
                                                        hide.apply(notice.subscribers())))
                                                .toList()))
                                .toList()))
                .with(Fact.BILLING_TOPICS, account.read(Fact.BILLING_TOPICS)
                        .map((topics) -> topics.stream()
                                .map((topic) -> new Topic(topic.arn(), topic.name(), topic.region(),
                                        topic.subscriptions(), hideAccess.apply(topic.access())))
                                .toList()));
    }

    private String oneOf(String... values) {
        return values[random.nextInt(values.length)];
    }
}

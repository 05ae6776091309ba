package footing.baseline.item;

import footing.account.AccountState;
import footing.account.ConfigRecording;
import footing.account.ConfigRecording.Channel;
import footing.account.ConfigRecording.Delivery;
import footing.account.ConfigRecording.Recorder;
import footing.account.ConfigRecording.Scope;
import footing.account.ConfigRecording.Status;
import footing.account.ConfigRule;
import footing.account.ConfigRule.Evaluation;
import footing.account.ConfigRule.Managed;
import footing.account.EventRule;
import footing.account.EventRule.Target;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.account.SampleConfig;
import footing.account.SampleTrails;
import footing.account.States;
import footing.account.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** AWS Config of accounts made up at random, wholly seen, and the same with parts that nobody could look at. */
final class ConfigAccounts {

    private static final String ACCOUNT = States.ACCOUNT;

    private final Random random;

    ConfigAccounts(Random random) {
        this.random = random;
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

    private <T> Optional<T> seldom(T value) {
        return Optional.of(value).filter((one) -> !often());
    }

    private static <T> Regional<T> each(java.util.function.Function<Region, T> make) {
        return Regional.of(SampleConfig.REGIONS, (region) -> Reading.seen(make.apply(region)));
    }

    void seen(States states) {
        SampleConfig.untouched(states);
        if (random.nextInt(8) == 0) {
            return;
        }
        states.seen(Fact.CONFIG_RECORDING, each((region) -> recording()))
                .seen(Fact.CONFIG_RULES, each((region) -> rules()))
                .seen(Fact.CONFIG_ROLE, maybe())
                .seen(Fact.CONFIG_EVENTS, each((region) -> events(region)))
                .seen(Fact.EVENT_TOPICS, Map.of(SampleConfig.TOPIC, Reading.seen(topic())));
    }

    private ConfigRecording recording() {
        Scope scope = oneOf(Scope.all(true), Scope.all(true), Scope.all(false),
                SampleConfig.scope(Scope.Kind.ALL_BUT, "AWS::EC2::Subnet"),
                SampleConfig.scope(Scope.Kind.ALL_BUT, "AWS::EC2::SecurityGroup"),
                SampleConfig.scope(Scope.Kind.ONLY, "AWS::S3::Bucket"));
        Recorder recorder = SampleConfig.recorder(oneOf("default", "default", "aws-controltower-Recorder"),
                oneOf(SampleConfig.SERVICE_ROLE, "arn:aws:iam::123456789012:role/config"), scope,
                new Status(often(), Optional.of(States.NOW), seldom("AccessDenied")));
        Channel channel = SampleConfig.channel(new Delivery(perhaps(States.NOW), seldom("NoSuchBucket")));
        return new ConfigRecording(perhaps(recorder), perhaps(channel));
    }

    private List<ConfigRule> rules() {
        List<ConfigRule> rules = new ArrayList<>();
        for (Managed managed : Managed.values()) {
            if (often()) {
                Map<String, String> parameters = often() ? Map.of() : Map.of("blockedPort3", "8080");
                rules.add(new ConfigRule(SampleConfig.name(managed), managed, new TreeMap<>(parameters), !often(),
                        Reading.seen(new Evaluation(perhaps(States.NOW), seldom("no permission")))));
            }
        }
        return often() ? List.copyOf(rules) : List.of();
    }

    private List<EventRule> events(Region region) {
        List<EventRule> events = new ArrayList<>();
        for (int number = random.nextInt(3); number > 0; number--) {
            Target home = new Target(SampleConfig.TOPIC, Optional.empty());
            Target forward = new Target(SampleConfig.BUS, perhaps("arn:aws:iam::123456789012:role/f"));
            Target usual = region.equals(States.HOME) ? home : forward;
            Target target = oneOf(usual, usual, usual,
                    new Target("arn:aws:lambda:%s:%s:function:f".formatted(region, ACCOUNT), Optional.empty()),
                    new Target("arn:aws:events:eu-central-1:999999999999:event-bus/default", Optional.of("r")),
                    new Target("arn:aws:sns:%s:%s:unknown".formatted(region, ACCOUNT), Optional.empty()));
            // A topic that was not looked into may be anything, so it is left out of accounts that were seen whole.
            List<Target> targets = often() && !target.resource().equals("unknown") ? List.of(target) : List.of();
            events.add(new EventRule("events-" + number, often(), SampleConfig.PATTERN, Reading.seen(targets)));
        }
        return List.copyOf(events);
    }

    private Optional<Topic> topic() {
        List<Topic.Subscription> subscriptions = new ArrayList<>();
        if (often()) {
            subscriptions.add(maybe()
                    ? often()
                            ? new Topic.Subscription("email",
                                    often() ? "security@example.com" : "jane.doe@example.com", maybe(),
                                    SampleTrails.WHOLE)
                            : SampleTrails.filtered("security@example.com")
                    : new Topic.Subscription("lambda", "f", maybe(), SampleTrails.WHOLE));
        }
        Topic topic = SampleConfig.topic(
                often()
                        ? SampleConfig.OPEN_POLICY
                        : maybe() ? SampleConfig.DEFAULT_POLICY : SampleConfig.PUBLIC_POLICY,
                subscriptions.toArray(Topic.Subscription[]::new));
        if (!often()) {
            topic = new Topic(topic.arn(), topic.name(), topic.region(), topic.subscriptions(),
                    topic.access()
                            .map((access) -> new Topic.Access(access.policy(),
                                    Optional.of(maybe() ? "alias/aws/sns" : "alias/mine"))));
        }
        return Optional.of(topic).filter((there) -> often());
    }

    /** The same account, with Regions and parts that nobody could look at. */
    AccountState partly(AccountState whole, UnaryOperator<Reading<?>> mayHide) {
        Hiding hiding = new Hiding(mayHide);
        AccountState partly = whole
                .with(Fact.CONFIG_RECORDING, hiding.regions(whole.read(Fact.CONFIG_RECORDING),
                        (recording) -> new ConfigRecording(
                                recording.recorder()
                                        .map((one) -> new Recorder(one.name(), one.roleArn(), one.scope(),
                                                hiding.perhaps(one.status()))),
                                recording.channel()
                                        .map((one) -> new Channel(one.name(), one.bucket(),
                                                hiding.perhaps(one.delivery()))))))
                .with(Fact.CONFIG_RULES, hiding.regions(whole.read(Fact.CONFIG_RULES),
                        (rules) -> rules.stream()
                                .map((rule) -> new ConfigRule(rule.name(), rule.managed(), rule.parameters(),
                                        rule.narrowed(), hiding.perhaps(rule.evaluation())))
                                .toList()))
                .with(Fact.CONFIG_EVENTS, hiding.regions(whole.read(Fact.CONFIG_EVENTS),
                        (events) -> events.stream()
                                .map((rule) -> new EventRule(rule.name(), rule.enabled(), rule.pattern(),
                                        hiding.perhaps(rule.targets())))
                                .toList()));
        return partly.with(Fact.EVENT_TOPICS, partly.read(Fact.EVENT_TOPICS).map((topics) -> {
            Map<String, Reading<Optional<Topic>>> hidden = new HashMap<>();
            topics.forEach((arn, topic) -> hidden.put(arn,
                    hiding.perhaps(topic.map((there) -> there.map((one) -> new Topic(arn, one.name(), one.region(),
                            one.subscriptions(), hiding.perhaps(one.access())))))));
            return Map.copyOf(hidden);
        }));
    }

    private record Hiding(UnaryOperator<Reading<?>> mayHide) {

        @SuppressWarnings("unchecked") // a reading is hidden by one of its own type
        <T> Reading<T> perhaps(Reading<T> reading) {
            return (Reading<T>) mayHide.apply(reading);
        }

        <T> Reading<Regional<T>> regions(Reading<Regional<T>> reading, UnaryOperator<T> parts) {
            return reading.map((regional) -> Regional.of(regional.readings().keySet(),
                    (region) -> perhaps(regional.in(region).map(parts))));
        }
    }
}

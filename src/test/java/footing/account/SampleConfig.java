package footing.account;

import footing.account.ConfigRecording.Channel;
import footing.account.ConfigRecording.Delivery;
import footing.account.ConfigRecording.Recorder;
import footing.account.ConfigRecording.Scope;
import footing.account.ConfigRecording.Status;
import footing.account.ConfigRule.Evaluation;
import footing.account.ConfigRule.Managed;
import footing.account.EventRule.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** AWS Config as it should be in an account of two Regions, to be spoilt by a test. */
public final class SampleConfig {

    public static final Region OTHER = new Region("us-east-1");
    public static final List<Region> REGIONS = List.of(States.HOME, OTHER);
    public static final String BUCKET = "example-config";
    public static final String TOPIC = "arn:aws:sns:eu-central-1:" + States.ACCOUNT + ":security-findings";
    public static final String BUS = "arn:aws:events:eu-central-1:" + States.ACCOUNT + ":event-bus/default";
    public static final String SERVICE_ROLE = "arn:aws:iam::" + States.ACCOUNT
            + ":role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";
    public static final String PATTERN = "{\"source\":[\"aws.config\"],\"detail-type\":[\"Config Rules Compliance Change\"]}";
    public static final String OPEN_POLICY = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},\
        "Action":"sns:Publish","Resource":"*"}]}""";
    public static final String PUBLIC_POLICY = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sns:Publish",\
        "Resource":"*"}]}""";
    public static final String DEFAULT_POLICY = """
        {"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"SNS:Publish",\
        "Resource":"*","Condition":{"StringEquals":{"AWS:SourceOwner":"123456789012"}}}]}""";

    private SampleConfig() {
    }

    /** An account in which nothing of AWS Config was ever touched. */
    public static States untouched(States states) {
        return states.seen(Fact.CONFIG_RECORDING, everywhere(new ConfigRecording(Optional.empty(), Optional.empty())))
                .seen(Fact.CONFIG_RULES, everywhere(List.of()))
                .seen(Fact.CONFIG_ROLE, false)
                .seen(Fact.CONFIG_EVENTS, everywhere(List.of()))
                .seen(Fact.EVENT_TOPICS, Map.of());
    }

    /** All as it should be: the other Region forwards to the home Region, whose topic reaches a list. */
    public static States good(States states) {
        return states
                .seen(Fact.CONFIG_RECORDING,
                        Regional.of(REGIONS,
                                (region) -> Reading.seen(recording(Scope.all(region.equals(States.HOME))))))
                .seen(Fact.CONFIG_RULES, everywhere(rules()))
                .seen(Fact.CONFIG_ROLE, true)
                .seen(Fact.CONFIG_EVENTS,
                        Regional.of(REGIONS, (region) -> Reading.seen(List.of(region.equals(States.HOME)
                                ? rule("tell", new Target(TOPIC, Optional.empty()))
                                : rule("forward", new Target(BUS, Optional.of("arn:aws:iam::123456789012:role/f")))))))
                .seen(Fact.EVENT_TOPICS,
                        Map.of(TOPIC, Reading.seen(Optional.of(topic(OPEN_POLICY, subscription(true))))));
    }

    public static <T> Regional<T> everywhere(T value) {
        return Regional.of(REGIONS, (region) -> Reading.seen(value));
    }

    public static ConfigRecording recording(Scope scope) {
        return new ConfigRecording(
                Optional.of(recorder("default", SERVICE_ROLE, scope,
                        new Status(true, Optional.of(States.NOW), Optional.empty()))),
                Optional.of(channel(new Delivery(Optional.of(States.NOW), Optional.empty()))));
    }

    public static Recorder recorder(String name, String role, Scope scope, Status status) {
        return new Recorder(name, role, scope, Reading.seen(status));
    }

    public static Channel channel(Delivery delivery) {
        return new Channel("default", BUCKET, Reading.seen(delivery));
    }

    public static Scope scope(Scope.Kind kind, String... types) {
        return new Scope(kind, false, new java.util.TreeSet<>(Arrays.asList(types)));
    }

    public static List<ConfigRule> rules(Managed... without) {
        return Stream.of(Managed.values())
                .filter((managed) -> !Arrays.asList(without).contains(managed))
                .map((managed) -> rule(managed, new Evaluation(Optional.of(States.NOW), Optional.empty())))
                .toList();
    }

    /** What these rules are called: not as Footing would call them. */
    public static String name(Managed managed) {
        return "our-" + managed.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static ConfigRule rule(Managed managed, Evaluation evaluation) {
        return new ConfigRule(name(managed), managed, new TreeMap<>(), false, Reading.seen(evaluation));
    }

    public static EventRule rule(String name, Target... targets) {
        return new EventRule(name, true, PATTERN, Reading.seen(List.of(targets)));
    }

    public static Topic topic(String policy, Topic.Subscription... subscriptions) {
        return new Topic(TOPIC, "security-findings", States.HOME, List.of(subscriptions),
                Reading.seen(new Topic.Access(policy, Optional.empty())));
    }

    public static Topic.Subscription subscription(boolean confirmed) {
        return new Topic.Subscription("email", "security@example.com", confirmed, SampleTrails.WHOLE);
    }
}

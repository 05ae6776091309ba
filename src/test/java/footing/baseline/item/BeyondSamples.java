package footing.baseline.item;

import footing.account.AccountState;
import footing.account.AnomalyDetection;
import footing.account.AnomalyDetection.Listener;
import footing.account.Evidence;
import footing.account.Fact;
import footing.account.LogBucket.PublicAccess;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.account.States;
import footing.account.ThreatDetector;
import footing.account.Topic;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What accounts have of what the baseline does not ask for: some of it made up at random. */
final class BeyondSamples {

    static final String TOPIC = "arn:aws:sns:us-east-1:" + States.ACCOUNT + ":billing";
    static final String OPEN = "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
            + "\"costalerts.amazonaws.com\"},\"Action\":\"sns:Publish\",\"Resource\":\"*\",\"Condition\":"
            + "{\"StringEquals\":{\"aws:SourceAccount\":\"" + States.ACCOUNT + "\"}}}]}";
    static final String CLOSED = "{\"Statement\":[]}";

    private final Random random;

    BeyondSamples(Random random) {
        this.random = random;
    }

    void fill(States states) {
        List<Region> regions = List.of(States.HOME, Region.US_EAST_1);
        states.seen(Fact.ACCOUNT_PUBLIC_ACCESS, maybe()
                ? oneOf(PublicAccess.BLOCKED, PublicAccess.NOT_BLOCKED)
                : new PublicAccess(maybe(), maybe(), maybe(), maybe()))
                .seen(Fact.EBS_ENCRYPTION, Regional.of(regions, (region) -> Reading.seen(maybe())))
                .seen(Fact.THREAT_DETECTORS, Regional.of(regions, (region) -> Reading.seen(detector())))
                .seen(Fact.ANOMALY_DETECTION,
                        detection(maybe() ? List.of(listener()) : List.of(listener(), listener())));
    }

    private Optional<ThreatDetector> detector() {
        Optional<String> administrator = maybe() ? Optional.empty() : Optional.of("999999999999");
        return maybe()
                ? Optional.empty()
                : Optional
                        .of(new ThreatDetector("d", Reading.seen(maybe()), Reading.seen(administrator, Evidence.NONE)));
    }

    /** What hides a reading, of whatever value, or leaves it. */
    interface Hiding {

        <T> Reading<T> hide(Reading<T> reading);
    }

    /**
     * The same with parts that nobody could look at.
     *
     * @param hiding never hides a part as one of a Region that is off, which holds nothing
     */
    static AccountState partly(AccountState whole, Hiding hiding) {
        return whole.with(Fact.THREAT_DETECTORS, whole.read(Fact.THREAT_DETECTORS)
                .map((regions) -> Regional.of(regions.readings().keySet(), (region) -> hiding.hide(regions.in(region))
                        .map((detector) -> detector.map((there) -> new ThreatDetector(there.id(),
                                hiding.hide(there.enabled()), hiding.hide(there.administrator())))))));
    }

    private AnomalyDetection detection(List<Listener> listeners) {
        return random.nextInt(6) == 0
                ? new AnomalyDetection(List.of(), List.of())
                : watched(random.nextInt(6) == 0 ? List.of() : listeners);
    }

    /** A monitor of all services that tells these. */
    static AnomalyDetection watched(List<Listener> listeners) {
        return new AnomalyDetection(List.of(new AnomalyDetection.Monitor("arn:m", "services", true)),
                List.of(new AnomalyDetection.Subscription("told", List.of("arn:m"), listeners)));
    }

    private Listener listener() {
        return switch (random.nextInt(4)) {
            case 0 -> new Listener.Mail(oneOf("aws-billing@example.com", "jane.doe@example.com"));
            case 1 -> new Listener.ByTopic("arn:far", new Reading.Failed<>(
                    new Problem(Problem.Kind.NOT_READ, "sns:GetTopicAttributes", "arn:far")));
            default -> told(oneOf(OPEN, OPEN, CLOSED), maybe()
                    ? List.of()
                    : List.of(new Topic.Subscription(oneOf("email", "email", "https"), oneOf("aws-billing@example.com",
                            "jane.doe@example.com"), maybe(), Reading.seen(maybe()))));
        };
    }

    /** A topic of billing with this policy. */
    static Listener told(String policy, List<Topic.Subscription> subscriptions) {
        return new Listener.ByTopic(TOPIC, Reading.seen(Optional.of(new Topic(TOPIC, "billing", Region.US_EAST_1,
                subscriptions, Reading.seen(new Topic.Access(policy, Optional.empty()))))));
    }

    private boolean maybe() {
        return random.nextBoolean();
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }
}

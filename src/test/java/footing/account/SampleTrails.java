package footing.account;

import footing.account.LogBucket.PublicAccess;
import footing.choices.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** SampleTrails to judge in tests, and what hangs on them. A good one first; each method spoils or adds one thing. */
public record SampleTrails(Trail trail) {

    public static final String BUCKET = "example-logs";
    public static final String GROUP_ARN = "arn:aws:logs:eu-central-1:123456789012:log-group:example/trail";
    public static final String ROLE_ARN = "arn:aws:iam::123456789012:role/example-trail";
    public static final String TOPIC_ARN = "arn:aws:sns:eu-central-1:123456789012:example-security";

    private static final Evidence STATUS = Evidence
            .of(new Observation("cloudtrail", "GetTrailStatus", States.HOME, States.NOW, "request-status", Map.of()));

    /** Of a subscription that gets every message. */
    public static final Reading<Boolean> WHOLE = Reading.seen(false);

    /** When trails that are not new began to log. */
    public static final Instant LONG_AGO = States.NOW.minus(Duration.ofDays(400));

    /** A trail of the account that covers everything, validates, and delivers to bucket and log group. */
    public static SampleTrails good() {
        return good("example", States.ACCOUNT);
    }

    public static SampleTrails good(String name, String owner) {
        Trail.Status status = new Trail.Status(true, Optional.of(LONG_AGO), Optional.of(States.NOW),
                Optional.empty(), Optional.of(States.NOW), Optional.empty(),
                new Trail.Digests(Optional.of(States.NOW), Optional.empty()));
        return new SampleTrails(
                new Trail(name, "arn:aws:cloudtrail:eu-central-1:" + owner + ":trail/" + name, States.HOME,
                        true, true, false, true, BUCKET, Optional.empty(), Optional.empty(), Optional.of(GROUP_ARN),
                        Optional.of(ROLE_ARN), Reading.seen(status, STATUS),
                        Reading.seen(new Trail.Selectors(true, false))));
    }

    public SampleTrails singleRegion() {
        return with(false, trail.globalEvents(), trail.validation(), trail.logGroupArn(), trail.status(),
                trail.selectors());
    }

    public SampleTrails withoutGlobalEvents() {
        return with(trail.multiRegion(), false, trail.validation(), trail.logGroupArn(), trail.status(),
                trail.selectors());
    }

    public SampleTrails unvalidated() {
        return with(trail.multiRegion(), trail.globalEvents(), false, trail.logGroupArn(), trail.status(),
                trail.selectors());
    }

    public SampleTrails logGroup(Optional<String> arn) {
        return with(trail.multiRegion(), trail.globalEvents(), trail.validation(), arn, trail.status(),
                trail.selectors());
    }

    public SampleTrails status(boolean logging, Optional<String> error, Optional<String> logError, boolean delivered) {
        Instant started = delivered ? LONG_AGO : States.NOW.minus(Duration.ofHours(1));
        return status(Reading.seen(new Trail.Status(logging, Optional.of(started),
                Optional.of(States.NOW).filter((now) -> delivered), error,
                Optional.of(States.NOW).filter((now) -> delivered), logError,
                new Trail.Digests(Optional.of(States.NOW).filter((now) -> delivered), error)), STATUS));
    }

    public SampleTrails stopped() {
        return status(false, Optional.empty(), Optional.empty(), true);
    }

    public SampleTrails undelivered() {
        return status(true, Optional.empty(), Optional.empty(), false);
    }

    /** A trail that began to log, and last delivered to both places, so long before the survey. */
    public SampleTrails arrived(Duration started, Optional<Duration> delivered) {
        Optional<Instant> last = delivered.map(States.NOW::minus);
        return status(Reading.seen(new Trail.Status(true, Optional.of(States.NOW.minus(started)), last,
                Optional.empty(), last, Optional.empty(), new Trail.Digests(last, Optional.empty())), STATUS));
    }

    public SampleTrails status(Reading<Trail.Status> status) {
        return with(trail.multiRegion(), trail.globalEvents(), trail.validation(), trail.logGroupArn(), status,
                trail.selectors());
    }

    public SampleTrails selectors(Reading<Trail.Selectors> selectors) {
        return with(trail.multiRegion(), trail.globalEvents(), trail.validation(), trail.logGroupArn(),
                trail.status(), selectors);
    }

    /** The same trail as an organization's, owned by whoever owns it. */
    public SampleTrails ofOrganization() {
        return new SampleTrails(new Trail(trail.name(), trail.arn(), trail.home(), trail.multiRegion(),
                trail.globalEvents(), true, trail.validation(), trail.bucket(), trail.keyPrefix(), trail.kmsKeyId(),
                trail.logGroupArn(), trail.logRoleArn(), trail.status(), trail.selectors()));
    }

    /** The same trail, as Footing makes it, with another home. */
    public SampleTrails ofFootingIn(Region home) {
        return in(home, Optional.of("arn:aws:iam::" + States.ACCOUNT + ":role/footing-trail-to-logs"));
    }

    public SampleTrails in(Region home) {
        return in(home, trail.logRoleArn());
    }

    private SampleTrails in(Region home, Optional<String> logRole) {
        return new SampleTrails(new Trail(trail.name(), trail.arn(), home, trail.multiRegion(), trail.globalEvents(),
                trail.organizationTrail(), trail.validation(), trail.bucket(), trail.keyPrefix(), trail.kmsKeyId(),
                trail.logGroupArn(), logRole, trail.status(), trail.selectors()));
    }

    private SampleTrails with(boolean multiRegion, boolean globalEvents, boolean validation, Optional<String> logGroup,
            Reading<Trail.Status> status, Reading<Trail.Selectors> selectors) {
        return new SampleTrails(new Trail(trail.name(), trail.arn(), trail.home(), multiRegion, globalEvents,
                trail.organizationTrail(), validation, trail.bucket(), trail.keyPrefix(), trail.kmsKeyId(), logGroup,
                trail.logRoleArn(), status, selectors));
    }

    /** A bucket of which everything was seen. */
    public static LogBucket bucket(Optional<String> policy, boolean blocked, boolean versioned) {
        return new LogBucket(BUCKET, Reading.seen(States.HOME), Reading.seen(policy),
                Reading.seen(blocked ? new PublicAccess(true, true, true, true) : PublicAccess.NOT_BLOCKED),
                Reading.seen(versioned));
    }

    /** A filter for each activity, but for those left out. */
    public static List<MetricFilter> filters(Activity... without) {
        return activities(without).map((activity) -> new MetricFilter("f-" + activity.id(), GROUP_ARN, States.HOME,
                activity.pattern().replace("&&", "\n  &&"), "Example", activity.id())).toList();
    }

    /** An alarm for each activity, but for those left out, that notifies the topic. */
    public static List<MetricAlarm> alarms(String topicArn, Activity... without) {
        return activities(without).map((activity) -> alarm(activity, true, topicArn)).toList();
    }

    /** What a single event sets off. */
    public static final MetricAlarm.Trigger TRIGGER = new MetricAlarm.Trigger("Sum", "GreaterThanOrEqualToThreshold",
            1, 300, 1, "missing", false);

    public static MetricAlarm alarm(Activity activity, boolean enabled, String topicArn) {
        return alarm(activity, Optional.of(TRIGGER), enabled, topicArn);
    }

    public static MetricAlarm alarm(Activity activity, Optional<MetricAlarm.Trigger> trigger, boolean enabled,
            String topicArn) {
        return new MetricAlarm("a-" + activity.id(), "arn:" + activity.id(), States.HOME, "Example", activity.id(),
                trigger, enabled, List.of(topicArn));
    }

    /** A topic with the policy that SNS gives to a new one. */
    public static Topic topic(String name, Topic.Subscription... subscriptions) {
        return topic(name,
                Reading.seen(new Topic.Access("{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},"
                        + "\"Action\":[\"SNS:Publish\"],\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"AWS:SourceOwner\":"
                        + "\"123456789012\"}}}]}", Optional.empty())),
                subscriptions);
    }

    public static Topic topic(String name, Reading<Topic.Access> access, Topic.Subscription... subscriptions) {
        return new Topic("arn:aws:sns:eu-central-1:123456789012:" + name, name, States.HOME, List.of(subscriptions),
                access);
    }

    public static Topic.Subscription subscription(String list, boolean confirmed) {
        return new Topic.Subscription("email", list, confirmed, SampleTrails.WHOLE);
    }

    /** One that a filter policy keeps some messages from. */
    public static Topic.Subscription filtered(String list) {
        return new Topic.Subscription("email", list, true, Reading.seen(true));
    }

    private static Stream<Activity> activities(Activity... without) {
        return Arrays.stream(Activity.values()).filter((activity) -> !List.of(without).contains(activity));
    }
}

package footing.aws.apply;

import footing.account.Identity;
import footing.account.MetricAlarm;
import footing.account.Permission;
import footing.account.Region;
import footing.account.Topic;
import footing.aws.AwsClients;
import footing.aws.AwsErrors;
import footing.aws.SignInNeededException;
import footing.aws.UnreachableException;
import footing.aws.apply.ApplyEvent.Failure;
import footing.plan.Plan;
import footing.plan.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * The few calls by which what was applied is seen to work, each journalled like every other write. No run begins with
 * them, so that there is nothing to resume or to take back.
 */
public final class Proving {

    /** What these calls take. */
    public static final Set<Permission> PERMISSIONS = Set.of(new Permission("cloudwatch:DescribeAlarms"),
            new Permission("cloudwatch:SetAlarmState"), new Permission("sns:ConfirmSubscription"),
            new Permission("sns:Subscribe"));

    private final AwsClients clients;
    private final Scribe scribe;

    /** @param home the Region in which the journal's account is at home */
    public Proving(AwsClients clients, Identity identity, Region home, ApplyOptions options) {
        this.clients = clients;
        this.scribe = new Scribe(options,
                new Plan(identity, home, List.of(), List.of(), Map.of(), Map.of(), Map.of()));
    }

    /**
     * Has SNS send its mail once more: {@code sns:Subscribe} of what is subscribed and waits does that, and nothing
     * else.
     *
     * @return why it could not be asked for
     */
    public Optional<Failure> resend(Topic topic, Topic.Subscription subscription) {
        return done(subscription.endpoint(), () -> scribe.call(subject("RESEND", topic.arn()), Value.ABSENT,
                Value.text(subscription.endpoint()), "",
                () -> sns(topic).subscribe((request) -> request.topicArn(topic.arn())
                        .protocol(subscription.protocol())
                        .endpoint(subscription.endpoint()))));
    }

    /**
     * Confirms a subscription so that only the account can end it: no link in a mail does any more.
     *
     * @param token out of the mail; the journal does not keep it
     * @return why it could not be done
     */
    public Optional<Failure> confirm(Topic topic, String token) {
        return done(topic.name(), () -> scribe.call(subject("CONFIRM", topic.arn()), Value.ABSENT, Value.ABSENT, "",
                () -> sns(topic).confirmSubscription((request) -> request.topicArn(topic.arn())
                        .token(token)
                        .authenticateOnUnsubscribe("true"))));
    }

    /**
     * Sets an alarm off, and back to what it was.
     *
     * @param reason what stands in the mail
     * @param after what stands there once it is over
     * @return why it could not be done; also where it was set off, and could not be set back
     */
    public Optional<Failure> setOff(MetricAlarm alarm, String reason, String after) {
        CloudWatchClient cloudWatch = clients.get(CloudWatchClient.class, alarm.region());
        return done(alarm.name(), () -> {
            StateValue before = cloudWatch.describeAlarms((request) -> request.alarmNames(alarm.name()))
                    .metricAlarms()
                    .stream()
                    .findFirst()
                    .map((there) -> there.stateValue())
                    .filter((state) -> state != StateValue.ALARM)
                    .orElse(StateValue.OK);
            try {
                set(cloudWatch, alarm, StateValue.ALARM, reason);
            } finally {
                // Also where nobody knows whether it was set off: what hangs in ALARM tells nobody of the next event.
                set(cloudWatch, alarm, before, after);
            }
        });
    }

    private void set(CloudWatchClient cloudWatch, MetricAlarm alarm, StateValue state, String reason) {
        scribe.call(subject("SET_ALARM_STATE", alarm.arn()), Value.ABSENT, Value.text(state.toString()), "",
                () -> cloudWatch.setAlarmState((request) -> request.alarmName(alarm.name())
                        .stateValue(state)
                        .stateReason(reason)));
    }

    private SnsClient sns(Topic topic) {
        return clients.get(SnsClient.class, topic.region());
    }

    private static Value subject(String action, String arn) {
        return Value.fields("action", Value.text(action)).with("arn", Value.text(arn));
    }

    private static Optional<Failure> done(String what, Runnable call) {
        try {
            call.run();
            return Optional.empty();
        } catch (SdkException | SignInNeededException | UnreachableException | JournalException
                | LostAnswerException e) {
            return Optional.of(new Failure(Failures.cause(e), what, "proof", AwsErrors.message(e), false));
        }
    }
}

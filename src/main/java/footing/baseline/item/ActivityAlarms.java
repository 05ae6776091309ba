package footing.baseline.item;

import static footing.baseline.Verdict.Ruling;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.MetricFilter;
import footing.account.Reading;
import footing.account.Trail;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.baseline.item.ActivityChain.End;
import footing.choices.Activity;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Remedy;
import footing.plan.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody hears of security- and network-related activity: for each of fifteen activities a metric filter on the
 * trail's log group, an alarm on its metric, and a topic to which somebody has confirmed a subscription. Source: {@code
 * logs:DescribeMetricFilters}, {@code cloudwatch:DescribeAlarms}, {@code sns:ListSubscriptions}, {@code
 * sns:GetSubscriptionAttributes}.
 */
final class ActivityAlarms extends Described {

    enum Result implements Outcome {
        HEARD(Status.MET),
        NO_TRAIL(Status.NOT_MET),
        NO_COVERING_TRAIL(Status.NOT_MET),
        NO_LOG_GROUP(Status.NOT_MET),
        /** The trail can be changed only where it was made. */
        NO_LOG_GROUP_ELSEWHERE(Status.NOT_MET),
        LOGS_FAIL(Status.NOT_MET),
        NOTHING_ARRIVES(Status.NOT_MET),
        MISSING(Status.NOT_MET),
        WOULD_NOT_FIRE(Status.NOT_MET),
        NOBODY(Status.NOT_MET),
        NO_LIST(Status.NOT_MET),
        TOPIC_PUBLIC(Status.NOT_MET),
        TOPIC_KEY(Status.NOT_MET),
        TOPIC_REFUSES(Status.NOT_MET),
        UNCONFIRMED(Status.PENDING),
        NOTHING_YET(Status.PENDING),
        LOOKS_PERSONAL(Status.NEEDS_ATTESTATION),
        FORMULA(Status.NEEDS_ATTESTATION),
        FILTERED(Status.NEEDS_ATTESTATION),
        TOPIC_UNCLEAR(Status.NEEDS_ATTESTATION),
        TOPIC_ELSEWHERE(Status.NEEDS_ATTESTATION),
        LOG_GROUP_ELSEWHERE(Status.NEEDS_ATTESTATION);

        /** What has to be mended at the topic itself. */
        private static final Set<Result> REFUSED = Set.of(TOPIC_PUBLIC, TOPIC_KEY, TOPIC_REFUSES);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }

        @Override
        public boolean isByHand() {
            return this == NO_LOG_GROUP_ELSEWHERE || REFUSED.contains(this);
        }

        @Override
        public boolean waitsForPerson() {
            return this == UNCONFIRMED;
        }
    }

    ActivityAlarms() {
        super(ItemId.ACTIVITY_ALARMS, Section.LOGGING, Fix.FOOTING,
                Set.of(Fact.TRAILS, Fact.FAR_TRAILS, Fact.LOG_GROUPS, Fact.METRIC_FILTERS, Fact.ALARMS, Fact.TOPICS),
                Result.values(),
                Controls.cis(Controls.numbered("4.", 15), Controls.numbered("4.", 15), Controls.numbered("4.", 15),
                        Controls.numbered("5.", 15), Controls.numbered("5.", 15))
                        .securityHub(Controls.numbered("CloudWatch.", 14))
                        .nist("AU-6(1), AU-6(5), AU-12(3), CA-7, SI-4(12)")
                        .soc2("CC5.2, CC7.2, CC7.3, CC7.4")
                        .iso("A.8.15, A.8.16"));
    }

    @Override
    public Verdict judge(AccountState account) {
        return Trails.judgeCovering(this, account, Result.NO_TRAIL, (coverage) -> ruling(coverage, account));
    }

    private static Reading<Ruling> ruling(Coverage coverage, AccountState account) {
        String trail = coverage.trail().name();
        Optional<String> group = coverage.trail().logGroupArn();
        if (coverage.isWeak()) {
            return Reading.seen(Ruling.of(Result.NO_COVERING_TRAIL, Map.of("trail", trail)));
        }
        if (group.isEmpty()) {
            return Reading.seen(Trails.isElsewhere(coverage.trail(), account)
                    ? Ruling.of(Result.NO_LOG_GROUP_ELSEWHERE,
                            Map.of("trail", trail, "owner", coverage.trail().owner()))
                    : Ruling.of(Result.NO_LOG_GROUP, Map.of("trail", trail)));
        }
        if (!LogDelivery.isOf(group.get(), account)) {
            return Reading.seen(Ruling.of(Result.LOG_GROUP_ELSEWHERE, Map.of("group", group.get())));
        }
        Reading<Ruling> chains = ActivityChain.Parts.read(account)
                .flatMap((parts) -> ruling(chains(group.get(), parts), parts));
        return chains.flatMap((ruling) -> isAgainst(ruling)
                ? Reading.seen(ruling)
                : Reading.both(coverage.trail().status(), Arrival.inLogGroup(coverage.trail(), account),
                        (status, arrival) -> fed(ruling, arrival, trail, status)));
    }

    private static boolean isAgainst(Ruling ruling) {
        return ruling.outcome().status() == Status.NOT_MET;
    }

    /** Alarms that are whole hear what arrives in the log group, and nothing else. */
    private static Ruling fed(Ruling ruling, Arrival arrival, String trail, Trail.Status status) {
        return switch (arrival) {
            case ARRIVES -> ruling;
            case YOUNG -> ruling.outcome().status() == Status.MET
                    ? Ruling.of(Result.NOTHING_YET, Map.of("trail", trail))
                    : ruling;
            case FAILS -> Ruling.of(Result.LOGS_FAIL,
                    Map.of("trail", trail, "error", status.logDeliveryError().orElse("")));
            case STOPPED, NEVER, STALE -> Ruling.of(Result.NOTHING_ARRIVES, Map.of("trail", trail));
        };
    }

    private static List<ActivityChain> chains(String group, ActivityChain.Parts parts) {
        return Arrays.stream(Activity.values()).map((activity) -> ActivityChain.of(activity, group, parts)).toList();
    }

    /** Nobody is said to hear before it was seen that the alarms may publish to the topics, and nothing is held back. */
    private static Reading<Ruling> ruling(List<ActivityChain> chains, ActivityChain.Parts parts) {
        Ruling ruling = ruling(chains);
        if (isAgainst(ruling)) {
            return Reading.seen(ruling);
        }
        List<Reading<Boolean>> heard = parts.topics()
                .stream()
                .filter((topic) -> chains.stream()
                        .anyMatch((chain) -> chain.end().isHeard() && chain.where().equals(topic.name())))
                .map((topic) -> topic.access()
                        .flatMap((access) -> topic.reachesMail()
                                ? MailHeard.of(topic).map((mail) -> true)
                                : Reading.seen(true)))
                .toList();
        return Reading.all(heard).map((seen) -> ruling);
    }

    private static Ruling ruling(List<ActivityChain> chains) {
        List<ActivityChain> missing = chains.stream().filter((chain) -> !chain.end().reachesTopic()).toList();
        if (!missing.isEmpty()) {
            boolean deaf = missing.stream().allMatch((chain) -> chain.end() == End.DEAF);
            return Ruling.of(deaf ? Result.WOULD_NOT_FIRE : Result.MISSING,
                    Map.of("count", String.valueOf(missing.size()), "missing",
                            missing.stream()
                                    .map((chain) -> chain.activity().id())
                                    .collect(Collectors.joining(","))));
        }
        ActivityChain worst = chains.stream().max((a, b) -> a.end().compareTo(b.end())).orElseThrow();
        return switch (worst.end()) {
            case HEARD -> Ruling.of(Result.HEARD, Map.of("topic", worst.where()));
            case UNCONFIRMED -> Ruling.of(Result.UNCONFIRMED, Map.of("topic", worst.where()));
            case ELSEWHERE -> Ruling.of(Result.TOPIC_ELSEWHERE, Map.of("topic", worst.where()));
            case PERSONAL -> Ruling.of(Result.LOOKS_PERSONAL, Map.of("topic", worst.where()));
            case TOPIC_PUBLIC -> Ruling.of(Result.TOPIC_PUBLIC, Map.of("topic", worst.where()));
            case FORMULA -> Ruling.of(Result.FORMULA, Map.of("alarm", worst.where()));
            case FILTERED -> Ruling.of(Result.FILTERED, Map.of("topic", worst.where()));
            case TOPIC_UNCLEAR -> Ruling.of(Result.TOPIC_UNCLEAR, Map.of("topic", worst.where()));
            case TOPIC_KEY -> Ruling.of(Result.TOPIC_KEY, Map.of("topic", worst.where()));
            case TOPIC_REFUSES -> Ruling.of(Result.TOPIC_REFUSES, Map.of("topic", worst.where()));
            case NO_LIST -> Ruling.of(Result.NO_LIST, Map.of("topic", worst.where()));
            case NOBODY, DEAF, MUTE, NO_ALARM, NO_FILTER -> Ruling.of(Result.NOBODY, Map.of("topic", worst.where()));
        };
    }

    /** Whose topic refuses alarms, has to let them in by hand. */
    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        Remedy remedy = resources(account, choices);
        boolean refused = judge(account).outcome()
                .filter(Result.REFUSED::contains)
                .isPresent();
        boolean ours = Arrays.stream(Activity.values()).anyMatch((activity) -> isOurs(activity, account));
        // Changes of nothing but a step would take away what Footing made before.
        return refused && !ours && remedy instanceof Remedy.Nothing
                ? Remedy.of(Console.step(id(), "topic-access", Console.topics(account)))
                : remedy;
    }

    private Remedy resources(AccountState account, Choices choices) {
        Optional<Value> topic = TopicPlan.of(account, choices).arn();
        return switch (LogDelivery.of(account, choices)) {
            case LogDelivery.None(Remedy.Reason reason) -> Remedy.nothing(judge(account).status() == Status.MET
                    ? Remedy.Reason.ADOPTED
                    : reason == Remedy.Reason.LEFT ? Remedy.Reason.NEEDS_ANOTHER : reason);
            case LogDelivery.InStack(String group) -> topic
                    .map((arn) -> alarms(account, choices, new Value.Ref(TrailResources.LOG_GROUP),
                            account.arn("logs", account.home().id(), "log-group:" + group), arn))
                    .orElseGet(() -> Remedy.nothing(noTopic(choices)));
            case LogDelivery.Adopted(String name, String arn) -> topic
                    .map((topicArn) -> alarms(account, choices, Value.text(name), arn, topicArn))
                    .orElseGet(() -> Remedy.nothing(judge(account).status() == Status.MET
                            ? Remedy.Reason.ADOPTED
                            : noTopic(choices)));
        };
    }

    private static Remedy.Reason noTopic(Choices choices) {
        return choices.leaves(ItemId.SECURITY_NOTIFICATIONS)
                ? Remedy.Reason.NEEDS_ANOTHER
                : Remedy.Reason.NOT_DECIDED;
    }

    /** For each chosen activity what others have not made: filter and alarm, or an alarm on the metric that is there. */
    private static Remedy alarms(AccountState account, Choices choices, Value group, String groupArn, Value topic) {
        Optional<ActivityChain.Parts> others = ActivityChain.Parts.read(account)
                .found()
                .map((parts) -> parts.ofOthers(account));
        if (others.isEmpty()) {
            return Remedy.nothing(Remedy.Reason.NOT_SEEN);
        }
        List<Change> changes = new ArrayList<>();
        for (ActivityChain chain : chains(groupArn, others.get())) {
            if (!choices.alarms().contains(chain.activity())
                    || (chain.end().reachesTopic() && !isOurs(chain.activity(), account))) {
                continue;
            }
            if (chain.end() == End.NO_FILTER) {
                changes.add(AlarmResources.filter(chain.activity(), group));
            }
            String namespace = chain.filter().map(MetricFilter::metricNamespace).orElse(AlarmResources.NAMESPACE);
            String metric = chain.filter()
                    .map(MetricFilter::metricName)
                    .orElseGet(() -> AlarmResources.name(chain.activity()));
            changes.add(AlarmResources.alarm(chain.activity(), namespace, metric, topic));
        }
        boolean ours = Arrays.stream(Activity.values()).anyMatch((activity) -> isOurs(activity, account));
        if (changes.isEmpty() && !ours) {
            return Remedy
                    .nothing(switchedOff(choices) ? Remedy.Reason.SWITCHED_OFF : Remedy.Reason.ADOPTED);
        }
        // No changes at all is a remedy too: what was made for alarms that are switched off by now goes away.
        return new Remedy.Changes(changes,
                switchedOff(choices) ? Remedy.Reason.SWITCHED_OFF : Remedy.Reason.IN_ORDER);
    }

    private static boolean switchedOff(Choices choices) {
        return choices.alarms().size() < Activity.values().length;
    }

    private static boolean isOurs(Activity activity, AccountState account) {
        return account.madeByFooting("AWS::CloudWatch::Alarm", AlarmResources.name(activity));
    }
}

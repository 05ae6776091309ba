package footing.baseline.item;

import footing.account.AccountState;
import footing.account.AnomalyDetection;
import footing.account.AnomalyDetection.Listener;
import footing.account.Fact;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Topic;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.baseline.Verdict.Ruling;
import footing.choices.Addresses;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Remedy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Beyond the baseline: AWS watches what each service costs, and tells somebody when it is more than expected. Source:
 * {@code ce:GetAnomalyMonitors}, {@code GetAnomalySubscriptions}; topics by {@code sns:ListTopics}, {@code
 * ListSubscriptions}, {@code GetTopicAttributes}.
 */
final class CostAnomalies extends Described {

    /** The best first. */
    enum Result implements Outcome {
        TOLD(Status.MET),
        UNCONFIRMED(Status.PENDING),
        LOOKS_PERSONAL(Status.NEEDS_ATTESTATION),
        FILTERED(Status.NEEDS_ATTESTATION),
        /** Who hears of the topic, or whether it may be written to, nobody can see or weigh here. */
        TOPIC_UNCLEAR(Status.NEEDS_ATTESTATION),
        TOPIC_CLOSED(Status.NOT_MET),
        NOBODY(Status.NOT_MET),
        NONE(Status.NOT_MET);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }

        @Override
        public boolean waitsForPerson() {
            return this == UNCONFIRMED;
        }
    }

    CostAnomalies() {
        super(ItemId.COST_ANOMALIES, Section.BEYOND, Fix.FOOTING, Set.of(Fact.ANOMALY_DETECTION), Result.values(),
                Controls.none());
    }

    @Override
    public Verdict judge(AccountState account) {
        return Verdict.of(this, account.read(Fact.ANOMALY_DETECTION).flatMap(CostAnomalies::ruling));
    }

    private static Reading<Ruling> ruling(AnomalyDetection detection) {
        Optional<AnomalyDetection.Monitor> monitor = detection.ofEverything();
        if (monitor.isEmpty()) {
            return Reading.seen(Ruling.of(Result.NONE));
        }
        List<Reading<Ruling>> rulings = detection.listeners(monitor.get())
                .stream()
                .map((listener) -> ruling(monitor.get(), listener))
                .toList();
        return Best.of(Result.values(), rulings, Ruling.of(Result.NOBODY, values(monitor.get(), "")));
    }

    private static Reading<Ruling> ruling(AnomalyDetection.Monitor monitor, Listener listener) {
        return switch (listener) {
            case Listener.Mail(String address) -> Reading.seen(Ruling.of(
                    Addresses.looksPersonal(address) ? Result.LOOKS_PERSONAL : Result.TOLD, values(monitor, address)));
            case Listener.ByTopic(String arn, Reading.Failed<Optional<Topic>>(Problem why)) when why.kind()
                    == Problem.Kind.NOT_READ ->
                Reading.seen(Ruling.of(Result.TOPIC_UNCLEAR, values(monitor, arn)));
            case Listener.ByTopic(String arn, Reading<Optional<Topic>> topic) -> topic.flatMap((there) -> there
                    .map((one) -> result(one).map((result) -> Ruling.of(result, values(monitor, one.name()))))
                    .orElseGet(() -> Reading.seen(Ruling.of(Result.NOBODY, values(monitor, arn)))));
        };
    }

    private static Map<String, String> values(AnomalyDetection.Monitor monitor, String who) {
        return Map.of("monitor", monitor.name(), "who", who);
    }

    private static Reading<Result> result(Topic topic) {
        return topic.access()
                .map((access) -> TopicAccess.of(topic, access, TopicAccess.Publisher.COST_ALERTS))
                .flatMap((access) -> BudgetChain.end(topic, access))
                .map(CostAnomalies::result);
    }

    private static Result result(BudgetChain.End end) {
        return switch (end) {
            case HEARD -> Result.TOLD;
            case UNCONFIRMED -> Result.UNCONFIRMED;
            case PERSONAL -> Result.LOOKS_PERSONAL;
            case FILTERED -> Result.FILTERED;
            case ELSEWHERE, UNCLEAR -> Result.TOPIC_UNCLEAR;
            case CLOSED -> Result.TOPIC_CLOSED;
            case NO_LIST, NOBODY -> Result.NOBODY;
        };
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        if (!AnomalyResources.areMade(account, choices)) {
            return Remedy.nothing(unchanged(account, Remedy.Reason.STILL_OPEN));
        }
        return AnomalyResources.remedy(account, choices);
    }
}

package footing.baseline.item;

import static footing.baseline.Verdict.Ruling;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Topic;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.choices.Addresses;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.choices.SecurityTopic;
import footing.plan.Remedy;
import footing.plan.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A security distribution list is subscribed, and has confirmed, to a topic for security notifications. Source: {@code
 * sns:ListTopics}, {@code ListSubscriptions}, {@code GetSubscriptionAttributes}; the filters, alarms and stacks tell which
 * topic is meant.
 */
final class SecurityNotifications extends Described {

    enum Result implements Outcome {
        CONFIRMED(Status.MET),
        NONE(Status.NOT_MET),
        NOBODY(Status.NOT_MET),
        /** Programs or phones are notified, but no mailbox that a list could be. */
        NO_LIST(Status.NOT_MET),
        /** More than one topic could be meant, and none of them reaches a list. */
        SEVERAL(Status.NOT_MET),
        UNCONFIRMED(Status.PENDING),
        LOOKS_PERSONAL(Status.NEEDS_ATTESTATION),
        /** Who has confirmed gets only what a filter policy lets through. */
        FILTERED(Status.NEEDS_ATTESTATION);

        /** Of what a subscription that is confirmed can come to, the best first. */
        private static final Outcome[] CONFIRMED_BEST_FIRST = {CONFIRMED, LOOKS_PERSONAL, FILTERED};

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

    private record Subscribed(Topic topic, Topic.Subscription subscription) {
        private Reading<Ruling> ruling() {
            Result whole = Addresses.looksPersonal(subscription.endpoint()) ? Result.LOOKS_PERSONAL : Result.CONFIRMED;
            return subscription.filtered().map((filtered) -> as(filtered ? Result.FILTERED : whole));
        }

        private Ruling as(Result result) {
            return Ruling.of(result, Map.of("topic", topic.name(), "list", subscription.endpoint()));
        }
    }

    SecurityNotifications() {
        super(ItemId.SECURITY_NOTIFICATIONS, Section.LOGGING, Fix.FOOTING,
                Set.of(Fact.TOPICS, Fact.METRIC_FILTERS, Fact.ALARMS, Fact.SECURITY_STACK), Result.values(),
                Controls.none());
    }

    @Override
    public Verdict judge(AccountState account) {
        return Verdict.of(this, account.read(Fact.TOPICS).flatMap((topics) -> ruling(topics, account)));
    }

    private static Reading<Ruling> ruling(List<Topic> topics, AccountState account) {
        List<Topic> candidates = SecurityTopic.candidates(account);
        List<Subscribed> all = candidates.stream()
                .flatMap((topic) -> topic.mail().stream().map((one) -> new Subscribed(topic, one)))
                .toList();
        Ruling against = against(candidates);
        List<Reading<Ruling>> confirmed = all.stream()
                .filter((one) -> one.subscription().confirmed())
                .map(Subscribed::ruling)
                .toList();
        if (!confirmed.isEmpty()) {
            return Best.of(Result.CONFIRMED_BEST_FIRST, confirmed, against);
        }
        Optional<Ruling> told = unconfirmed(all);
        if (told.isPresent()) {
            return Reading.seen(told.get());
        }
        boolean others = topics.stream().anyMatch((topic) -> !topic.subscriptions().isEmpty());
        // Another topic may be the one that is meant; what would tell has to be seen first.
        return others ? whichIsMeant(account).map((seen) -> against) : Reading.seen(against);
    }

    /** What is missing, where no candidate has a mailbox subscribed. */
    private static Ruling against(List<Topic> candidates) {
        if (candidates.isEmpty()) {
            return Ruling.of(Result.NONE);
        }
        if (candidates.size() > 1) {
            return Ruling.of(Result.SEVERAL,
                    Map.of("topics", candidates.stream().map(Topic::name).collect(Collectors.joining(", "))));
        }
        Topic only = candidates.getFirst();
        return only.subscriptions().isEmpty()
                ? Ruling.of(Result.NOBODY, Map.of("topic", only.name()))
                : Ruling.of(Result.NO_LIST,
                        Map.of("topic", only.name(), "others", String.join(", ", only.otherProtocols())));
    }

    /** All who have yet to confirm, since each of them has to. */
    private static Optional<Ruling> unconfirmed(List<Subscribed> all) {
        return all.stream()
                .findFirst()
                .map((best) -> Ruling.of(Result.UNCONFIRMED, Map.of("topic", best.topic().name(),
                        "list", all.stream()
                                .filter((one) -> one.topic().equals(best.topic()))
                                .map((one) -> one.subscription().endpoint())
                                .collect(Collectors.joining(", ")))));
    }

    private static Reading<Boolean> whichIsMeant(AccountState account) {
        return Reading.both(
                Reading.both(account.read(Fact.METRIC_FILTERS), account.read(Fact.ALARMS), (a, b) -> true),
                account.read(Fact.SECURITY_STACK), (a, b) -> true);
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        Optional<String> list = choices.notifications().securityList();
        if (list.isEmpty()) {
            return Remedy.nothing(unchanged(account, Remedy.Reason.NOT_DECIDED));
        }
        return switch (TopicPlan.of(account, choices)) {
            case TopicPlan.InStack inStack ->
                Remedy.of(TopicResources.topic(choices.notifications().topicName()),
                        TopicResources.policy(account, choices),
                        TopicResources.subscription(new Value.Ref(TopicResources.TOPIC), list.get()));
            case TopicPlan.Adopted(Topic topic) -> AdoptedTopic.reaching(topic, list.get(),
                    TopicResources.subscription(Value.text(topic.arn()), list.get()),
                    account.read(Fact.SECURITY_STACK).found().flatMap((stack) -> stack));
            case TopicPlan.Undecided undecided -> Remedy.nothing(unchanged(account, Remedy.Reason.NOT_DECIDED));
        };
    }
}

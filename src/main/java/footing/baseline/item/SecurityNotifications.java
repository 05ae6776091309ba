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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A security distribution list is subscribed, and has confirmed, to a topic for security notifications. Source: {@code
 * sns:ListTopics}, {@code sns:ListSubscriptions}; the filters, alarms and stacks tell which topic is meant.
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
        LOOKS_PERSONAL(Status.NEEDS_ATTESTATION);

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
        private boolean isPersonal() {
            return Addresses.looksPersonal(subscription.endpoint());
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
        Predicate<Subscribed> confirmed = (one) -> one.subscription().confirmed();
        Optional<Ruling> told = first(all, confirmed.and((one) -> !one.isPersonal()), Result.CONFIRMED)
                .or(() -> first(all, confirmed, Result.LOOKS_PERSONAL))
                .or(() -> unconfirmed(all));
        if (told.isPresent()) {
            return Reading.seen(told.get());
        }
        Ruling against = against(candidates);
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

    private static Optional<Ruling> first(List<Subscribed> all, Predicate<Subscribed> which, Result result) {
        return all.stream().filter(which).findFirst().map((one) -> one.as(result));
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
            case TopicPlan.Adopted(Topic topic) -> topic.hasMail(list.get())
                    ? Remedy.nothing(
                            topic.waitsFor(list.get()) ? Remedy.Reason.WAITING : Remedy.Reason.ADOPTED)
                    : Remedy.of(TopicResources.subscription(Value.text(topic.arn()), list.get()));
            case TopicPlan.Undecided undecided -> Remedy.nothing(unchanged(account, Remedy.Reason.NOT_DECIDED));
        };
    }
}

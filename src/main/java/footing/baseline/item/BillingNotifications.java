package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Topic;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.baseline.Verdict.Ruling;
import footing.choices.Addresses;
import footing.choices.BillingTopic;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.ItemId;
import footing.plan.Remedy;
import footing.plan.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A billing distribution list is subscribed, and has confirmed, to a topic that budgets may write to. Source: {@code
 * sns:ListTopics}, {@code ListSubscriptions}, {@code GetTopicAttributes}, {@code GetSubscriptionAttributes}; the budgets and stacks tell which topic is
 * meant.
 */
final class BillingNotifications extends Described {

    /** The best first. */
    enum Result implements Outcome {
        CONFIRMED(Status.MET),
        UNCONFIRMED(Status.PENDING),
        LOOKS_PERSONAL(Status.NEEDS_ATTESTATION),
        /** Whether budgets may write to it rests on what nobody here can weigh. */
        TOPIC_UNCLEAR(Status.NEEDS_ATTESTATION),
        /** Who has confirmed gets only what a filter policy lets through. */
        FILTERED(Status.NEEDS_ATTESTATION),
        /** Programs or phones are notified, but no mailbox that a list could be. */
        NO_LIST(Status.NOT_MET),
        NOBODY(Status.NOT_MET),
        TOPIC_PUBLIC(Status.NOT_MET),
        /** Whoever is subscribed hears nothing from budgets. */
        CLOSED(Status.NOT_MET),
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

    BillingNotifications() {
        super(ItemId.BILLING_NOTIFICATIONS, Section.BILLING, Fix.FOOTING,
                Set.of(Fact.BILLING_TOPICS, Fact.TOPICS, Fact.BUDGETS, Fact.BILLING_STACK),
                Result.values(), Controls.none());
    }

    @Override
    public Verdict judge(AccountState account) {
        // Where there are no budgets, there is nothing that could notify.
        return Verdict.of(this, account.read(Fact.BUDGETS) instanceof Reading.Unavailable<?> absent
                ? absent.map((none) -> Ruling.of(Result.NONE))
                : account.read(Fact.BILLING_TOPICS).flatMap((topics) -> ruling(account)));
    }

    private static Reading<Ruling> ruling(AccountState account) {
        List<Reading<Ruling>> rulings = BillingTopic.candidates(account)
                .stream()
                .map((topic) -> BudgetAccess.of(topic, account).flatMap((access) -> ruling(topic, access)))
                .toList();
        Reading<Ruling> best = Best.of(Result.values(), rulings, Ruling.of(Result.NONE));
        boolean against = best.found().filter((ruling) -> ruling.outcome().status() == Status.NOT_MET).isPresent();
        // Another topic may be the one that is meant; what would tell has to be seen first.
        return against ? whichIsMeant(account).flatMap((seen) -> best) : best;
    }

    private static Reading<Ruling> ruling(Topic topic, TopicAccess access) {
        return access == TopicAccess.PUBLIC
                ? Reading.seen(Ruling.of(Result.TOPIC_PUBLIC, Map.of("topic", topic.name())))
                : BudgetChain.end(topic, access).map((end) -> ruling(topic, end));
    }

    private static Ruling ruling(Topic topic, BudgetChain.End end) {
        String list = topic.mail()
                .stream()
                .filter((one) -> one.confirmed() || !topic.reachesMail())
                .filter((one) -> end == BudgetChain.End.FILTERED || !one.filtered().found().orElse(false))
                .map(Topic.Subscription::endpoint)
                .sorted(java.util.Comparator.comparing(Addresses::looksPersonal))
                .collect(Collectors.joining(", "));
        return switch (end) {
            case HEARD -> Ruling.of(Result.CONFIRMED, Map.of("topic", topic.name(), "list", list));
            case PERSONAL -> Ruling.of(Result.LOOKS_PERSONAL, Map.of("topic", topic.name(), "list", list));
            case FILTERED -> Ruling.of(Result.FILTERED, Map.of("topic", topic.name(), "list", list));
            case UNCONFIRMED -> Ruling.of(Result.UNCONFIRMED, Map.of("topic", topic.name(), "list", list));
            case NO_LIST -> Ruling.of(Result.NO_LIST,
                    Map.of("topic", topic.name(), "others", String.join(", ", topic.otherProtocols())));
            case UNCLEAR -> Ruling.of(Result.TOPIC_UNCLEAR, Map.of("topic", topic.name()));
            case CLOSED -> Ruling.of(Result.CLOSED, Map.of("topic", topic.name()));
            case NOBODY, ELSEWHERE -> Ruling.of(Result.NOBODY, Map.of("topic", topic.name()));
        };
    }

    private static Reading<Boolean> whichIsMeant(AccountState account) {
        Reading<Boolean> budgets = account.read(Fact.BUDGETS)
                .flatMap((all) -> Reading.all(all.stream()
                        .flatMap((budget) -> budget.notices().stream())
                        .map((notice) -> notice.subscribers())
                        .toList()))
                .map((all) -> true);
        Reading<Boolean> places = Reading.both(account.read(Fact.TOPICS), account.read(Fact.BILLING_STACK),
                (a, b) -> true);
        return Reading.both(budgets, places, (a, b) -> true);
    }

    /** Two stacks cannot make one topic. */
    @Override
    public List<Complaint> complaints(AccountState account, Choices choices) {
        String name = choices.billing().topicName();
        boolean same = name.equals(choices.notifications().topicName())
                && account.home().equals(account.identity().partition().billingRegion())
                && BillingTopicPlan.of(account, choices) instanceof BillingTopicPlan.InStack
                && TopicPlan.of(account, choices) instanceof TopicPlan.InStack;
        return same ? Taken.by("billing.topicName", name, "notifications.topicName") : List.of();
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        Optional<String> list = choices.billing().list();
        if (list.isEmpty()) {
            return Remedy.nothing(unchanged(account, Remedy.Reason.NOT_DECIDED));
        }
        return switch (BillingTopicPlan.of(account, choices)) {
            case BillingTopicPlan.InStack inStack -> Remedy.of(BillingResources.topic(choices),
                    BillingResources.topicPolicy(account, choices),
                    BillingResources.subscription(new Value.Ref(BillingResources.TOPIC), list.get()));
            case BillingTopicPlan.Adopted(Topic topic) -> AdoptedTopic.reaching(topic, list.get(),
                    BillingResources.subscription(Value.text(topic.arn()), list.get()),
                    account.read(Fact.BILLING_STACK).found().flatMap((stack) -> stack));
            case BillingTopicPlan.Closed closed ->
                Remedy.of(Console.step(id(), "billing-notifications", Console.billingTopics(account)));
            case BillingTopicPlan.Undecided undecided -> Remedy.nothing(unchanged(account, Remedy.Reason.NOT_DECIDED));
        };
    }
}

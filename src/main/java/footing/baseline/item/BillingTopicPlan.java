package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Topic;
import footing.choices.BillingTopic;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Value;
import java.util.List;
import java.util.Optional;

/** Which topic budgets notify: decided once, for the subscription and for the budgets. */
sealed interface BillingTopicPlan {

    /** Footing's own, made or to be made. */
    record InStack() implements BillingTopicPlan {
    }

    /** A topic that Footing did not make, and that budgets may write to. */
    record Adopted(Topic topic) implements BillingTopicPlan {
    }

    /** A topic of the chosen name that budgets may not write to, or of which nobody could tell. */
    record Closed(Topic topic) implements BillingTopicPlan {
    }

    /** There is none, and nobody has decided who is to hear. */
    record Undecided() implements BillingTopicPlan {
    }

    /**
     * The topic in a template.
     *
     * @param arn its ARN, or a reference to it
     * @param name its full name, whoever makes it
     * @param inStack whether the same stack makes it
     */
    record Target(Value arn, String name, boolean inStack) {
    }

    static BillingTopicPlan of(AccountState account, Choices choices) {
        if (account.read(Fact.BUDGETS) instanceof Reading.Unavailable<?>) {
            return new Undecided();
        }
        List<Topic> near = account.read(Fact.BILLING_TOPICS).found().orElse(List.of());
        if (near.stream().anyMatch((topic) -> BillingTopic.isOurs(topic, account))) {
            return new InStack();
        }
        // A topic of the chosen name is what the person means, and a second one of that name cannot be made.
        Optional<Topic> named = near.stream()
                .filter((topic) -> topic.name().equals(choices.billing().topicName()))
                .findFirst();
        if (named.isPresent()) {
            return BudgetAccess.isOpen(named.get(), account) ? new Adopted(named.get()) : new Closed(named.get());
        }
        Optional<Topic> found = BillingTopic.adoptable(account)
                .filter((topic) -> BudgetAccess.isOpen(topic, account));
        if (found.isPresent()) {
            return new Adopted(found.get());
        }
        boolean wanted = choices.billing().list().isPresent() && !choices.leaves(ItemId.BILLING_NOTIFICATIONS);
        return wanted ? new InStack() : new Undecided();
    }

    /** Empty where there will be no topic that budgets could notify. */
    default Optional<Target> target(AccountState account, Choices choices) {
        return switch (this) {
            case InStack inStack -> Optional.of(new Target(new Value.Ref(BillingResources.TOPIC),
                    BillingResources.topicArn(account, choices), true));
            case Adopted(Topic topic) -> Optional.of(new Target(Value.text(topic.arn()), topic.arn(), false));
            case Closed closed -> Optional.empty();
            case Undecided undecided -> Optional.empty();
        };
    }
}

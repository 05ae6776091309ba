package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Topic;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.choices.SecurityTopic;
import footing.plan.Value;
import java.util.List;
import java.util.Optional;

/** Which topic hears of security matters: decided once, for the subscription and for the alarms. */
sealed interface TopicPlan {

    /** Footing's own, made or to be made. */
    record InStack() implements TopicPlan {
    }

    /** A topic of the home Region that Footing did not make. */
    record Adopted(Topic topic) implements TopicPlan {
    }

    /** There is none, and nobody has decided who is to hear. */
    record Undecided() implements TopicPlan {
    }

    static TopicPlan of(AccountState account, Choices choices) {
        List<Topic> near = account.read(Fact.TOPICS)
                .found()
                .orElse(List.of())
                .stream()
                .filter((topic) -> topic.region().equals(account.home()))
                .toList();
        // A topic of the chosen name is what the person means, and a second one of that name cannot be made.
        Optional<Topic> named = near.stream()
                .filter((topic) -> topic.name().equals(choices.notifications().topicName()))
                .findFirst();
        boolean left = choices.leaves(ItemId.SECURITY_NOTIFICATIONS);
        boolean another = named.filter((topic) -> !left && !SecurityTopic.isOurs(topic, account)).isPresent();
        if (!another && near.stream().anyMatch((topic) -> SecurityTopic.isOurs(topic, account))) {
            return new InStack();
        }
        Optional<Topic> found = named.or(() -> SecurityTopic.find(account).filter(near::contains));
        if (found.isPresent()) {
            return new Adopted(found.get());
        }
        return choices.notifications().securityList().isPresent() && !left ? new InStack() : new Undecided();
    }

    /** The topic's ARN in a template; empty where there will be no topic. */
    default Optional<Value> arn() {
        return switch (this) {
            case InStack inStack -> Optional.of(new Value.Ref(TopicResources.TOPIC));
            case Adopted(Topic topic) -> Optional.of(Value.text(topic.arn()));
            case Undecided undecided -> Optional.empty();
        };
    }
}

package footing.baseline.item;

import footing.account.Topic;
import footing.baseline.item.PolicyConditions.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whether a service of AWS may publish to a topic: by the topic's policy, and by the key that it is encrypted with. */
enum TopicAccess {
    OPEN,
    /** It rests on a key of the account's own, or on a condition, that nobody here can weigh. */
    UNCLEAR,
    /** It may, but only since everybody in the world may. */
    PUBLIC,
    /** The topic is encrypted with AWS's own key for SNS, of which no other service may make use. */
    KEY,
    REFUSED;

    /** Who publishes, and what AWS documents that it brings along. */
    enum Publisher {
        ALARMS("cloudwatch.amazonaws.com"),
        /** AWS documents that a statement for EventBridge takes no condition: what it brings along nobody can tell. */
        EVENTS("events.amazonaws.com"),
        BUDGETS("budgets.amazonaws.com"),
        COST_ALERTS("costalerts.amazonaws.com");

        private final String service;

        Publisher(String service) {
            this.service = service;
        }

        String service() {
            return service;
        }

        private Map<String, Optional<String>> context(Topic topic) {
            String[] arn = topic.arn().split(":", -1);
            String account = arn.length > 4 ? arn[4] : "";
            // A topic's policy until somebody sets one is for whoever names the account as the topic's owner.
            Map<String, Optional<String>> context = new HashMap<>(Map.of("aws:sourceowner", Optional.empty()));
            switch (this) {
                case ALARMS -> {
                    context.put("aws:sourceowner", Optional.of(account));
                    context.put("aws:sourceaccount", Optional.of(account));
                    context.put("aws:sourcearn", Optional.of("arn:%s:cloudwatch:%s:%s:alarm:x".formatted(arn[1],
                            topic.region().id(), account)));
                }
                case BUDGETS -> {
                    context.put("aws:sourceaccount", Optional.of(account));
                    context.put("aws:sourcearn", Optional.of("arn:%s:budgets::%s:*".formatted(arn[1], account)));
                }
                case COST_ALERTS -> context.put("aws:sourceaccount", Optional.of(account));
                case EVENTS -> {
                }
            }
            return context;
        }
    }

    static TopicAccess of(Topic topic, Topic.Access access, Publisher publisher) {
        if (access.hasKeyOfAws()) {
            return KEY;
        }
        Optional<PolicyDocument> policy = PolicyDocument.parse(access.policy());
        if (policy.isEmpty()) {
            return UNCLEAR;
        }
        PolicyDocument.Decision decision = policy.get()
                .decide(publisher.service(), "sns:Publish", topic.arn(), publisher.context(topic));
        if (decision.answer() == Answer.NO) {
            return !decision.denied() && policy.get().isPublic("sns:Publish", topic.arn()) ? PUBLIC : REFUSED;
        }
        return decision.answer() == Answer.YES && access.key().isEmpty() ? OPEN : UNCLEAR;
    }

    /** Whether it is plain that messages are lost. */
    boolean isClosed() {
        return this == KEY || this == REFUSED;
    }
}

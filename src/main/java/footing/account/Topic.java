package footing.account;

import java.util.List;

/** An SNS topic and who is subscribed to it. Source: {@code sns:ListTopics}, {@code sns:ListSubscriptions}. */
public record Topic(String arn, String name, Region region, List<Subscription> subscriptions) {

    public Topic {
        subscriptions = List.copyOf(subscriptions);
    }

    /**
     * Somebody who is notified.
     *
     * @param protocol {@code email}, {@code https}, {@code sqs} …
     * @param endpoint the address that is notified
     * @param confirmed whether its owner has confirmed it; a pending one receives nothing
     */
    public record Subscription(String protocol, String endpoint, boolean confirmed) {
    }

    public boolean hasConfirmedSubscription() {
        return subscriptions.stream().anyMatch(Subscription::confirmed);
    }

    public boolean hasSubscription(String protocol, String endpoint) {
        return subscriptions.stream()
                .anyMatch((subscription) -> subscription.protocol().equals(protocol)
                        && subscription.endpoint().equalsIgnoreCase(endpoint));
    }
}

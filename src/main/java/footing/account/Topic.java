package footing.account;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An SNS topic and who is subscribed to it. Source: {@code sns:ListTopics}, {@code sns:ListSubscriptions}, {@code
 * sns:GetSubscriptionAttributes}.
 *
 * @param access who may publish to it; read only of topics that an alarm notifies, or that are named for security or,
 * where billing is, for money
 */
public record Topic(String arn, String name, Region region, List<Subscription> subscriptions, Reading<Access> access) {

    /**
     * Who may publish to a topic. Source: {@code sns:GetTopicAttributes}.
     *
     * @param policy the policy's JSON text
     * @param key the KMS key that messages are encrypted with, as it was given: an alias, an id or an ARN
     */
    public record Access(String policy, Optional<String> key) {

        /** Whether it is AWS's own key for SNS, of which no other service may make use, whatever the policy says. */
        public boolean hasKeyOfAws() {
            return key.filter((name) -> name.endsWith("alias/aws/sns")).isPresent();
        }
    }

    public Topic {
        subscriptions = List.copyOf(subscriptions);
    }

    /**
     * Somebody who is notified.
     *
     * @param protocol {@code email}, {@code https}, {@code sqs} …
     * @param endpoint the address that is notified
     * @param confirmed whether its owner has confirmed it; a pending one receives nothing
     * @param filtered whether a filter policy keeps some of the messages back; read only of mail that is confirmed
     */
    public record Subscription(String protocol, String endpoint, boolean confirmed, Reading<Boolean> filtered) {

        /** Whether the messages go by mail, as a distribution list needs them; anything else is a program or a phone. */
        public boolean isMail() {
            return protocol.equals("email") || protocol.equals("email-json");
        }
    }

    /** Those that reach a mailbox, or will once they are confirmed. */
    public List<Subscription> mail() {
        return subscriptions.stream().filter(Subscription::isMail).toList();
    }

    /** Whether a mailbox is subscribed and has confirmed. */
    public boolean reachesMail() {
        return mail().stream().anyMatch(Subscription::confirmed);
    }

    public boolean hasMail(String address) {
        return mail().stream().anyMatch((subscription) -> subscription.endpoint().equalsIgnoreCase(address));
    }

    /** Whether this address is subscribed and has yet to confirm. */
    public boolean waitsFor(String address) {
        return hasMail(address) && mail().stream()
                .filter((subscription) -> subscription.endpoint().equalsIgnoreCase(address))
                .noneMatch(Subscription::confirmed);
    }

    /** The address that is subscribed; of several one that has confirmed before another. */
    public Optional<String> mailbox() {
        return mail().stream()
                .sorted(Comparator.comparing((Subscription subscription) -> !subscription.confirmed()))
                .map(Subscription::endpoint)
                .findFirst();
    }

    /** By what else than mail somebody is notified: {@code https}, {@code lambda} …, in order, each once. */
    public List<String> otherProtocols() {
        return subscriptions.stream()
                .filter((subscription) -> !subscription.isMail())
                .map(Subscription::protocol)
                .distinct()
                .sorted()
                .toList();
    }
}

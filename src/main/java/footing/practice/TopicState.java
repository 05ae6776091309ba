package footing.practice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An SNS topic and who is subscribed to it.
 *
 * @param attributes those that can be set: {@code Policy}, {@code KmsMasterKeyId}, {@code DisplayName} …
 * @param subscriptions in the order of subscribing
 */
public record TopicState(String arn, String name, String region, SortedMap<String, String> attributes,
        List<Subscriber> subscriptions, SortedMap<String, String> tags) {

    public TopicState {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        subscriptions = List.copyOf(subscriptions);
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /**
     * @param arn what the subscription is called once it is confirmed
     * @param token what the owner of the endpoint was sent; empty once it is confirmed
     * @param authenticateOnUnsubscribe whether only the signed-in owner can end it
     */
    public record Subscriber(String arn, String protocol, String endpoint, Optional<String> token,
            boolean authenticateOnUnsubscribe, SortedMap<String, String> attributes) {

        public Subscriber {
            attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        }

        public boolean pending() {
            return token.isPresent();
        }
    }

    /** With an attribute; an empty value takes it away. */
    public TopicState withAttribute(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(attributes);
        more.put(name, value);
        more.values().removeIf(String::isEmpty);
        return new TopicState(arn, this.name, region, more, subscriptions, tags);
    }

    public TopicState withSubscriptions(List<Subscriber> now) {
        return new TopicState(arn, name, region, attributes, now, tags);
    }

    /** With this subscription instead of the one that has its ARN, or at the end. */
    public TopicState with(Subscriber subscriber) {
        List<Subscriber> now = new ArrayList<>(subscriptions);
        now.replaceAll((old) -> old.arn().equals(subscriber.arn()) ? subscriber : old);
        if (!now.contains(subscriber)) {
            now.add(subscriber);
        }
        return withSubscriptions(now);
    }

    public TopicState withTags(SortedMap<String, String> now) {
        return new TopicState(arn, name, region, attributes, subscriptions, now);
    }
}

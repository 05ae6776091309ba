package footing.account;

import java.util.Optional;

/**
 * A topic that an event rule tells, or could tell.
 *
 * @param topic the topic with its subscriptions; empty where it is gone. {@code sns:ListTopics}, {@code
 * ListSubscriptions}
 * @param policy its policy's JSON text. {@code sns:GetTopicAttributes}
 */
public record EventTopic(String arn, Reading<Optional<Topic>> topic, Reading<Optional<String>> policy) {
}

package footing.choices;

import java.util.Optional;

/**
 * Who hears of security matters, and by what topic.
 *
 * @param securityList the address of a distribution list; absent where nobody has decided
 * @param topicName the topic that is made where none can be adopted
 */
public record Notifications(Optional<String> securityList, String topicName) {
}

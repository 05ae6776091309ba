package footing.practice;

import software.amazon.awssdk.services.eventbridge.model.Rule;

/**
 * What EventBridge holds.
 *
 * @param rules by ARN
 */
public record EventsState(Table<Rule> rules) {
}

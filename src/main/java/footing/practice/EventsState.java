package footing.practice;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * What EventBridge holds.
 *
 * @param rules by ARN
 */
public record EventsState(Table<RuleState> rules) {

    /** A rule of the default event bus of a Region, with whom it tells. */
    public record RuleState(Rule rule, String region, List<Target> targets, SortedMap<String, String> tags) {

        public RuleState {
            targets = List.copyOf(targets);
            tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        }

        public RuleState withRule(Rule now) {
            return new RuleState(now, region, targets, tags);
        }

        public RuleState withTargets(List<Target> now) {
            return new RuleState(rule, region, now, tags);
        }

        public RuleState withTags(SortedMap<String, String> now) {
            return new RuleState(rule, region, targets, now);
        }
    }

    public EventsState withRules(UnaryOperator<Table<RuleState>> change) {
        return new EventsState(change.apply(rules));
    }
}

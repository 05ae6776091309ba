package footing.practice;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.DeliveryChannel;

/**
 * What AWS Config holds.
 *
 * @param recorders by Region, since there is one to a Region
 * @param channels by Region, since there is one to a Region
 * @param rules by ARN
 */
public record ConfigState(Table<RecorderState> recorders, Table<ChannelState> channels, Table<RuleState> rules) {

    /**
     * @param startedAt when it was last started
     * @param stoppedAt when it was last stopped
     */
    public record RecorderState(ConfigurationRecorder recorder, boolean recording, Optional<Instant> startedAt,
            Optional<Instant> stoppedAt) {

        public RecorderState withRecorder(ConfigurationRecorder now) {
            return new RecorderState(now, recording, startedAt, stoppedAt);
        }
    }

    /**
     * @param latest when a file last reached the bucket
     * @param error why the last delivery failed, by its code: {@code AccessDenied}
     */
    public record ChannelState(DeliveryChannel channel, Optional<Instant> latest, Optional<String> error) {

        public ChannelState withChannel(DeliveryChannel now) {
            return new ChannelState(now, latest, error);
        }
    }

    /**
     * @param madeAt when it was last written
     * @param evaluatedAt when it last came to a result
     */
    public record RuleState(ConfigRule rule, String region, Instant madeAt, Optional<Instant> evaluatedAt,
            SortedMap<String, String> tags) {

        public RuleState {
            tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        }

        public RuleState evaluated(Instant at) {
            return new RuleState(rule, region, madeAt, Optional.of(at), tags);
        }

        public RuleState withTags(SortedMap<String, String> now) {
            return new RuleState(rule, region, madeAt, evaluatedAt, now);
        }
    }

    public ConfigState withRecorders(UnaryOperator<Table<RecorderState>> change) {
        return new ConfigState(change.apply(recorders), channels, rules);
    }

    public ConfigState withChannels(UnaryOperator<Table<ChannelState>> change) {
        return new ConfigState(recorders, change.apply(channels), rules);
    }

    public ConfigState withRules(UnaryOperator<Table<RuleState>> change) {
        return new ConfigState(recorders, channels, change.apply(rules));
    }
}

package footing.practice;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;

/**
 * A log group.
 *
 * @param arn without the trailing {@code :*}
 * @param filters by name
 * @param logClass as the API writes it; empty for the usual one
 * @param streams the names of its log streams
 */
public record LogGroupState(String arn, String name, String region, Instant createdAt,
        Optional<Integer> retentionDays, Optional<String> kmsKeyId, Optional<String> logClass,
        Table<MetricFilter> filters,
        SortedSet<String> streams, SortedMap<String, String> tags) {

    public LogGroupState {
        streams = Collections.unmodifiableSortedSet(new TreeSet<>(streams));
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    public LogGroupState withRetention(Optional<Integer> days) {
        return new LogGroupState(arn, name, region, createdAt, days, kmsKeyId, logClass, filters, streams, tags);
    }

    public LogGroupState withFilters(UnaryOperator<Table<MetricFilter>> change) {
        return new LogGroupState(arn, name, region, createdAt, retentionDays, kmsKeyId, logClass, change.apply(filters),
                streams, tags);
    }

    public LogGroupState withStream(String stream) {
        SortedSet<String> more = new TreeSet<>(streams);
        more.add(stream);
        return new LogGroupState(arn, name, region, createdAt, retentionDays, kmsKeyId, logClass, filters, more, tags);
    }

    public LogGroupState withTags(SortedMap<String, String> now) {
        return new LogGroupState(arn, name, region, createdAt, retentionDays, kmsKeyId, logClass, filters, streams,
                now);
    }
}

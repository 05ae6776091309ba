package footing.practice;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/**
 * A trail, kept in its home Region.
 *
 * @param selectors basic selectors; a trail has these or advanced ones
 * @param logging whether, and since when, it logs
 * @param delivery what has been delivered so far
 */
public record TrailState(Trail trail, List<EventSelector> selectors, List<AdvancedEventSelector> advancedSelectors,
        Logging logging, Delivery delivery, SortedMap<String, String> tags) {

    public TrailState {
        selectors = List.copyOf(selectors);
        advancedSelectors = List.copyOf(advancedSelectors);
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /** @param on whether it logs now */
    public record Logging(boolean on, Optional<Instant> startedAt, Optional<Instant> stoppedAt) {
    }

    /**
     * @param latest when a log file last reached the bucket
     * @param error why the last delivery to the bucket failed, by its code: {@code AccessDenied}
     * @param latestDigest when a digest file last reached the bucket
     * @param latestToLogs when events last reached the log group
     * @param logsError why the last delivery to the log group failed
     */
    public record Delivery(Optional<Instant> latest, Optional<String> error, Optional<Instant> latestDigest,
            Optional<Instant> latestToLogs, Optional<String> logsError) {

        public static final Delivery NONE = new Delivery(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    public TrailState withTrail(Trail now) {
        return new TrailState(now, selectors, advancedSelectors, logging, delivery, tags);
    }

    public TrailState withLogging(Logging now) {
        return new TrailState(trail, selectors, advancedSelectors, now, delivery, tags);
    }

    public TrailState withDelivery(Delivery now) {
        return new TrailState(trail, selectors, advancedSelectors, logging, now, tags);
    }

    public TrailState withSelectors(List<EventSelector> basic, List<AdvancedEventSelector> advanced) {
        return new TrailState(trail, basic, advanced, logging, delivery, tags);
    }

    public TrailState withTags(SortedMap<String, String> now) {
        return new TrailState(trail, selectors, advancedSelectors, logging, delivery, now);
    }
}

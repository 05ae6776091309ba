package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.LogGroup;
import footing.account.Reading;
import footing.account.Trail;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what a trail sends to one place arrives there. Something happens in every account each day, and be it this
 * survey; a delivery that is older than a day tells of one that has ceased.
 */
enum Arrival {
    ARRIVES,
    /** It began to log within a day, and nothing has arrived since. */
    YOUNG,
    FAILS,
    STOPPED,
    NEVER,
    STALE;

    private static final Duration DAY = Duration.ofHours(24);

    static Arrival inBucket(Trail.Status status, AccountState account) {
        return of(status, status.latestDelivery(), status.deliveryError(), status.startedAt(), account.surveyedAt());
    }

    /** How the signed lists of log files are doing, of a trail that makes them. */
    static Arrival ofDigests(Trail.Status status, AccountState account) {
        return of(status, status.digests().latest(), status.digests().error(), status.startedAt(),
                account.surveyedAt());
    }

    /**
     * @param groups the log groups that were seen; a trail may be connected to a new one long after it began
     */
    static Arrival inLogGroup(Trail trail, Trail.Status status, Map<String, LogGroup> groups, AccountState account) {
        Optional<Instant> made = trail.logGroupArn()
                .flatMap((arn) -> Optional.ofNullable(groups.get(arn)))
                .flatMap(LogGroup::createdAt);
        Optional<Instant> since = status.startedAt()
                .map((started) -> made.filter((at) -> at.isAfter(started)).orElse(started));
        return of(status, status.latestLogDelivery(), status.logDeliveryError(), since, account.surveyedAt());
    }

    /** The same, as far as all of it was seen. */
    static Reading<Arrival> inLogGroup(Trail trail, AccountState account) {
        return Reading.both(trail.status(), account.read(Fact.LOG_GROUPS),
                (status, groups) -> inLogGroup(trail, status, groups, account));
    }

    private static Arrival of(Trail.Status status, Optional<Instant> last, Optional<String> error,
            Optional<Instant> since, Instant now) {
        if (error.isPresent()) {
            return FAILS;
        }
        if (!status.logging()) {
            return STOPPED;
        }
        Instant yesterday = now.minus(DAY);
        if (last.filter((at) -> !at.isBefore(yesterday)).isPresent()) {
            return ARRIVES;
        }
        // Where AWS does not say since when it logs, it may have begun just now.
        if (since.filter((at) -> at.isBefore(yesterday)).isEmpty()) {
            return YOUNG;
        }
        return last.isPresent() ? STALE : NEVER;
    }

    /** When something last arrived, as people read it: to the minute. */
    static String told(Optional<Instant> last) {
        return last.map((at) -> at.truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace("T", " ")
                .replaceFirst(":00Z$", " UTC")).orElse("");
    }
}

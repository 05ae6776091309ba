package footing.choices;

import java.util.Optional;

/**
 * Where the logs are kept, where Footing makes the place.
 *
 * @param bucket the log bucket's name, unique in the partition
 * @param trail the trail's name
 * @param logGroup the log group's name
 * @param logGroupDays days that the log group keeps events; one of the numbers that CloudWatch Logs allows
 * @param archiveAfterDays days until a log file moves to a cheaper storage class
 * @param expireAfterDays days until a log file is deleted; absent: never
 */
public record LogStorage(String bucket, String trail, String logGroup, int logGroupDays, int archiveAfterDays,
        Optional<Integer> expireAfterDays) {
}

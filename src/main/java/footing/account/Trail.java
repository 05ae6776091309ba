package footing.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A trail as it is seen from the home Region, or where it records one Region alone, from that one. Source: {@code
 * cloudtrail:DescribeTrails(includeShadowTrails=true)}.
 *
 * @param home the Region that the trail was made in
 * @param bucket the name of the bucket that it delivers to
 * @param logGroupArn the log group that it delivers to, without the trailing {@code :*}
 * @param logRoleArn the role with which it writes to the log group
 * @param status {@code cloudtrail:GetTrailStatus} by ARN
 * @param selectors {@code cloudtrail:GetEventSelectors} by ARN
 */
public record Trail(String name, String arn, Region home, boolean multiRegion, boolean globalEvents,
        boolean organizationTrail,
        boolean validation, String bucket, Optional<String> keyPrefix, Optional<String> kmsKeyId,
        Optional<String> logGroupArn,
        Optional<String> logRoleArn, Reading<Status> status, Reading<Selectors> selectors) {

    /**
     * How the trail is doing.
     *
     * @param startedAt when it last began to log
     * @param latestDelivery when a log file, or the digest that proves them, last reached the bucket
     * @param deliveryError why the last delivery to the bucket failed
     * @param latestLogDelivery when events last reached the log group
     * @param logDeliveryError why the last delivery to the log group failed
     * @param digests how the signed lists of log files are doing
     */
    public record Status(boolean logging, Optional<Instant> startedAt, Optional<Instant> latestDelivery,
            Optional<String> deliveryError, Optional<Instant> latestLogDelivery, Optional<String> logDeliveryError,
            Digests digests) {
    }

    /**
     * The signed lists of log files, of a trail that makes them.
     *
     * @param latest when one last reached the bucket
     * @param error why the last delivery of one failed
     */
    public record Digests(Optional<Instant> latest, Optional<String> error) {
    }

    /**
     * Which events the trail records.
     *
     * @param allManagementEvents whether read and write management events are both recorded
     * @param excludesKms whether events of KMS are left out
     */
    public record Selectors(boolean allManagementEvents, boolean excludesKms) {
    }

    /** How the names of whatever a landing zone of AWS Control Tower owns begin. */
    private static final String LANDING_ZONE = "aws-controltower-";

    /** Whether a name is one of a landing zone's, whose things nobody else may change. */
    public static boolean isOfLandingZone(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(LANDING_ZONE);
    }

    /**
     * Whether the trail is one account's own. An organization's trail is nobody's own, not even the management
     * account's: a change would change it for every account.
     */
    public boolean isChangeableFrom(String account) {
        return owner().equals(account) && !organizationTrail && !isOfLandingZone(name);
    }

    /** The account that owns the trail, from its ARN. */
    public String owner() {
        String[] parts = arn.split(":", 6);
        return parts.length > 4 ? parts[4] : "";
    }
}

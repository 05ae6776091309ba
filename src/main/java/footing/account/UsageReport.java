package footing.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A cost and usage report of the older kind. Source: {@code cur:DescribeReportDefinitions}.
 *
 * @param bucket absent where the definition names none
 * @param lastStatus how the last delivery ended, as AWS writes it: {@code SUCCESS}, {@code ERROR_NO_BUCKET} …; absent
 * until there was one
 * @param lastDelivery when that was; absent where AWS does not tell, or in a way that nobody here can read
 */
public record UsageReport(String name, Optional<String> bucket, Optional<String> lastStatus,
        Optional<Instant> lastDelivery) {
}

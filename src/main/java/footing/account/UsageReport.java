package footing.account;

import java.util.Optional;

/**
 * A cost and usage report of the older kind. Source: {@code cur:DescribeReportDefinitions}.
 *
 * @param bucket absent where the definition names none
 * @param lastStatus how the last delivery ended, as AWS writes it: {@code SUCCESS}, {@code ERROR_NO_BUCKET} …; absent
 * until there was one
 * @param lastDelivery when that was, as AWS writes it
 */
public record UsageReport(String name, Optional<String> bucket, Optional<String> lastStatus,
        Optional<String> lastDelivery) {
}

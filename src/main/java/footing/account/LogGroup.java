package footing.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A log group. Source: {@code logs:DescribeLogGroups}.
 *
 * @param arn without the trailing {@code :*}
 * @param retentionDays empty where events are kept for ever
 * @param createdAt when it was made, where AWS tells
 */
public record LogGroup(String name, String arn, Region region, Optional<Integer> retentionDays,
        Optional<Instant> createdAt) {
}

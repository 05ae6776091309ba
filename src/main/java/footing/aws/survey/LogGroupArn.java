package footing.aws.survey;

import footing.account.Region;
import footing.aws.FromSdk;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A log group as its ARN names it.
 *
 * @param arn without the trailing {@code :*}
 */
record LogGroupArn(String arn, Region region, String account, String name) {

    private static final Pattern SHAPE = Pattern
            .compile("arn:[a-z-]+:logs:(?<region>[a-z0-9-]+):(?<account>[0-9]{12}):log-group:(?<name>[^:*]+)");

    static Optional<LogGroupArn> parse(String arn) {
        String bare = FromSdk.logGroupArn(arn);
        Matcher parts = SHAPE.matcher(bare);
        if (!parts.matches() || !Region.SHAPE.matcher(parts.group("region")).matches()) {
            return Optional.empty();
        }
        return Optional.of(new LogGroupArn(bare, new Region(parts.group("region")), parts.group("account"),
                parts.group("name")));
    }
}

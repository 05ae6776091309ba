package footing.account;

import java.util.regex.Pattern;

/** A metric filter with the one metric that it counts into. Source: {@code logs:DescribeMetricFilters}. */
public record MetricFilter(String name, String logGroupArn, Region region, String pattern, String metricNamespace,
        String metricName) {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    /** The pattern with white space folded away, as two patterns are compared. */
    public String foldedPattern() {
        return fold(pattern);
    }

    public static String fold(String pattern) {
        return WHITE_SPACE.matcher(pattern).replaceAll("");
    }
}

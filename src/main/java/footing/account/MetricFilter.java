package footing.account;

/** A metric filter with the one metric that it counts into. Source: {@code logs:DescribeMetricFilters}. */
public record MetricFilter(String name, String logGroupArn, Region region, String pattern, String metricNamespace,
        String metricName) {

    /** The pattern with white space folded away, as two patterns are compared. */
    public String foldedPattern() {
        return fold(pattern);
    }

    public static String fold(String pattern) {
        return pattern.replaceAll("\\s+", "");
    }
}

package footing.account;

import java.util.Optional;

/**
 * A metric filter with the one metric that it counts into. Source: {@code logs:DescribeMetricFilters}.
 *
 * @param value what one event adds to the metric; empty where it is a field of the event
 * @param defaultValue what is added where events come and none matches; empty where nothing is
 * @param byDimension whether the metric is split by a field of the event
 * @param unit what the metric is counted in, as CloudWatch writes it: {@code None}, {@code Count} …
 * @param selective whether it looks at the events of some accounts or Regions only
 */
public record MetricFilter(String name, String logGroupArn, Region region, String pattern, String metricNamespace,
        String metricName, Optional<Double> value, Optional<Double> defaultValue, boolean byDimension,
        String unit, boolean selective) {

    public static final String NO_UNIT = "None";

    /** A filter that looks at every event. */
    public MetricFilter(String name, String logGroupArn, Region region, String pattern, String metricNamespace,
            String metricName, Optional<Double> value, Optional<Double> defaultValue, boolean byDimension) {
        this(name, logGroupArn, region, pattern, metricNamespace, metricName, value, defaultValue, byDimension,
                NO_UNIT, false);
    }

    /** A filter that counts events, one by one. */
    public MetricFilter(String name, String logGroupArn, Region region, String pattern, String metricNamespace,
            String metricName) {
        this(name, logGroupArn, region, pattern, metricNamespace, metricName, Optional.of(1.0), Optional.empty(),
                false);
    }

    /** Whether it has this pattern, white space aside, as two folded ones are compared. */
    public boolean hasPattern(String other) {
        int here = sign(pattern, 0);
        int there = sign(other, 0);
        while (here < pattern.length() && there < other.length() && pattern.charAt(here) == other.charAt(there)) {
            here = sign(pattern, here + 1);
            there = sign(other, there + 1);
        }
        return here == pattern.length() && there == other.length();
    }

    /** Where the next sign stands that is no white space; behind the text where none does. */
    private static int sign(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The pattern with white space folded away, as two patterns are compared. */
    public String foldedPattern() {
        return fold(pattern);
    }

    public static String fold(String pattern) {
        StringBuilder folded = new StringBuilder(pattern.length());
        pattern.chars().filter((sign) -> !Character.isWhitespace(sign)).forEach((sign) -> folded.append((char) sign));
        return folded.toString();
    }
}

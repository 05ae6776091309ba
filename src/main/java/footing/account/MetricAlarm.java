package footing.account;

import java.util.List;
import java.util.Optional;

/**
 * An alarm on one metric, or on a formula that this metric is part of: such an alarm is there once for each metric.
 * Source: {@code cloudwatch:DescribeAlarms}.
 *
 * @param trigger what sets the alarm off; empty where a formula does, or a band that is learnt
 */
public record MetricAlarm(String name, String arn, Region region, String metricNamespace, String metricName,
        Optional<Trigger> trigger, boolean actionsEnabled, List<String> alarmActions) {

    public MetricAlarm {
        alarmActions = List.copyOf(alarmActions);
    }

    /**
     * What sets an alarm off.
     *
     * @param statistic {@code Sum}, {@code SampleCount} …; empty where it is a percentile or the like
     * @param comparison {@code GreaterThanOrEqualToThreshold} …
     * @param periodSeconds over how long the statistic is taken
     * @param datapointsToAlarm how many periods must breach; of as many as are looked at where AWS names no number
     * @param missingData how a period without data counts: {@code missing}, {@code notBreaching} …
     * @param byDimension whether the alarm looks at one dimension of the metric only
     * @param unit the only unit of the metric that the alarm looks at; empty where it looks at any
     * @param elsewhere whether it looks at the metric of that name in another account
     */
    public record Trigger(String statistic, String comparison, double threshold, int periodSeconds,
            int datapointsToAlarm, String missingData, boolean byDimension, Optional<String> unit, boolean elsewhere) {

        /** A trigger on a metric of the account itself, whatever its unit. */
        public Trigger(String statistic, String comparison, double threshold, int periodSeconds, int datapointsToAlarm,
                String missingData, boolean byDimension) {
            this(statistic, comparison, threshold, periodSeconds, datapointsToAlarm, missingData, byDimension,
                    Optional.empty(), false);
        }

        /**
         * Whether a single event that the filter finds sets the alarm off, each time anew: an alarm that is set off by
         * silence too, or that no silence ends, tells nobody of the next event.
         */
        public boolean firesOn(MetricFilter filter) {
            boolean othersOnly = byDimension || elsewhere
                    || unit.filter((only) -> !only.equals(filter.unit())).isPresent();
            if (othersOnly || filter.byDimension() || filter.selective() || datapointsToAlarm != 1) {
                return false;
            }
            boolean quietPeriodsHaveData = filter.defaultValue().isPresent();
            boolean staysOn = missingData.equals("breaching")
                    || (missingData.equals("ignore") && !quietPeriodsHaveData);
            return !staysOn && one(filter).filter(this::breaches).isPresent()
                    && quiet(filter).filter(this::breaches).isEmpty();
        }

        /** The statistic of a period with one event in it; empty where it cannot be told. */
        private Optional<Double> one(MetricFilter filter) {
            // Minutes without an event publish the default, and would thin out an average.
            boolean alone = filter.defaultValue().isEmpty();
            return switch (statistic) {
                case "Sum", "Maximum" -> filter.value();
                // A field of the event may be missing, and then nothing is counted.
                case "SampleCount" -> filter.value().map((value) -> 1.0).filter((one) -> alone);
                case "Average", "Minimum" -> filter.value().filter((value) -> alone);
                default -> Optional.empty();
            };
        }

        /** The statistic of a period without an event; empty where there is no data then. */
        private static Optional<Double> quiet(MetricFilter filter) {
            return filter.defaultValue();
        }

        private boolean breaches(double value) {
            return switch (comparison) {
                case "GreaterThanOrEqualToThreshold" -> value >= threshold;
                case "GreaterThanThreshold" -> value > threshold;
                default -> false;
            };
        }
    }

    /** Whether the alarm is on the metric that a filter counts into. */
    public boolean watches(MetricFilter filter) {
        return region.equals(filter.region()) && metricNamespace.equals(filter.metricNamespace())
                && metricName.equals(filter.metricName());
    }
}

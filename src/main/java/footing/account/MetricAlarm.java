package footing.account;

import java.util.List;

/** An alarm on one metric. Source: {@code cloudwatch:DescribeAlarms}. */
public record MetricAlarm(String name, String arn, Region region, String metricNamespace, String metricName,
        boolean actionsEnabled,
        List<String> alarmActions) {

    public MetricAlarm {
        alarmActions = List.copyOf(alarmActions);
    }

    /** Whether the alarm is on the metric that a filter counts into. */
    public boolean watches(MetricFilter filter) {
        return region.equals(filter.region()) && metricNamespace.equals(filter.metricNamespace())
                && metricName.equals(filter.metricName());
    }
}

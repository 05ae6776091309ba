package footing.account;

import java.util.List;

/** An alarm on one metric. Source: {@code cloudwatch:DescribeAlarms}. */
public record MetricAlarm(String name, String arn, Region region, String metricNamespace, String metricName,
        boolean actionsEnabled,
        List<String> alarmActions) {

    public MetricAlarm {
        alarmActions = List.copyOf(alarmActions);
    }
}

package footing.aws.survey;

import footing.account.Fact;
import footing.account.MetricAlarm;
import footing.account.Reading;
import footing.account.Region;
import footing.aws.FromSdk;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/** The alarms on single metrics, and those on formulas, once for each metric that the formula is made of. */
final class AlarmReader {

    static final List<Reader<?>> READERS = List
            .of(Reader.of(Fact.ALARMS, AlarmReader::alarms, "cloudwatch:DescribeAlarms"));

    private AlarmReader() {
    }

    private static Reading<List<MetricAlarm>> alarms(Asking asking) {
        return Places.besideLogGroups(asking, AlarmReader::alarms);
    }

    static Reading<List<MetricAlarm>> alarms(Asking asking, Region region) {
        DescribeAlarmsRequest first = DescribeAlarmsRequest.builder()
                .alarmTypes(AlarmType.METRIC_ALARM)
                .maxRecords(100)
                .build();
        return asking
                .pages(Ask.of(CloudWatchClient.class, region, "DescribeAlarms", first, CloudWatchClient::describeAlarms)
                        .seeing((response) -> Values.of()
                                .and("MetricAlarms", response.metricAlarms().size())
                                .map()),
                        (request, response) -> FromSdk.some(response.nextToken())
                                .map((token) -> request.toBuilder().nextToken(token).build()))
                .map((pages) -> pages.stream().flatMap((page) -> alarms(page, region).stream()).toList());
    }

    private static List<MetricAlarm> alarms(DescribeAlarmsResponse page, Region region) {
        return page.metricAlarms().stream().flatMap((alarm) -> alarms(alarm, region)).toList();
    }

    private static Stream<MetricAlarm> alarms(software.amazon.awssdk.services.cloudwatch.model.MetricAlarm alarm,
            Region region) {
        if (FromSdk.some(alarm.metricName()).isPresent()) {
            return Stream.of(alarm(alarm, region, FromSdk.text(alarm.namespace()), alarm.metricName(),
                    Optional.of(trigger(alarm))));
        }
        List<MetricStat> metrics = alarm.metrics()
                .stream()
                .flatMap((query) -> Optional.ofNullable(query.metricStat()).stream())
                .toList();
        // A formula of one metric and nothing else is that metric.
        boolean plain = alarm.metrics().size() == 1;
        return metrics.stream()
                .map((stat) -> alarm(alarm, region, FromSdk.text(stat.metric().namespace()),
                        FromSdk.text(stat.metric().metricName()),
                        plain ? Optional.of(trigger(alarm, stat)) : Optional.empty()));
    }

    private static MetricAlarm alarm(software.amazon.awssdk.services.cloudwatch.model.MetricAlarm alarm, Region region,
            String namespace, String metric, Optional<MetricAlarm.Trigger> trigger) {
        return new MetricAlarm(alarm.alarmName(), alarm.alarmArn(), region, namespace, metric, trigger,
                FromSdk.flag(alarm.actionsEnabled()), alarm.alarmActions());
    }

    private static MetricAlarm.Trigger trigger(software.amazon.awssdk.services.cloudwatch.model.MetricAlarm alarm) {
        return trigger(alarm, FromSdk.text(alarm.statisticAsString()), FromSdk.count(alarm.period()),
                !alarm.dimensions().isEmpty());
    }

    private static MetricAlarm.Trigger trigger(software.amazon.awssdk.services.cloudwatch.model.MetricAlarm alarm,
            MetricStat stat) {
        return trigger(alarm, FromSdk.text(stat.stat()), FromSdk.count(stat.period()),
                !stat.metric().dimensions().isEmpty());
    }

    private static MetricAlarm.Trigger trigger(software.amazon.awssdk.services.cloudwatch.model.MetricAlarm alarm,
            String statistic, Optional<Integer> period, boolean byDimension) {
        return new MetricAlarm.Trigger(statistic, FromSdk.text(alarm.comparisonOperatorAsString()),
                Optional.ofNullable(alarm.threshold()).orElse(Double.NaN), period.orElse(0),
                FromSdk.count(alarm.datapointsToAlarm())
                        .or(() -> FromSdk.count(alarm.evaluationPeriods()))
                        .orElse(0),
                FromSdk.some(alarm.treatMissingData()).orElse("missing"), byDimension);
    }
}

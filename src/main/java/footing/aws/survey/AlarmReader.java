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
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/**
 * The alarms on single metrics; those on formulas, once for each metric that the formula is made of; and those on other
 * alarms, which are formulas too, once for each metric of the alarms that they name.
 */
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
                .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                .maxRecords(100)
                .build();
        return asking
                .pages(Ask.of(CloudWatchClient.class, region, "DescribeAlarms", first, CloudWatchClient::describeAlarms)
                        .seeing((response) -> Values.of()
                                .and("MetricAlarms", response.metricAlarms().size())
                                .and("CompositeAlarms", response.compositeAlarms().size())
                                .map()),
                        (request, response) -> FromSdk.some(response.nextToken())
                                .map((token) -> request.toBuilder().nextToken(token).build()))
                .map((pages) -> alarms(pages, asking.identity().account(), region));
    }

    private static List<MetricAlarm> alarms(List<DescribeAlarmsResponse> pages, String account, Region region) {
        List<MetricAlarm> alarms = pages.stream()
                .flatMap((page) -> page.metricAlarms().stream())
                .flatMap((alarm) -> alarms(alarm, account, region))
                .toList();
        return Stream.concat(alarms.stream(), pages.stream()
                .flatMap((page) -> page.compositeAlarms().stream())
                .flatMap((composite) -> alarms.stream()
                        .filter((part) -> isPart(part, FromSdk.text(composite.alarmRule())))
                        .map((part) -> new MetricAlarm(composite.alarmName(), composite.alarmArn(), region,
                                part.metricNamespace(), part.metricName(), Optional.empty(),
                                FromSdk.flag(composite.actionsEnabled()), composite.alarmActions()))))
                .toList();
    }

    /** Whether the rule of a composite alarm names an alarm: {@code ALARM(name)}, {@code ALARM("arn")}. */
    private static boolean isPart(MetricAlarm alarm, String rule) {
        return Stream.of(alarm.name(), alarm.arn())
                .flatMap((name) -> Stream.of("(" + name + ")", "\"" + name + "\"", "'" + name + "'"))
                .anyMatch(rule::contains);
    }

    private static Stream<MetricAlarm> alarms(software.amazon.awssdk.services.cloudwatch.model.MetricAlarm alarm,
            String account, Region region) {
        if (FromSdk.some(alarm.metricName()).isPresent()) {
            MetricStat stat = MetricStat.builder()
                    .stat(alarm.statisticAsString())
                    .period(alarm.period())
                    .unit(alarm.unitAsString())
                    .metric((metric) -> metric.dimensions(alarm.dimensions()))
                    .build();
            return Stream.of(alarm(alarm, region, FromSdk.text(alarm.namespace()), alarm.metricName(),
                    Optional.of(trigger(alarm, stat, false))));
        }
        // A formula of one metric and nothing else is that metric.
        boolean plain = alarm.metrics().size() == 1;
        return alarm.metrics()
                .stream()
                .filter((query) -> query.metricStat() != null && (plain || !isElsewhere(query, account)))
                .map((query) -> alarm(alarm, region, FromSdk.text(query.metricStat().metric().namespace()),
                        FromSdk.text(query.metricStat().metric().metricName()),
                        plain
                                ? Optional.of(trigger(alarm, query.metricStat(), isElsewhere(query, account)))
                                : Optional.empty()));
    }

    private static boolean isElsewhere(MetricDataQuery query, String account) {
        return FromSdk.some(query.accountId()).filter((owner) -> !owner.equals(account)).isPresent();
    }

    private static MetricAlarm alarm(software.amazon.awssdk.services.cloudwatch.model.MetricAlarm alarm, Region region,
            String namespace, String metric, Optional<MetricAlarm.Trigger> trigger) {
        return new MetricAlarm(alarm.alarmName(), alarm.alarmArn(), region, namespace, metric, trigger,
                FromSdk.flag(alarm.actionsEnabled()), alarm.alarmActions());
    }

    private static MetricAlarm.Trigger trigger(software.amazon.awssdk.services.cloudwatch.model.MetricAlarm alarm,
            MetricStat stat, boolean elsewhere) {
        return new MetricAlarm.Trigger(FromSdk.text(stat.stat()), FromSdk.text(alarm.comparisonOperatorAsString()),
                Optional.ofNullable(alarm.threshold()).orElse(Double.NaN), FromSdk.count(stat.period()).orElse(0),
                FromSdk.count(alarm.datapointsToAlarm())
                        .or(() -> FromSdk.count(alarm.evaluationPeriods()))
                        .orElse(0),
                FromSdk.some(alarm.treatMissingData()).orElse("missing"), !stat.metric().dimensions().isEmpty(),
                FromSdk.some(stat.unitAsString()), elsewhere);
    }
}

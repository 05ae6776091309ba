package footing.aws.survey;

import footing.account.Fact;
import footing.account.MetricAlarm;
import footing.account.Reading;
import footing.account.Region;
import footing.aws.FromSdk;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;

/** The alarms on single metrics; one on a formula never watches a filter's metric alone. */
final class AlarmReader {

    static final List<Reader<?>> READERS = List
            .of(Reader.of(Fact.ALARMS, AlarmReader::alarms, "cloudwatch:DescribeAlarms"));

    private AlarmReader() {
    }

    private static Reading<List<MetricAlarm>> alarms(Asking asking) {
        return Reading.all(asking.each(Places.besideLogGroups(asking), AlarmReader::alarms))
                .map((lists) -> lists.stream().flatMap(List::stream).toList());
    }

    private static Reading<List<MetricAlarm>> alarms(Asking asking, Region region) {
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
        return page.metricAlarms()
                .stream()
                .filter((alarm) -> FromSdk.some(alarm.metricName()).isPresent())
                .map((alarm) -> new MetricAlarm(alarm.alarmName(), alarm.alarmArn(), region,
                        FromSdk.text(alarm.namespace()), alarm.metricName(), FromSdk.flag(alarm.actionsEnabled()),
                        alarm.alarmActions()))
                .toList();
    }
}

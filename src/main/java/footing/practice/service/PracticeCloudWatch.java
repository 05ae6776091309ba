package footing.practice.service;

import footing.practice.AlarmState;
import footing.practice.PracticeAccount;
import footing.practice.call.Errors;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.InvalidNextTokenException;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmResponse;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateRequest;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateResponse;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Tag;
import software.amazon.awssdk.services.cloudwatch.model.TagResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.TagResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.UntagResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.UntagResourceResponse;

/** CloudWatch: metric alarms. There is no data behind them: an alarm's state is what somebody set, or not enough data. */
public final class PracticeCloudWatch implements CloudWatchClient {

    private final Here here;

    public PracticeCloudWatch(Here here) {
        this.here = here;
    }

    /** Writes the whole alarm; the state of one that was there stays. */
    @Override
    public PutMetricAlarmResponse putMetricAlarm(PutMetricAlarmRequest request) {
        if (request.hasMetrics() && !request.metrics().isEmpty()) {
            throw new UnsupportedOperationException("alarms on metric math");
        }
        AlarmRules.check(here, request);
        String arn = arn(request.alarmName());
        Instant now = here.now();
        MetricAlarm alarm = MetricAlarm.builder()
                .alarmName(request.alarmName())
                .alarmArn(arn)
                .alarmDescription(request.alarmDescription())
                .alarmConfigurationUpdatedTimestamp(now)
                .actionsEnabled(!Boolean.FALSE.equals(request.actionsEnabled()))
                .alarmActions(request.alarmActions())
                .okActions(request.okActions())
                .insufficientDataActions(request.insufficientDataActions())
                .metricName(request.metricName())
                .namespace(request.namespace())
                .statistic(request.statistic())
                .extendedStatistic(request.extendedStatistic())
                .dimensions(request.dimensions())
                .period(request.period())
                .unit(request.unit())
                .evaluationPeriods(request.evaluationPeriods())
                .datapointsToAlarm(request.datapointsToAlarm())
                .threshold(request.threshold())
                .comparisonOperator(request.comparisonOperator())
                .treatMissingData(request.treatMissingData())
                .evaluateLowSampleCountPercentile(request.evaluateLowSampleCountPercentile())
                .build();
        SortedMap<String, String> tags = Tags.of(request.tags(), Tag::key, Tag::value);
        here.update((account) -> account.withAlarms((alarms) -> alarms.with(arn, alarms.find(arn)
                .map((old) -> old.withAlarm(inState(alarm, old.alarm())))
                .orElseGet(() -> new AlarmState(alarm.toBuilder()
                        .stateValue(StateValue.INSUFFICIENT_DATA)
                        .stateReason("Unchecked: Initial alarm creation")
                        .stateUpdatedTimestamp(now)
                        .build(), here.region().id(), tags)))));
        return PutMetricAlarmResponse.builder().build();
    }

    /** All or none: one that is not there keeps the others, too. */
    @Override
    public DeleteAlarmsResponse deleteAlarms(DeleteAlarmsRequest request) {
        here.update((account) -> {
            PracticeAccount after = account;
            for (String name : request.alarmNames()) {
                String arn = find(after, name).alarm().alarmArn();
                after = after.withAlarms((alarms) -> alarms.without(arn));
            }
            return after;
        });
        return DeleteAlarmsResponse.builder().build();
    }

    @Override
    public DescribeAlarmsResponse describeAlarms(DescribeAlarmsRequest request) {
        int size = Optional.ofNullable(request.maxRecords()).orElse(50);
        if (size < 1 || size > 100) {
            throw AlarmRules.invalid("1 validation error detected: Value at 'maxRecords' failed to satisfy constraint:"
                    + " Member must have value between 1 and 100");
        }
        if (request.hasAlarmNames() && request.alarmNames().size() > 100) {
            throw AlarmRules.invalid("1 validation error detected: Value at 'alarmNames' failed to satisfy constraint:"
                    + " Member must have length less than or equal to 100");
        }
        boolean metricAlarms = !request.hasAlarmTypes() || request.alarmTypes().isEmpty()
                || request.alarmTypes().contains(AlarmType.METRIC_ALARM);
        List<MetricAlarm> alarms = metricAlarms
                ? own().filter((alarm) -> isAskedFor(request, alarm)).toList()
                : List.of();
        Page<MetricAlarm> page = Page.of(alarms, request.nextToken(), size, PracticeCloudWatch::badToken);
        return DescribeAlarmsResponse.builder()
                .metricAlarms(page.items())
                .compositeAlarms(List.of())
                .nextToken(page.next())
                .build();
    }

    @Override
    public DescribeAlarmsForMetricResponse describeAlarmsForMetric(DescribeAlarmsForMetricRequest request) {
        return DescribeAlarmsForMetricResponse.builder()
                .metricAlarms(own().filter((alarm) -> alarm.metricName().equals(request.metricName())
                        && alarm.namespace().equals(request.namespace())).toList())
                .build();
    }

    @Override
    public EnableAlarmActionsResponse enableAlarmActions(EnableAlarmActionsRequest request) {
        request.alarmNames().forEach((name) -> change(name, (alarm) -> alarm.toBuilder().actionsEnabled(true).build()));
        return EnableAlarmActionsResponse.builder().build();
    }

    @Override
    public DisableAlarmActionsResponse disableAlarmActions(DisableAlarmActionsRequest request) {
        request.alarmNames()
                .forEach((name) -> change(name, (alarm) -> alarm.toBuilder().actionsEnabled(false).build()));
        return DisableAlarmActionsResponse.builder().build();
    }

    @Override
    public SetAlarmStateResponse setAlarmState(SetAlarmStateRequest request) {
        if (request.stateValue() == null || request.stateValue() == StateValue.UNKNOWN_TO_SDK_VERSION) {
            throw AlarmRules.invalid("1 validation error detected: Value at 'stateValue' failed to satisfy constraint:"
                    + " Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]");
        }
        String reason = Optional.ofNullable(request.stateReason())
                .filter((given) -> given.length() <= 1023)
                .orElseThrow(() -> AlarmRules.invalid("1 validation error detected: Value at 'stateReason' failed to"
                        + " satisfy constraint: Member must have length less than or equal to 1023"));
        change(request.alarmName(), (alarm) -> alarm.toBuilder()
                .stateValue(request.stateValue())
                .stateReason(reason)
                .stateReasonData(request.stateReasonData())
                .stateUpdatedTimestamp(here.now())
                .build());
        return SetAlarmStateResponse.builder().build();
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        tags(request.resourceARN(), (old) -> Tags.with(old, Tags.of(request.tags(), Tag::key, Tag::value)));
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        tags(request.resourceARN(), (old) -> Tags.without(old, request.tagKeys()));
        return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        return ListTagsForResourceResponse.builder()
                .tags(Tags.list(byArn(here.account(), request.resourceARN()).tags(),
                        (key, value) -> Tag.builder().key(key).value(value).build()))
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // holds nothing
    }

    private Stream<MetricAlarm> own() {
        return here.account()
                .alarms()
                .all()
                .stream()
                .filter((state) -> state.region().equals(here.region().id()))
                .map(AlarmState::alarm);
    }

    private static boolean isAskedFor(DescribeAlarmsRequest request, MetricAlarm alarm) {
        boolean byName = !request.hasAlarmNames() || request.alarmNames().isEmpty()
                || request.alarmNames().contains(alarm.alarmName());
        boolean byPrefix = request.alarmNamePrefix() == null
                || alarm.alarmName().startsWith(request.alarmNamePrefix());
        boolean byState = request.stateValue() == null || alarm.stateValue() == request.stateValue();
        boolean byAction = request.actionPrefix() == null
                || alarm.alarmActions().stream().anyMatch((arn) -> arn.startsWith(request.actionPrefix()));
        return byName && byPrefix && byState && byAction;
    }

    private static MetricAlarm inState(MetricAlarm alarm, MetricAlarm old) {
        return alarm.toBuilder()
                .stateValue(old.stateValue())
                .stateReason(old.stateReason())
                .stateReasonData(old.stateReasonData())
                .stateUpdatedTimestamp(old.stateUpdatedTimestamp())
                .build();
    }

    private void change(@Nullable String name, UnaryOperator<MetricAlarm> change) {
        changeByArn(arn(String.valueOf(name)), (old) -> old.withAlarm(change.apply(old.alarm())));
    }

    private void tags(@Nullable String arn, UnaryOperator<SortedMap<String, String>> change) {
        changeByArn(arn, (old) -> new AlarmState(old.alarm(), old.region(), change.apply(old.tags())));
    }

    private void changeByArn(@Nullable String arn, UnaryOperator<AlarmState> change) {
        here.update((account) -> account.withAlarms(
                (alarms) -> alarms.changed(String.valueOf(arn), change, PracticeCloudWatch::notFound)));
    }

    private String arn(String name) {
        return here.arn("cloudwatch", "alarm:" + name);
    }

    private AlarmState find(PracticeAccount account, @Nullable String name) {
        return account.alarms().find(arn(String.valueOf(name))).orElseThrow(PracticeCloudWatch::notFound);
    }

    private static AlarmState byArn(PracticeAccount account, @Nullable String arn) {
        return account.alarms().find(String.valueOf(arn)).orElseThrow(PracticeCloudWatch::notFound);
    }

    private static AwsServiceException notFound() {
        return Errors.error(ResourceNotFoundException.builder(), "CloudWatch", "ResourceNotFound", 404,
                "The named resource does not exist.");
    }

    private static AwsServiceException badToken() {
        return Errors.error(InvalidNextTokenException.builder(), "CloudWatch", "InvalidNextToken", 400,
                "The specified next token is invalid.");
    }
}

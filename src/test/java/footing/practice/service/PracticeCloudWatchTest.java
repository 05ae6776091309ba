package footing.practice.service;

import static org.assertj.core.api.Assertions.assertThat;

import footing.practice.Bench;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.InvalidNextTokenException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

class PracticeCloudWatchTest {

    private static final PutMetricAlarmRequest ALARM = PutMetricAlarmRequest.builder()
            .alarmName("footing-root-use")
            .metricName("RootUse")
            .namespace("Footing/Activity")
            .statistic(Statistic.SUM)
            .period(300)
            .evaluationPeriods(1)
            .threshold(1.0)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
            .treatMissingData("notBreaching")
            .alarmActions("arn:aws:sns:us-east-1:123456789012:security")
            .build();

    private final Bench bench = Bench.fresh();
    private final CloudWatchClient cloudWatch = bench.cloudWatch();

    private MetricAlarm only() {
        return cloudWatch.describeAlarms().metricAlarms().getFirst();
    }

    private void invalid(UnaryOperator<PutMetricAlarmRequest.Builder> change) {
        Refused.with(CloudWatchException.class, "ValidationError", 400,
                () -> cloudWatch.putMetricAlarm(change.apply(ALARM.toBuilder()).build()));
    }

    @Test
    void alarm_isDescribedAsItWasPut_andKeepsItsState_whenItIsPutAgain() {
        cloudWatch.putMetricAlarm(ALARM);
        assertThat(only().stateValue()).isEqualTo(StateValue.INSUFFICIENT_DATA);
        assertThat(only().actionsEnabled()).isTrue();
        assertThat(only().alarmArn()).isEqualTo("arn:aws:cloudwatch:us-east-1:123456789012:alarm:footing-root-use");

        bench.pass(Duration.ofMinutes(1));
        cloudWatch.setAlarmState((request) -> request.alarmName("footing-root-use")
                .stateValue(StateValue.ALARM)
                .stateReason("a test: 4711"));
        cloudWatch.putMetricAlarm(ALARM.toBuilder().threshold(3.0).build());

        assertThat(only().threshold()).isEqualTo(3.0);
        assertThat(only().stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(only().stateReason()).isEqualTo("a test: 4711");
    }

    @Test
    void actions_areSwitched() {
        cloudWatch.putMetricAlarm(ALARM);

        cloudWatch.disableAlarmActions((request) -> request.alarmNames("footing-root-use"));
        assertThat(only().actionsEnabled()).isFalse();
        cloudWatch.enableAlarmActions((request) -> request.alarmNames("footing-root-use"));
        assertThat(only().actionsEnabled()).isTrue();
    }

    @Test
    void alarm_isRefused_whenItIsNone() {
        invalid((alarm) -> alarm.alarmName(""));
        invalid((alarm) -> alarm.comparisonOperator("LikesThreshold"));
        invalid((alarm) -> alarm.threshold(null));
        invalid((alarm) -> alarm.period(61));
        invalid((alarm) -> alarm.evaluationPeriods(0));
        invalid((alarm) -> alarm.evaluationPeriods(300));
        invalid((alarm) -> alarm.datapointsToAlarm(2));
        invalid((alarm) -> alarm.treatMissingData("perhaps"));
        invalid((alarm) -> alarm.alarmActions("not-an-arn"));
        invalid((alarm) -> alarm.alarmActions("arn:aws:sns:eu-west-1:123456789012:security"));
        Refused.with(InvalidParameterCombinationException.class, "InvalidParameterCombination", 400,
                () -> cloudWatch.putMetricAlarm(ALARM.toBuilder().statistic((String) null).build()));
        assertThat(cloudWatch.describeAlarms().metricAlarms()).isEmpty();
    }

    @Test
    void deletion_isAllOrNothing() {
        cloudWatch.putMetricAlarm(ALARM);

        Refused.with(ResourceNotFoundException.class, "ResourceNotFound", 404,
                () -> cloudWatch.deleteAlarms((request) -> request.alarmNames("footing-root-use", "other")));
        assertThat(cloudWatch.describeAlarms().metricAlarms()).hasSize(1);
        cloudWatch.deleteAlarms((request) -> request.alarmNames("footing-root-use"));
        assertThat(cloudWatch.describeAlarms().metricAlarms()).isEmpty();
    }

    @Test
    void alarms_comeInPages_andByWhatIsAsked() {
        for (int i = 0; i < 60; i++) {
            cloudWatch.putMetricAlarm(ALARM.toBuilder().alarmName("a" + i).build());
        }
        cloudWatch.putMetricAlarm(ALARM.toBuilder().alarmName("b").metricName("Other").build());

        assertThat(cloudWatch.describeAlarms().metricAlarms()).hasSize(50);
        assertThat(cloudWatch.describeAlarmsPaginator().metricAlarms()).hasSize(61);
        assertThat(cloudWatch.describeAlarms((request) -> request.alarmNamePrefix("b")).metricAlarms()).hasSize(1);
        assertThat(cloudWatch
                .describeAlarmsForMetric((request) -> request.metricName("Other").namespace("Footing/Activity"))
                .metricAlarms()).hasSize(1);
        assertThat(bench.clients.get(CloudWatchClient.class, Bench.ELSEWHERE).describeAlarms().metricAlarms())
                .isEmpty();
        Refused.with(InvalidNextTokenException.class, "InvalidNextToken", 400,
                () -> cloudWatch.describeAlarms((request) -> request.nextToken("made up")));
        Refused.with(CloudWatchException.class, "ValidationError", 400,
                () -> cloudWatch.describeAlarms((request) -> request.maxRecords(101)));
    }
}

package footing.practice.service;

import footing.practice.call.Errors;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** What CloudWatch asks of an alarm. Source: the reference of PutMetricAlarm. */
final class AlarmRules {

    private static final Set<String> MISSING_DATA = Set.of("breaching", "notBreaching", "ignore", "missing");
    private static final int DAY = 86_400;
    private static final int MOST_ACTIONS = 5;

    private AlarmRules() {
    }

    static AwsServiceException invalid(String message) {
        return Errors.error(CloudWatchException.builder(), "CloudWatch", "ValidationError", 400, message);
    }

    static void check(Here here, PutMetricAlarmRequest alarm) {
        required("alarmName", alarm.alarmName(), 255);
        required("metricName", alarm.metricName(), 255);
        required("namespace", alarm.namespace(), 255);
        if (alarm.comparisonOperator() == null
                || alarm.comparisonOperator() == ComparisonOperator.UNKNOWN_TO_SDK_VERSION) {
            throw invalid("1 validation error detected: Value at 'comparisonOperator' failed to satisfy constraint:"
                    + " Member must satisfy enum value set");
        }
        if (alarm.threshold() == null) {
            throw invalid("The parameter Threshold is required.");
        }
        if ((alarm.statistic() == null) == (alarm.extendedStatistic() == null)
                || alarm.statistic() == Statistic.UNKNOWN_TO_SDK_VERSION) {
            throw Errors.error(InvalidParameterCombinationException.builder(), "CloudWatch",
                    "InvalidParameterCombination", 400,
                    "Exactly one of Statistic and ExtendedStatistic must be specified.");
        }
        checkTime(alarm);
        if (alarm.treatMissingData() != null && !MISSING_DATA.contains(alarm.treatMissingData())) {
            throw invalid("The value '%s' is not supported for TreatMissingData parameter"
                    .formatted(alarm.treatMissingData()));
        }
        if (Optional.ofNullable(alarm.alarmDescription()).orElse("").length() > 1024) {
            throw invalid("The alarm description must be at most 1024 characters.");
        }
        if (Stream.of(alarm.alarmActions(), alarm.okActions(), alarm.insufficientDataActions())
                .anyMatch((actions) -> actions.size() > MOST_ACTIONS)) {
            throw invalid("Member must have length less than or equal to 5");
        }
        Stream.of(alarm.alarmActions(), alarm.okActions(), alarm.insufficientDataActions())
                .flatMap((actions) -> actions.stream())
                .forEach((arn) -> checkAction(here, arn));
    }

    private static void checkTime(PutMetricAlarmRequest alarm) {
        int period = Optional.ofNullable(alarm.period())
                .orElseThrow(() -> invalid("The parameter Period is required."));
        int times = Optional.ofNullable(alarm.evaluationPeriods())
                .orElseThrow(() -> invalid("The parameter EvaluationPeriods is required."));
        if (period != 10 && period != 20 && period != 30 && (period < 60 || period % 60 != 0)) {
            throw invalid("Metrics are allowed periods of 10, 20, 30 or a multiple of 60.");
        }
        if (times < 1 || Math.multiplyFull(times, period) > (period >= 3600 ? 7L * DAY : DAY)) {
            throw invalid(
                    "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400).");
        }
        if (alarm.datapointsToAlarm() != null
                && (alarm.datapointsToAlarm() < 1 || alarm.datapointsToAlarm() > times)) {
            throw invalid("DatapointsToAlarm must be between 1 and EvaluationPeriods.");
        }
    }

    /** Whether an action is one that CloudWatch can take: an ARN, and a topic only in its own Region. */
    private static void checkAction(Here here, String arn) {
        String[] parts = arn.split(":", -1);
        if (parts.length < 6 || !parts[0].equals("arn")) {
            throw invalid("Invalid arn syntax: " + arn);
        }
        if (parts[2].equals("sns") && !parts[3].equals(here.region().id())) {
            throw invalid("Invalid region %s specified. Only %s is supported.".formatted(parts[3], here.region()));
        }
    }

    static String required(String field, @Nullable String value, int longest) {
        if (value == null || value.isEmpty() || value.length() > longest) {
            throw invalid(
                    "1 validation error detected: Value at '%s' failed to satisfy constraint: Member must have length between 1 and %d"
                            .formatted(field, longest));
        }
        return value;
    }
}

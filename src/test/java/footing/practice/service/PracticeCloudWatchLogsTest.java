package footing.practice.service;

import static org.assertj.core.api.Assertions.assertThat;

import footing.choices.Activity;
import footing.practice.Bench;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LimitExceededException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

class PracticeCloudWatchLogsTest {

    private static final MetricTransformation METRIC = MetricTransformation.builder()
            .metricName("RootUse")
            .metricNamespace("Footing/Activity")
            .metricValue("1")
            .build();

    private final Bench bench = Bench.fresh();
    private final CloudWatchLogsClient logs = bench.logs();

    private void make() {
        logs.createLogGroup((request) -> request.logGroupName("trail").tags(Map.of("a", "1")));
    }

    private void put(String name, String pattern) {
        logs.putMetricFilter((request) -> request.logGroupName("trail")
                .filterName(name)
                .filterPattern(pattern)
                .metricTransformations(METRIC));
    }

    private static void invalid(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Refused.with(InvalidParameterException.class, "InvalidParameterException", 400, call);
    }

    @Test
    void logGroup_isDescribedAsItWasMade_inItsRegion() {
        make();

        LogGroup group = logs.describeLogGroups((request) -> request.logGroupNamePrefix("tr")).logGroups().getFirst();
        assertThat(group.arn()).isEqualTo("arn:aws:logs:us-east-1:123456789012:log-group:trail:*");
        assertThat(group.logGroupArn()).isEqualTo("arn:aws:logs:us-east-1:123456789012:log-group:trail");
        assertThat(group.retentionInDays()).isNull();
        assertThat(logs.listTagsForResource((request) -> request.resourceArn(group.logGroupArn())).tags())
                .containsExactly(Map.entry("a", "1"));
        assertThat(bench.clients.get(CloudWatchLogsClient.class, Bench.ELSEWHERE).describeLogGroups().logGroups())
                .isEmpty();
        Refused.with(ResourceAlreadyExistsException.class, "ResourceAlreadyExistsException", 400, this::make);
        invalid(() -> logs.createLogGroup((request) -> request.logGroupName("a b")));
        invalid(() -> logs.createLogGroup((request) -> request.logGroupName("aws/mine")));
    }

    @Test
    void retention_takesOnlyTheDaysThatAwsKnows() {
        make();
        logs.putRetentionPolicy((request) -> request.logGroupName("trail").retentionInDays(365));
        assertThat(logs.describeLogGroups().logGroups().getFirst().retentionInDays()).isEqualTo(365);

        invalid(() -> logs.putRetentionPolicy((request) -> request.logGroupName("trail").retentionInDays(366)));
        logs.deleteRetentionPolicy((request) -> request.logGroupName("trail"));

        assertThat(logs.describeLogGroups().logGroups().getFirst().retentionInDays()).isNull();
        Refused.with(ResourceNotFoundException.class, "ResourceNotFoundException", 400,
                () -> logs.putRetentionPolicy((request) -> request.logGroupName("other").retentionInDays(1)));
    }

    @ParameterizedTest
    @EnumSource(Activity.class)
    void filter_takesThePatternOfEveryActivity(Activity activity) {
        make();
        put(activity.id(), activity.pattern());

        assertThat(logs.describeMetricFilters((request) -> request.logGroupName("trail")).metricFilters())
                .singleElement()
                .matches((filter) -> filter.filterPattern().equals(activity.pattern())
                        && filter.metricTransformations().getFirst().equals(METRIC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "{ $.a }", "{ $.a = }", "{ $.a = 1", "{ ($.a = 1 }", "{ $.a = \"x }",
        "{ $.a == 1 }", "{ a = 1 }", "{ $.a = 1 && }", "{ $.a = 1 } more", "{ $.a = 1 and $.b = 2 }", "\"x", "a }"})
    void filter_isRefused_whenItsPatternIsNone(String pattern) {
        make();

        invalid(() -> put("bad", pattern));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ERROR", "\"two words\"", "{ $.a NOT EXISTS || $.b IS NULL }", "{ $.a[0].b >= 1.5 }",
        "{ ($.a = *x*) && (($.b != \"y z\") || ($.c IS TRUE)) }", "[ip, user, status = 4*]"})
    void filter_takesEveryKindOfPattern(String pattern) {
        make();

        put("good", pattern);
        assertThat(logs.describeMetricFilters().metricFilters()).hasSize(1);
    }

    @Test
    void filter_isRefused_whenItsMetricIsNone() {
        make();

        invalid(() -> logs
                .putMetricFilter((request) -> request.logGroupName("trail").filterName("f").filterPattern("")));
        invalid(() -> logs.putMetricFilter((request) -> request.logGroupName("trail")
                .filterName("f")
                .filterPattern("")
                .metricTransformations(METRIC.toBuilder().metricName("a$b").build())));
        invalid(() -> logs.describeMetricFilters((request) -> request.metricName("RootUse")));
        Refused.with(ResourceNotFoundException.class, "ResourceNotFoundException", 400,
                () -> logs.deleteMetricFilter((request) -> request.logGroupName("trail").filterName("f")));
    }

    @Test
    void filters_comeInPagesOfFifty_andAreAHundredAtMost() {
        make();
        for (int i = 0; i < 100; i++) {
            put("f" + i, "");
        }

        assertThat(logs.describeMetricFilters().metricFilters()).hasSize(50);
        assertThat(logs.describeMetricFiltersPaginator().metricFilters()).hasSize(100);
        assertThat(logs.describeMetricFilters(
                (request) -> request.logGroupName("trail").filterNamePrefix("f9")).metricFilters()).hasSize(11);
        Refused.with(LimitExceededException.class, "LimitExceededException", 400, () -> put("more", ""));
        logs.deleteLogGroup((request) -> request.logGroupName("trail"));
        assertThat(logs.describeMetricFilters().metricFilters()).isEmpty();
    }
}

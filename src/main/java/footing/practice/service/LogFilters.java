package footing.practice.service;

import footing.practice.LogGroupState;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterResponse;

/** The metric filters of CloudWatch Logs. */
abstract class LogFilters implements CloudWatchLogsClient {

    private static final int MOST_FILTERS = 100;
    private static final int LONGEST_PATTERN = 1024;
    private static final Pattern FILTER_NAME = Pattern.compile("[^:*]*");
    private static final Pattern METRIC = Pattern.compile("[^:*$]*");
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    final Here here;

    LogFilters(Here here) {
        this.here = here;
    }

    @Override
    public PutMetricFilterResponse putMetricFilter(PutMetricFilterRequest request) {
        String name = LogsErrors.checked("filterName", request.filterName(), 512, FILTER_NAME);
        String pattern = Optional.ofNullable(request.filterPattern())
                .filter((given) -> given.length() <= LONGEST_PATTERN)
                .orElseThrow(() -> LogsErrors.invalid("1 validation error detected: Value at 'filterPattern' failed to"
                        + " satisfy constraint: Member must have length less than or equal to 1024"));
        if (!FilterPattern.isValid(pattern)) {
            throw LogsErrors.invalid("Invalid metric filter pattern");
        }
        if (request.metricTransformations().size() != 1) {
            throw LogsErrors.invalid("1 validation error detected: Value at 'metricTransformations' failed to satisfy"
                    + " constraint: Member must have length between 1 and 1");
        }
        check(request.metricTransformations().getFirst());
        here.update((account) -> {
            LogGroupState group = LogsErrors.group(here, account, request.logGroupName());
            if (!group.filters().has(name) && group.filters().all().size() >= MOST_FILTERS) {
                throw LogsErrors.limit("Resource limit exceeded.");
            }
            MetricFilter filter = MetricFilter.builder()
                    .filterName(name)
                    .filterPattern(pattern)
                    .metricTransformations(request.metricTransformations())
                    .logGroupName(group.name())
                    .creationTime(here.now().toEpochMilli())
                    .applyOnTransformedLogs(Boolean.TRUE.equals(request.applyOnTransformedLogs()))
                    .build();
            return account.withLogGroups((groups) -> groups.with(group.arn(),
                    group.withFilters((filters) -> filters.with(name, filter))));
        });
        return PutMetricFilterResponse.builder().build();
    }

    @Override
    public DeleteMetricFilterResponse deleteMetricFilter(DeleteMetricFilterRequest request) {
        here.update((account) -> {
            LogGroupState group = LogsErrors.group(here, account, request.logGroupName());
            if (!group.filters().has(String.valueOf(request.filterName()))) {
                throw LogsErrors.notFound("The specified metric filter does not exist.");
            }
            return account.withLogGroups((groups) -> groups.with(group.arn(),
                    group.withFilters((filters) -> filters.without(request.filterName()))));
        });
        return DeleteMetricFilterResponse.builder().build();
    }

    @Override
    public DescribeMetricFiltersResponse describeMetricFilters(DescribeMetricFiltersRequest request) {
        if ((request.metricName() == null) != (request.metricNamespace() == null)) {
            throw LogsErrors.invalid("metricName and metricNamespace must be specified together.");
        }
        if (request.filterNamePrefix() != null && request.logGroupName() == null) {
            throw LogsErrors.invalid("A log group name must be specified with a filter name prefix.");
        }
        List<LogGroupState> groups = request.logGroupName() == null
                ? here.account()
                        .logGroups()
                        .all()
                        .stream()
                        .filter((group) -> group.region().equals(here.region().id()))
                        .toList()
                : List.of(LogsErrors.group(here, here.account(), request.logGroupName()));
        String prefix = Optional.ofNullable(request.filterNamePrefix()).orElse("");
        List<MetricFilter> filters = groups.stream()
                .flatMap((group) -> group.filters().all().stream())
                .filter((filter) -> filter.filterName().startsWith(prefix))
                .filter((filter) -> request.metricName() == null || filter.metricTransformations()
                        .stream()
                        .anyMatch((metric) -> metric.metricName().equals(request.metricName())
                                && metric.metricNamespace().equals(request.metricNamespace())))
                .toList();
        Page<MetricFilter> page = LogsErrors.page(filters, request.nextToken(), request.limit());
        return DescribeMetricFiltersResponse.builder().metricFilters(page.items()).nextToken(page.next()).build();
    }

    private static void check(MetricTransformation metric) {
        LogsErrors.checked("metricTransformations.1.member.metricName", metric.metricName(), 255, METRIC);
        LogsErrors.checked("metricTransformations.1.member.metricNamespace", metric.metricNamespace(), 255, METRIC);
        LogsErrors.checked("metricTransformations.1.member.metricValue", metric.metricValue(), 100, ANY);
        if (metric.defaultValue() != null && !metric.dimensions().isEmpty()) {
            throw LogsErrors
                    .invalid("Invalid metric transformation: dimensions and default value are mutually exclusive"
                            + " properties.");
        }
    }
}

package footing.aws.survey;

import footing.account.Fact;
import footing.account.LogGroup;
import footing.account.MetricFilter;
import footing.account.Reading;
import footing.aws.FromSdk;
import footing.choices.Conventions;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersResponse;

/** The log groups that trails deliver to, and the filters on them. */
final class LogsReader {

    static final List<Reader<?>> READERS = List.of(
            Reader.of(Fact.LOG_GROUPS, LogsReader::groups, "logs:DescribeLogGroups"),
            Reader.of(Fact.METRIC_FILTERS, LogsReader::filters, "logs:DescribeMetricFilters"));

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

    private LogsReader() {
    }

    private static Reading<Map<String, LogGroup>> groups(Asking asking) {
        // One of the name that Footing would give may have outlived the stack that made it.
        LogGroupArn own = new LogGroupArn(
                "arn:%s:logs:%s:%s:log-group:%s".formatted(asking.identity().partition().id(), asking.home().id(),
                        asking.identity().account(), Conventions.LOG_GROUP),
                asking.home(), asking.identity().account(), Conventions.LOG_GROUP);
        return TrailReader.allLogGroups(asking)
                .map((ofTrails) -> Stream.concat(ofTrails.stream(), Stream.of(own)).distinct().toList())
                .flatMap((groups) -> Reading.all(asking.each(groups, LogsReader::group)))
                .map(LogsReader::byArn);
    }

    private static Reading<List<MetricFilter>> filters(Asking asking) {
        return ofEach(asking, LogsReader::filters).map((lists) -> lists.stream().flatMap(List::stream).toList());
    }

    private static <T> Reading<List<T>> ofEach(Asking asking, BiFunction<Asking, LogGroupArn, Reading<T>> read) {
        return TrailReader.logGroups(asking).flatMap((groups) -> Reading.all(asking.each(groups, read)));
    }

    private static Map<String, LogGroup> byArn(Collection<Optional<LogGroup>> groups) {
        Map<String, LogGroup> byArn = new LinkedHashMap<>();
        groups.forEach((group) -> group.ifPresent((found) -> byArn.put(found.arn(), found)));
        return Map.copyOf(byArn);
    }

    private static Reading<Optional<LogGroup>> group(Asking asking, LogGroupArn arn) {
        DescribeLogGroupsRequest first = DescribeLogGroupsRequest.builder().logGroupNamePrefix(arn.name()).build();
        return asking
                .pages(Ask.of(CloudWatchLogsClient.class, arn.region(), "DescribeLogGroups", first,
                        CloudWatchLogsClient::describeLogGroups)
                        .seeing((response) -> Values.of()
                                .and("logGroupName", arn.name())
                                .and("retentionInDays",
                                        group(response, arn).flatMap(LogGroup::retentionDays).orElse(null))
                                .map()),
                        (request, response) -> group(response, arn).isPresent() // by name, so nothing more is needed
                                ? Optional.empty()
                                : FromSdk.some(response.nextToken())
                                        .map((token) -> request.toBuilder().nextToken(token).build()))
                .map((pages) -> pages.stream().flatMap((page) -> group(page, arn).stream()).findFirst());
    }

    private static Optional<LogGroup> group(DescribeLogGroupsResponse page, LogGroupArn arn) {
        return page.logGroups()
                .stream()
                .filter((group) -> arn.name().equals(group.logGroupName()))
                .map((group) -> new LogGroup(arn.name(), arn.arn(), arn.region(),
                        FromSdk.count(group.retentionInDays()),
                        Optional.ofNullable(group.creationTime()).map(Instant::ofEpochMilli)))
                .findFirst();
    }

    private static Reading<List<MetricFilter>> filters(Asking asking, LogGroupArn group) {
        DescribeMetricFiltersRequest first = DescribeMetricFiltersRequest.builder().logGroupName(group.name()).build();
        return asking
                .pages(Ask.of(CloudWatchLogsClient.class, group.region(), "DescribeMetricFilters", first,
                        CloudWatchLogsClient::describeMetricFilters)
                        .seeing((response) -> Values.of()
                                .and("logGroupName", group.name())
                                .and("metricFilters", response.metricFilters().size())
                                .map()),
                        (request, response) -> FromSdk.some(response.nextToken())
                                .map((token) -> request.toBuilder().nextToken(token).build()),
                        Absent.on("ResourceNotFoundException"))
                .map((pages) -> pages.stream().flatMap((page) -> filters(page, group).stream()).toList());
    }

    private static List<MetricFilter> filters(DescribeMetricFiltersResponse page, LogGroupArn group) {
        return page.metricFilters()
                .stream()
                .flatMap((filter) -> filter.metricTransformations()
                        .stream()
                        .map((metric) -> new MetricFilter(filter.filterName(), group.arn(), group.region(),
                                FromSdk.text(filter.filterPattern()), metric.metricNamespace(), metric.metricName(),
                                number(metric.metricValue()), Optional.ofNullable(metric.defaultValue()),
                                metric.hasDimensions() && !metric.dimensions().isEmpty(),
                                FromSdk.some(metric.unitAsString()).orElse(MetricFilter.NO_UNIT),
                                FromSdk.some(filter.fieldSelectionCriteria()).isPresent())))
                .toList();
    }

    /** A metric's value is a number, or the name of a field that holds one. */
    private static Optional<Double> number(@Nullable String value) {
        return FromSdk.some(value)
                .filter((text) -> NUMBER.matcher(text).matches())
                .map(Double::valueOf);
    }
}

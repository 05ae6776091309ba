package footing.practice.service;

import footing.practice.LogGroupState;
import footing.practice.PracticeAccount;
import footing.practice.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupClass;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagResourceResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagResourceResponse;

/** CloudWatch Logs: log groups; metric filters are in {@link LogFilters}. */
public final class PracticeCloudWatchLogs extends LogFilters {

    /** Source: the reference of PutRetentionPolicy. */
    private static final Set<Integer> RETENTIONS = Set.of(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731,
            1096, 1827, 2192, 2557, 2922, 3288, 3653);

    public PracticeCloudWatchLogs(Here here) {
        super(here);
    }

    @Override
    public CreateLogGroupResponse createLogGroup(CreateLogGroupRequest request) {
        String name = LogsErrors.checked("logGroupName", request.logGroupName(), 512, LogsErrors.GROUP_NAME);
        if (name.startsWith("aws/")) {
            throw LogsErrors.invalid("Log groups starting with aws/ are reserved for AWS.");
        }
        String arn = here.arn("logs", "log-group:" + name);
        SortedMap<String, String> tags = request.hasTags() ? new TreeMap<>(request.tags()) : new TreeMap<>();
        LogGroupState made = new LogGroupState(arn, name, here.region().id(), here.now(), Optional.empty(),
                Optional.ofNullable(request.kmsKeyId()), Optional.ofNullable(request.logGroupClassAsString()),
                Table.empty(), new TreeSet<>(), tags);
        here.update((account) -> {
            if (account.logGroups().has(arn)) {
                throw LogsErrors.exists("The specified log group already exists");
            }
            return account.withLogGroups((groups) -> groups.with(arn, made));
        });
        return CreateLogGroupResponse.builder().build();
    }

    @Override
    public DeleteLogGroupResponse deleteLogGroup(DeleteLogGroupRequest request) {
        here.update((account) -> {
            LogGroupState group = LogsErrors.group(here, account, request.logGroupName());
            return account.withLogGroups((groups) -> groups.without(group.arn()));
        });
        return DeleteLogGroupResponse.builder().build();
    }

    @Override
    public DescribeLogGroupsResponse describeLogGroups(DescribeLogGroupsRequest request) {
        if (request.logGroupNamePrefix() != null && request.logGroupNamePattern() != null) {
            throw LogsErrors
                    .invalid("LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
        }
        List<LogGroup> groups = here.account()
                .logGroups()
                .all()
                .stream()
                .filter((group) -> group.region().equals(here.region().id()))
                .filter((group) -> isAskedFor(request, group))
                .map(PracticeCloudWatchLogs::shown)
                .toList();
        Page<LogGroup> page = LogsErrors.page(groups, request.nextToken(), request.limit());
        return DescribeLogGroupsResponse.builder().logGroups(page.items()).nextToken(page.next()).build();
    }

    @Override
    public DescribeLogStreamsResponse describeLogStreams(DescribeLogStreamsRequest request) {
        PracticeAccount account = here.update((before) -> Deliveries.upTo(before, here.now()));
        LogGroupState group = LogsErrors.group(here, account, request.logGroupName());
        String prefix = Optional.ofNullable(request.logStreamNamePrefix()).orElse("");
        List<LogStream> streams = group.streams()
                .stream()
                .filter((name) -> name.startsWith(prefix))
                .map((name) -> LogStream.builder()
                        .logStreamName(name)
                        .arn(group.arn() + ":log-stream:" + name)
                        .build())
                .toList();
        Page<LogStream> page = LogsErrors.page(streams, request.nextToken(), request.limit());
        return DescribeLogStreamsResponse.builder().logStreams(page.items()).nextToken(page.next()).build();
    }

    @Override
    public PutRetentionPolicyResponse putRetentionPolicy(PutRetentionPolicyRequest request) {
        Integer days = request.retentionInDays();
        if (days == null || !RETENTIONS.contains(days)) {
            throw LogsErrors.invalid(
                    "1 validation error detected: Value '%s' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: %s"
                            .formatted(days, new TreeSet<>(RETENTIONS)));
        }
        change(request.logGroupName(), (group) -> group.withRetention(Optional.of(days)));
        return PutRetentionPolicyResponse.builder().build();
    }

    @Override
    public DeleteRetentionPolicyResponse deleteRetentionPolicy(DeleteRetentionPolicyRequest request) {
        change(request.logGroupName(), (group) -> group.withRetention(Optional.empty()));
        return DeleteRetentionPolicyResponse.builder().build();
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        tags(request.resourceArn(), (old) -> Tags.with(old, request.tags()));
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        tags(request.resourceArn(), (old) -> Tags.without(old, request.tagKeys()));
        return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        return ListTagsForResourceResponse.builder().tags(byArn(here.account(), request.resourceArn()).tags()).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // holds nothing
    }

    private void change(@Nullable String name, UnaryOperator<LogGroupState> change) {
        here.update((account) -> {
            LogGroupState now = change.apply(LogsErrors.group(here, account, name));
            return account.withLogGroups((groups) -> groups.with(now.arn(), now));
        });
    }

    private void tags(@Nullable String arn, UnaryOperator<SortedMap<String, String>> change) {
        here.update((account) -> {
            LogGroupState old = byArn(account, arn);
            LogGroupState now = old.withTags(change.apply(old.tags()));
            return account.withLogGroups((groups) -> groups.with(now.arn(), now));
        });
    }

    private static LogGroupState byArn(PracticeAccount account, @Nullable String arn) {
        return account.logGroups()
                .find(String.valueOf(arn))
                .orElseThrow(() -> LogsErrors.notFound("The specified resource does not exist."));
    }

    private static boolean isAskedFor(DescribeLogGroupsRequest request, LogGroupState group) {
        boolean byPrefix = request.logGroupNamePrefix() == null
                || group.name().startsWith(request.logGroupNamePrefix());
        boolean byPattern = request.logGroupNamePattern() == null
                || group.name().contains(request.logGroupNamePattern());
        boolean byIdentifier = !request.hasLogGroupIdentifiers() || request.logGroupIdentifiers().isEmpty()
                || request.logGroupIdentifiers().contains(group.name())
                || request.logGroupIdentifiers().contains(group.arn());
        return byPrefix && byPattern && byIdentifier;
    }

    private static LogGroup shown(LogGroupState group) {
        return LogGroup.builder()
                .logGroupName(group.name())
                .logGroupArn(group.arn())
                .arn(group.arn() + ":*")
                .creationTime(group.createdAt().toEpochMilli())
                .retentionInDays(group.retentionDays().orElse(null))
                .kmsKeyId(group.kmsKeyId().orElse(null))
                .metricFilterCount(group.filters().all().size())
                .storedBytes(0L)
                .logGroupClass(group.logClass().orElse(LogGroupClass.STANDARD.toString()))
                .build();
    }
}

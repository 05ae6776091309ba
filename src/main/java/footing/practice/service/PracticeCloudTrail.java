package footing.practice.service;

import footing.practice.PracticeAccount;
import footing.practice.TrailState;
import footing.practice.TrailState.Delivery;
import footing.practice.TrailState.Logging;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.AddTagsRequest;
import software.amazon.awssdk.services.cloudtrail.model.AddTagsResponse;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.CreateTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.CreateTrailResponse;
import software.amazon.awssdk.services.cloudtrail.model.DeleteTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.DeleteTrailResponse;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.InvalidEventSelectorsException;
import software.amazon.awssdk.services.cloudtrail.model.MaximumNumberOfTrailsExceededException;
import software.amazon.awssdk.services.cloudtrail.model.NotOrganizationMasterAccountException;
import software.amazon.awssdk.services.cloudtrail.model.PutEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.PutEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.cloudtrail.model.RemoveTagsRequest;
import software.amazon.awssdk.services.cloudtrail.model.RemoveTagsResponse;
import software.amazon.awssdk.services.cloudtrail.model.StartLoggingRequest;
import software.amazon.awssdk.services.cloudtrail.model.StartLoggingResponse;
import software.amazon.awssdk.services.cloudtrail.model.StopLoggingRequest;
import software.amazon.awssdk.services.cloudtrail.model.StopLoggingResponse;
import software.amazon.awssdk.services.cloudtrail.model.Tag;
import software.amazon.awssdk.services.cloudtrail.model.TagsLimitExceededException;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudtrail.model.TrailAlreadyExistsException;
import software.amazon.awssdk.services.cloudtrail.model.UpdateTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.UpdateTrailResponse;

/** CloudTrail: how trails are made and changed; what it tells of them is in {@link CloudTrailReads}. */
public final class PracticeCloudTrail extends CloudTrailReads {

    private static final int MOST_TRAILS = 5;
    private static final int MOST_SELECTORS = 5;
    private static final EventSelector ALL_MANAGEMENT_EVENTS = EventSelector.builder()
            .readWriteType(ReadWriteType.ALL)
            .includeManagementEvents(true)
            .dataResources(List.of())
            .excludeManagementEventSources(List.of())
            .build();

    public PracticeCloudTrail(Here here) {
        super(here);
    }

    /** A new trail does not log until it is started. */
    @Override
    public CreateTrailResponse createTrail(CreateTrailRequest request) {
        String name = TrailErrors.name(request.name());
        Trail trail = Trail.builder()
                .name(name)
                .trailARN(here.arn("cloudtrail", "trail/" + name))
                .homeRegion(here.region().id())
                .s3BucketName(request.s3BucketName())
                .s3KeyPrefix(set(request.s3KeyPrefix()))
                .snsTopicARN(topicArn(request.snsTopicName()))
                .includeGlobalServiceEvents(!Boolean.FALSE.equals(request.includeGlobalServiceEvents()))
                .isMultiRegionTrail(Boolean.TRUE.equals(request.isMultiRegionTrail()))
                .isOrganizationTrail(Boolean.TRUE.equals(request.isOrganizationTrail()))
                .logFileValidationEnabled(Boolean.TRUE.equals(request.enableLogFileValidation()))
                .cloudWatchLogsLogGroupArn(set(request.cloudWatchLogsLogGroupArn()))
                .cloudWatchLogsRoleArn(set(request.cloudWatchLogsRoleArn()))
                .kmsKeyId(set(request.kmsKeyId()))
                .hasCustomEventSelectors(false)
                .hasInsightSelectors(false)
                .build();
        SortedMap<String, String> tags = Tags.of(request.tagsList(), Tag::key, Tag::value);
        here.update((account) -> {
            if (account.trails()
                    .all()
                    .stream()
                    .anyMatch((old) -> old.trail().name().equals(name)
                            && TrailErrors.isVisible(here, old))) {
                throw TrailErrors.error(TrailAlreadyExistsException.builder(),
                        "Trail %s already exists for customer: %s".formatted(name, account.id()));
            }
            checkRoom(account);
            TrailRules.check(here, account, trail);
            return account.withTrails((trails) -> trails.with(trail.trailARN(),
                    new TrailState(trail, List.of(ALL_MANAGEMENT_EVENTS), List.of(),
                            new Logging(false, Optional.empty(), Optional.empty()), Delivery.NONE, tags)));
        });
        return CreateTrailResponse.builder()
                .name(trail.name())
                .trailARN(trail.trailARN())
                .s3BucketName(trail.s3BucketName())
                .s3KeyPrefix(trail.s3KeyPrefix())
                .snsTopicARN(trail.snsTopicARN())
                .includeGlobalServiceEvents(trail.includeGlobalServiceEvents())
                .isMultiRegionTrail(trail.isMultiRegionTrail())
                .isOrganizationTrail(trail.isOrganizationTrail())
                .logFileValidationEnabled(trail.logFileValidationEnabled())
                .cloudWatchLogsLogGroupArn(trail.cloudWatchLogsLogGroupArn())
                .cloudWatchLogsRoleArn(trail.cloudWatchLogsRoleArn())
                .kmsKeyId(trail.kmsKeyId())
                .build();
    }

    /** What the caller leaves out stays; an empty text takes away. */
    @Override
    public UpdateTrailResponse updateTrail(UpdateTrailRequest request) {
        Trail now = change(request.name(), (account, state) -> {
            Trail old = state.trail();
            Trail trail = old.toBuilder()
                    .s3BucketName(or(request.s3BucketName(), old.s3BucketName()))
                    .s3KeyPrefix(or(request.s3KeyPrefix(), old.s3KeyPrefix()))
                    .snsTopicARN(request.snsTopicName() == null ? old.snsTopicARN() : topicArn(request.snsTopicName()))
                    .includeGlobalServiceEvents(
                            or(request.includeGlobalServiceEvents(), old.includeGlobalServiceEvents()))
                    .isMultiRegionTrail(or(request.isMultiRegionTrail(), old.isMultiRegionTrail()))
                    .isOrganizationTrail(or(request.isOrganizationTrail(), old.isOrganizationTrail()))
                    .logFileValidationEnabled(or(request.enableLogFileValidation(), old.logFileValidationEnabled()))
                    .cloudWatchLogsLogGroupArn(
                            or(request.cloudWatchLogsLogGroupArn(), old.cloudWatchLogsLogGroupArn()))
                    .cloudWatchLogsRoleArn(or(request.cloudWatchLogsRoleArn(), old.cloudWatchLogsRoleArn()))
                    .kmsKeyId(or(request.kmsKeyId(), old.kmsKeyId()))
                    .build();
            TrailRules.check(here, account, trail);
            return state.withTrail(trail);
        }).trail();
        return UpdateTrailResponse.builder()
                .name(now.name())
                .trailARN(now.trailARN())
                .s3BucketName(now.s3BucketName())
                .s3KeyPrefix(now.s3KeyPrefix())
                .snsTopicARN(now.snsTopicARN())
                .includeGlobalServiceEvents(now.includeGlobalServiceEvents())
                .isMultiRegionTrail(now.isMultiRegionTrail())
                .isOrganizationTrail(now.isOrganizationTrail())
                .logFileValidationEnabled(now.logFileValidationEnabled())
                .cloudWatchLogsLogGroupArn(now.cloudWatchLogsLogGroupArn())
                .cloudWatchLogsRoleArn(now.cloudWatchLogsRoleArn())
                .kmsKeyId(now.kmsKeyId())
                .build();
    }

    /** What was delivered stays in the bucket. */
    @Override
    public DeleteTrailResponse deleteTrail(DeleteTrailRequest request) {
        here.update((before) -> {
            PracticeAccount account = Deliveries.upTo(before, here.now());
            TrailState state = changeable(account, request.name());
            return account.withTrails((trails) -> trails.without(state.trail().trailARN()));
        });
        return DeleteTrailResponse.builder().build();
    }

    @Override
    public StartLoggingResponse startLogging(StartLoggingRequest request) {
        change(request.name(), (account, state) -> state.logging().on()
                ? state
                : state.withLogging(new Logging(true, Optional.of(here.now()), state.logging().stoppedAt())));
        return StartLoggingResponse.builder().build();
    }

    @Override
    public StopLoggingResponse stopLogging(StopLoggingRequest request) {
        change(request.name(), (account, state) -> state.logging().on()
                ? state.withLogging(new Logging(false, state.logging().startedAt(), Optional.of(here.now())))
                : state);
        return StopLoggingResponse.builder().build();
    }

    /** Basic selectors put away advanced ones, and the other way round. */
    @Override
    public PutEventSelectorsResponse putEventSelectors(PutEventSelectorsRequest request) {
        if (request.hasEventSelectors() == request.hasAdvancedEventSelectors()) {
            throw badSelectors("Specify either event selectors or advanced event selectors.");
        }
        if (request.eventSelectors().size() > MOST_SELECTORS) {
            throw badSelectors("A trail can have at most 5 event selectors.");
        }
        List<EventSelector> basic = request.eventSelectors().stream().map(PracticeCloudTrail::whole).toList();
        for (AdvancedEventSelector selector : request.advancedEventSelectors()) {
            if (selector.fieldSelectors().stream().noneMatch((field) -> "eventCategory".equals(field.field()))) {
                throw badSelectors("Each advanced event selector must have an eventCategory field.");
            }
        }
        TrailState now = change(request.trailName(), (account, state) -> state
                .withSelectors(basic, request.advancedEventSelectors())
                .withTrail(state.trail()
                        .toBuilder()
                        .hasCustomEventSelectors(!basic.equals(List.of(ALL_MANAGEMENT_EVENTS)))
                        .build()));
        PutEventSelectorsResponse.Builder answer = PutEventSelectorsResponse.builder()
                .trailARN(now.trail().trailARN());
        return request.hasEventSelectors()
                ? answer.eventSelectors(basic).build()
                : answer.advancedEventSelectors(now.advancedSelectors()).build();
    }

    @Override
    public AddTagsResponse addTags(AddTagsRequest request) {
        tags(request.resourceId(), (old) -> Tags.with(old, Tags.of(request.tagsList(), Tag::key, Tag::value)));
        return AddTagsResponse.builder().build();
    }

    @Override
    public RemoveTagsResponse removeTags(RemoveTagsRequest request) {
        tags(request.resourceId(), (old) -> Tags.without(old, request.tagsList().stream().map(Tag::key).toList()));
        return RemoveTagsResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // holds nothing
    }

    private interface Change {
        TrailState of(PracticeAccount account, TrailState state);
    }

    /** What was due until now is delivered as the trail stood before the change. */
    private TrailState change(@Nullable String nameOrArn, Change change) {
        PracticeAccount after = here.update((before) -> {
            PracticeAccount account = Deliveries.upTo(before, here.now());
            TrailState now = change.of(account, changeable(account, nameOrArn));
            return account.withTrails((trails) -> trails.with(now.trail().trailARN(), now));
        });
        return TrailErrors.atHome(here, after, nameOrArn);
    }

    /** An organization's trail is its management account's to change, which this account is not. */
    private TrailState changeable(PracticeAccount account, @Nullable String nameOrArn) {
        TrailState state = TrailErrors.atHome(here, account, nameOrArn);
        if (TrailChecks.isElsewhere(account, state.trail())) {
            throw TrailErrors.error(NotOrganizationMasterAccountException.builder(),
                    "The trail belongs to an organization: its management account alone can change it.");
        }
        return state;
    }

    private void tags(@Nullable String arn, UnaryOperator<SortedMap<String, String>> change) {
        change(arn, (account, state) -> {
            SortedMap<String, String> now = change.apply(state.tags());
            if (now.size() > 50) {
                throw TrailErrors.error(TagsLimitExceededException.builder(), "A trail can have at most 50 tags.");
            }
            return state.withTags(now);
        });
    }

    private void checkRoom(PracticeAccount account) {
        long present = account.trails().all().stream().filter((state) -> TrailErrors.isVisible(here, state)).count();
        if (present >= MOST_TRAILS) {
            throw TrailErrors.error(MaximumNumberOfTrailsExceededException.builder(),
                    "User: %s already has %d trails in %s.".formatted(account.id(), present, here.region()));
        }
    }

    private static EventSelector whole(EventSelector given) {
        if (given.readWriteType() == ReadWriteType.UNKNOWN_TO_SDK_VERSION) {
            throw badSelectors("Valid values for ReadWriteType are ReadOnly, WriteOnly, All.");
        }
        return given.toBuilder()
                .readWriteType(Optional.ofNullable(given.readWriteType()).orElse(ReadWriteType.ALL))
                .includeManagementEvents(!Boolean.FALSE.equals(given.includeManagementEvents()))
                .dataResources(List.copyOf(given.dataResources()))
                .excludeManagementEventSources(List.copyOf(given.excludeManagementEventSources()))
                .build();
    }

    private @Nullable String topicArn(@Nullable String nameOrArn) {
        String given = set(nameOrArn);
        return given == null || given.startsWith("arn:") ? given : here.arn("sns", given);
    }

    private static @Nullable String set(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    private static @Nullable String or(@Nullable String asked, @Nullable String old) {
        return asked == null ? old : set(asked);
    }

    private static Boolean or(@Nullable Boolean asked, Boolean old) {
        return asked == null ? old : asked;
    }

    private static RuntimeException badSelectors(String message) {
        return TrailErrors.error(InvalidEventSelectorsException.builder(), message);
    }
}

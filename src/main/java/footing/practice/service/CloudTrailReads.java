package footing.practice.service;

import footing.practice.TrailState;
import footing.practice.TrailState.Delivery;
import footing.practice.call.Errors;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.CloudTrailException;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.ListTagsRequest;
import software.amazon.awssdk.services.cloudtrail.model.ListTagsResponse;
import software.amazon.awssdk.services.cloudtrail.model.ListTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.ListTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.ResourceTag;
import software.amazon.awssdk.services.cloudtrail.model.Tag;
import software.amazon.awssdk.services.cloudtrail.model.TrailInfo;

/** What CloudTrail tells of its trails, from the Region that is asked. */
abstract class CloudTrailReads implements CloudTrailClient {

    private static final int PAGE = 50;

    final Here here;

    CloudTrailReads(Here here) {
        this.here = here;
    }

    /** The trails at home here and, unless told otherwise, the shadows of those that cover all Regions. */
    @Override
    public DescribeTrailsResponse describeTrails(DescribeTrailsRequest request) {
        boolean shadows = !Boolean.FALSE.equals(request.includeShadowTrails());
        Predicate<TrailState> named = (state) -> !request.hasTrailNameList() || request.trailNameList().isEmpty()
                || request.trailNameList().contains(state.trail().name())
                || request.trailNameList().contains(state.trail().trailARN());
        return DescribeTrailsResponse.builder()
                .trailList(here.account()
                        .trails()
                        .all()
                        .stream()
                        .filter((state) -> TrailErrors.isVisible(here, state))
                        .filter((state) -> shadows || state.trail().homeRegion().equals(here.region().id()))
                        .filter(named)
                        .map(TrailState::trail)
                        .toList())
                .build();
    }

    @Override
    public GetTrailResponse getTrail(GetTrailRequest request) {
        return GetTrailResponse.builder()
                .trail(TrailErrors.visible(here, here.account(), request.name()).trail())
                .build();
    }

    /** All trails of the account that can be seen from anywhere. */
    @Override
    public ListTrailsResponse listTrails(ListTrailsRequest request) {
        List<TrailInfo> trails = here.account()
                .trails()
                .all()
                .stream()
                .map(TrailState::trail)
                .map((trail) -> TrailInfo.builder()
                        .name(trail.name())
                        .trailARN(trail.trailARN())
                        .homeRegion(trail.homeRegion())
                        .build())
                .toList();
        Page<TrailInfo> page = Page.of(trails, request.nextToken(), PAGE, CloudTrailReads::badToken);
        return ListTrailsResponse.builder().trails(page.items()).nextToken(page.next()).build();
    }

    @Override
    public GetTrailStatusResponse getTrailStatus(GetTrailStatusRequest request) {
        TrailState state = TrailErrors.visible(here, here.update((account) -> Deliveries.upTo(account, here.now())),
                request.name());
        Delivery delivery = state.delivery();
        Optional<Instant> started = state.logging().startedAt();
        Optional<Instant> stopped = state.logging().stoppedAt();
        return GetTrailStatusResponse.builder()
                .isLogging(state.logging().on())
                .latestDeliveryTime(delivery.latest().orElse(null))
                .latestDeliveryError(delivery.error().orElse(null))
                .latestDeliveryAttemptTime(delivery.latest().map(Instant::toString).orElse(""))
                .latestDeliveryAttemptSucceeded(delivery.latest().map(Instant::toString).orElse(""))
                .latestDigestDeliveryTime(delivery.latestDigest().orElse(null))
                .latestCloudWatchLogsDeliveryTime(delivery.latestToLogs().orElse(null))
                .latestCloudWatchLogsDeliveryError(delivery.logsError().orElse(null))
                .latestNotificationAttemptTime("")
                .latestNotificationAttemptSucceeded("")
                .startLoggingTime(started.orElse(null))
                .stopLoggingTime(stopped.orElse(null))
                .timeLoggingStarted(started.map(Instant::toString).orElse(""))
                .timeLoggingStopped(stopped.map(Instant::toString).orElse(""))
                .build();
    }

    @Override
    public GetEventSelectorsResponse getEventSelectors(GetEventSelectorsRequest request) {
        TrailState state = TrailErrors.visible(here, here.account(), request.trailName());
        GetEventSelectorsResponse.Builder answer = GetEventSelectorsResponse.builder()
                .trailARN(state.trail().trailARN());
        return state.advancedSelectors().isEmpty()
                ? answer.eventSelectors(state.selectors()).build()
                : answer.advancedEventSelectors(state.advancedSelectors()).build();
    }

    @Override
    public ListTagsResponse listTags(ListTagsRequest request) {
        List<ResourceTag> tags = request.resourceIdList()
                .stream()
                .map((arn) -> TrailErrors.visible(here, here.account(), arn))
                .map((state) -> ResourceTag.builder()
                        .resourceId(state.trail().trailARN())
                        .tagsList(Tags.list(state.tags(), (key, value) -> Tag.builder().key(key).value(value).build()))
                        .build())
                .toList();
        return ListTagsResponse.builder().resourceTagList(tags).build();
    }

    private static software.amazon.awssdk.awscore.exception.AwsServiceException badToken() {
        return Errors.error(CloudTrailException.builder(), "CloudTrail", "InvalidNextTokenException", 400,
                "The specified NextToken is not valid.");
    }
}

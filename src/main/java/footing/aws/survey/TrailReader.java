package footing.aws.survey;

import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.account.Trail;
import footing.aws.FromSdk;
import footing.aws.Selectors;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;

/** Every trail seen from a Region, shadow trails included, each with its status and its selectors. */
final class TrailReader {

    static final List<Reader<?>> READERS = List.of(Reader.of(Fact.TRAILS, TrailReader::trails,
            "cloudtrail:DescribeTrails", "cloudtrail:GetTrailStatus", "cloudtrail:GetEventSelectors"));

    /** How many trails an observation tells of. */
    private static final int SHOWN = 5;

    private TrailReader() {
    }

    private static Reading<List<Trail>> trails(Asking asking) {
        return described(asking, asking.home()).map((trails) -> each(asking, trails));
    }

    static List<Trail> each(Asking asking, List<software.amazon.awssdk.services.cloudtrail.model.Trail> trails) {
        return asking.each(trails, TrailReader::trail);
    }

    /** The buckets that trails deliver to. Whoever needs them asks for itself: each call is made once all the same. */
    static Reading<List<String>> buckets(Asking asking) {
        return all(asking).map((trails) -> trails.stream()
                .flatMap((trail) -> FromSdk.some(trail.s3BucketName()).stream())
                .distinct()
                .toList());
    }

    /**
     * The log groups of the account itself that trails deliver to, of those that the home Region shows: alarms on what a
     * trail of one other Region records hear too little to count. Another account's cannot be looked into.
     */
    static Reading<List<LogGroupArn>> logGroups(Asking asking) {
        return described(asking, asking.home()).map((trails) -> logGroups(asking, trails));
    }

    /** The same, with those of far trails as long as no trail is shown that records all Regions and may do for them. */
    static Reading<List<LogGroupArn>> allLogGroups(Asking asking) {
        return described(asking, asking.home())
                .flatMap((near) -> near.stream().anyMatch((trail) -> FromSdk.flag(trail.isMultiRegionTrail()))
                        ? Reading.seen(near)
                        : all(asking))
                .map((trails) -> logGroups(asking, trails));
    }

    private static List<LogGroupArn> logGroups(Asking asking,
            List<software.amazon.awssdk.services.cloudtrail.model.Trail> trails) {
        return trails.stream()
                .flatMap((trail) -> FromSdk.some(trail.cloudWatchLogsLogGroupArn()).stream())
                .flatMap((arn) -> LogGroupArn.parse(arn).stream())
                .filter((group) -> group.account().equals(asking.identity().account()))
                .distinct()
                .toList();
    }

    /** Those that the home Region shows, and of the others as many as could be seen. */
    private static Reading<List<software.amazon.awssdk.services.cloudtrail.model.Trail>> all(Asking asking) {
        Reading<Regional<List<software.amazon.awssdk.services.cloudtrail.model.Trail>>> far = FarTrailReader
                .described(asking)
                .orElse(new Regional<>(new TreeMap<>()));
        return Reading.both(described(asking, asking.home()), far,
                (near, others) -> Stream.concat(Stream.of(near), others.found().values().stream())
                        .flatMap(List::stream)
                        .toList());
    }

    static Reading<List<software.amazon.awssdk.services.cloudtrail.model.Trail>> described(Asking asking,
            Region region) {
        DescribeTrailsRequest request = DescribeTrailsRequest.builder().includeShadowTrails(true).build();
        return asking
                .ask(Ask.of(CloudTrailClient.class, region, "DescribeTrails", request,
                        CloudTrailClient::describeTrails)
                        .seeing((response) -> seen(response.trailList())))
                .map((response) -> response.trailList());
    }

    /** What the judgements rest on, of the first few trails: more than five to a Region AWS does not allow. */
    private static Map<String, String> seen(List<software.amazon.awssdk.services.cloudtrail.model.Trail> trails) {
        Values values = Values.of().and("IncludeShadowTrails", true).and("Trails", trails.size());
        for (software.amazon.awssdk.services.cloudtrail.model.Trail trail : trails.subList(0,
                Math.min(trails.size(), SHOWN))) {
            values = values.and(trail.trailARN(), "IsMultiRegionTrail " + FromSdk.flag(trail.isMultiRegionTrail())
                    + ", IncludeGlobalServiceEvents " + FromSdk.flag(trail.includeGlobalServiceEvents())
                    + ", LogFileValidationEnabled " + FromSdk.flag(trail.logFileValidationEnabled())
                    + ", S3BucketName " + FromSdk.text(trail.s3BucketName())
                    + FromSdk.some(trail.cloudWatchLogsLogGroupArn())
                            .map((group) -> ", CloudWatchLogsLogGroupArn " + group)
                            .orElse(""));
        }
        return values.map();
    }

    private static Trail trail(Asking asking, software.amazon.awssdk.services.cloudtrail.model.Trail told) {
        // A trail is asked where it was made: elsewhere there is only its shadow.
        Region home = new Region(told.homeRegion());
        Asking.Meanwhile<Reading<Trail.Status>> status = asking.start((other) -> status(other, told.trailARN(), home));
        Reading<Trail.Selectors> selectors = selectors(asking, told.trailARN(), home);
        return new Trail(told.name(), told.trailARN(), home, FromSdk.flag(told.isMultiRegionTrail()),
                FromSdk.flag(told.includeGlobalServiceEvents()), FromSdk.flag(told.isOrganizationTrail()),
                FromSdk.flag(told.logFileValidationEnabled()), FromSdk.text(told.s3BucketName()),
                FromSdk.some(told.s3KeyPrefix()), FromSdk.some(told.kmsKeyId()),
                FromSdk.some(told.cloudWatchLogsLogGroupArn()).map(FromSdk::logGroupArn),
                FromSdk.some(told.cloudWatchLogsRoleArn()), status.get(), selectors);
    }

    private static Reading<Trail.Status> status(Asking asking, String arn, Region home) {
        return asking
                .ask(Ask.of(CloudTrailClient.class, home, "GetTrailStatus",
                        GetTrailStatusRequest.builder().name(arn).build(), CloudTrailClient::getTrailStatus)
                        .seeing((response) -> seen(arn, response)))
                .map((response) -> new Trail.Status(FromSdk.flag(response.isLogging()),
                        Optional.ofNullable(response.startLoggingTime()),
                        Stream.of(Optional.ofNullable(response.latestDeliveryTime()),
                                Optional.ofNullable(response.latestDigestDeliveryTime()))
                                .flatMap(Optional::stream)
                                .max(Comparator.naturalOrder()),
                        FromSdk.some(response.latestDeliveryError()),
                        Optional.ofNullable(response.latestCloudWatchLogsDeliveryTime()),
                        FromSdk.some(response.latestCloudWatchLogsDeliveryError()),
                        new Trail.Digests(Optional.ofNullable(response.latestDigestDeliveryTime()),
                                FromSdk.some(response.latestDigestDeliveryError()))));
    }

    private static Map<String, String> seen(String arn, GetTrailStatusResponse told) {
        return Values.of()
                .and("Name", arn)
                .and("IsLogging", told.isLogging())
                .and("StartLoggingTime", told.startLoggingTime())
                .and("LatestDeliveryTime", told.latestDeliveryTime())
                .and("LatestDigestDeliveryTime", told.latestDigestDeliveryTime())
                .and("LatestDeliveryError", told.latestDeliveryError())
                .and("LatestDigestDeliveryError", told.latestDigestDeliveryError())
                .and("LatestCloudWatchLogsDeliveryTime", told.latestCloudWatchLogsDeliveryTime())
                .and("LatestCloudWatchLogsDeliveryError", told.latestCloudWatchLogsDeliveryError())
                .map();
    }

    private static Reading<Trail.Selectors> selectors(Asking asking, String arn, Region home) {
        return asking
                .ask(Ask.of(CloudTrailClient.class, home, "GetEventSelectors",
                        GetEventSelectorsRequest.builder().trailName(arn).build(), CloudTrailClient::getEventSelectors)
                        .seeing((response) -> seen(arn, Selectors.of(response))))
                .map(Selectors::of);
    }

    private static Map<String, String> seen(String arn, Trail.Selectors selectors) {
        return Values.of()
                .and("TrailName", arn)
                .and("all management events", selectors.allManagementEvents())
                .and("without KMS", selectors.excludesKms())
                .map();
    }
}

package footing.aws.survey;

import footing.account.Fact;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.aws.FromSdk;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.ListTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.ListTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudtrail.model.TrailInfo;

/**
 * The trails that the home Region does not show, since each records another Region alone. AWS lists them anywhere, and
 * describes them only where they were made; a Region that could not be asked takes nothing from another.
 */
final class FarTrailReader {

    static final List<Reader<?>> READERS = List.of(Reader.of(Fact.FAR_TRAILS, FarTrailReader::trails,
            "cloudtrail:ListTrails", "cloudtrail:DescribeTrails", "cloudtrail:GetTrailStatus",
            "cloudtrail:GetEventSelectors"));

    private FarTrailReader() {
    }

    private static Reading<Regional<List<footing.account.Trail>>> trails(Asking asking) {
        return described(asking).map((far) -> asking.inEach(List.copyOf(far.readings().keySet()),
                (other, region) -> far.in(region).map((trails) -> TrailReader.each(other, trails))));
    }

    /** As AWS describes them, by the Region that they were made in. */
    static Reading<Regional<List<Trail>>> described(Asking asking) {
        Asking.Meanwhile<Reading<List<TrailInfo>>> listing = asking.start(FarTrailReader::listed);
        Reading<List<Trail>> shown = TrailReader.described(asking, asking.home());
        Reading<List<TrailInfo>> listed = listing.get();
        return Reading.both(shown, listed, (near, all) -> {
            SortedMap<Region, Set<String>> hidden = hidden(near, all);
            return asking.inEach(List.copyOf(hidden.keySet()), (other, home) -> TrailReader.described(other, home)
                    .flatMap((trails) -> of(trails, hidden.getOrDefault(home, Set.of()))));
        });
    }

    /** The ARNs of those that are listed and not shown, by the Region that they were made in. */
    private static SortedMap<Region, Set<String>> hidden(List<Trail> shown, List<TrailInfo> listed) {
        Set<String> known = shown.stream().map(Trail::trailARN).collect(Collectors.toSet());
        return listed.stream()
                .filter((trail) -> !known.contains(trail.trailARN()))
                .collect(Collectors.groupingBy((trail) -> new Region(trail.homeRegion()), TreeMap::new,
                        Collectors.mapping(TrailInfo::trailARN, Collectors.toSet())));
    }

    /** A trail that AWS lists, and describes nowhere, was not seen. */
    private static Reading<List<Trail>> of(List<Trail> described, Set<String> listed) {
        List<Trail> found = described.stream().filter((trail) -> listed.contains(trail.trailARN())).toList();
        return found.size() == listed.size()
                ? Reading.seen(found)
                : new Reading.Failed<>(new Problem(Problem.Kind.SERVICE, "cloudtrail:DescribeTrails",
                        "ListTrails tells of " + String.join(", ", new TreeSet<>(listed))
                                + "; not all of it was found"));
    }

    private static Reading<List<TrailInfo>> listed(Asking asking) {
        return asking
                .pages(Ask.of(CloudTrailClient.class, asking.home(), "ListTrails", ListTrailsRequest.builder().build(),
                        CloudTrailClient::listTrails).seeing((response) -> seen(response)),
                        (request, response) -> FromSdk.some(response.nextToken())
                                .map((token) -> request.toBuilder().nextToken(token).build()))
                .flatMap((pages) -> told(pages.stream().flatMap((page) -> page.trails().stream()).toList()));
    }

    /** A trail of which AWS does not say what it is and where may be any. */
    private static Reading<List<TrailInfo>> told(List<TrailInfo> trails) {
        return trails.stream().allMatch(FarTrailReader::isTold)
                ? Reading.seen(trails)
                : new Reading.Failed<>(new Problem(Problem.Kind.SERVICE, "cloudtrail:ListTrails",
                        "a trail is listed without its ARN, or without the Region that it was made in"));
    }

    private static boolean isTold(TrailInfo trail) {
        return FromSdk.some(trail.trailARN()).isPresent()
                && Region.SHAPE.matcher(FromSdk.text(trail.homeRegion())).matches();
    }

    private static Map<String, String> seen(ListTrailsResponse page) {
        return Values.of()
                .and("Trails", Values.some(page.trails().stream().map(TrailInfo::trailARN)))
                .map();
    }
}

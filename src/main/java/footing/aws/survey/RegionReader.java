package footing.aws.survey;

import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.aws.FromSdk;
import footing.aws.KnownRegions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.ListRegionsRequest;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;
import software.amazon.awssdk.services.account.model.RegionOptStatus;

/** The Regions that are on in the account. */
final class RegionReader {

    static final List<Reader<?>> READERS = List
            .of(Reader.of(Fact.REGIONS, RegionReader::read, "account:ListRegions"));

    /** As many as AWS gives at a time. */
    private static final int PAGE = 50;

    /** A Region that is being turned off answers until it is. */
    private static final Set<RegionOptStatus> ON = Set.of(RegionOptStatus.ENABLED, RegionOptStatus.ENABLED_BY_DEFAULT,
            RegionOptStatus.DISABLING);

    private RegionReader() {
    }

    /**
     * The Regions to look at where nobody named any, the home Region first. Who may not ask which are on asks in all
     * that there are.
     */
    static List<Region> enabled(Asking asking) {
        Stream<Region> others = read(asking).found()
                .map(List::stream)
                .orElseGet(() -> KnownRegions.of(asking.home().partition()).stream());
        return Stream.concat(Stream.of(asking.home()), others).distinct().toList();
    }

    /** Whether AWS lists a Region as one that is off. Where nobody may see the list, none is said to be off. */
    static boolean isOff(Asking asking, Region region) {
        return pages(asking).found()
                .filter((pages) -> pages.stream()
                        .flatMap((page) -> page.regions().stream())
                        .anyMatch((told) -> FromSdk.text(told.regionName()).equals(region.id())
                                && !ON.contains(told.regionOptStatus())))
                .isPresent();
    }

    private static Reading<List<Region>> read(Asking asking) {
        return pages(asking).map((pages) -> pages.stream().flatMap((page) -> on(page).stream()).sorted().toList());
    }

    private static Reading<List<ListRegionsResponse>> pages(Asking asking) {
        ListRegionsRequest first = ListRegionsRequest.builder().maxResults(PAGE).build();
        return asking
                .pages(Ask.of(AccountClient.class, asking.home(), "ListRegions", first, AccountClient::listRegions)
                        .seeing((response) -> Values.of().and("enabled Regions", on(response).size()).map()),
                        (request, response) -> FromSdk.some(response.nextToken())
                                .map((token) -> request.toBuilder().nextToken(token).build()));
    }

    private static List<Region> on(ListRegionsResponse page) {
        return page.regions()
                .stream()
                .filter((region) -> ON.contains(region.regionOptStatus()))
                .map((region) -> FromSdk.text(region.regionName()))
                .filter((id) -> Region.SHAPE.matcher(id).matches())
                .map(Region::new)
                .toList();
    }
}

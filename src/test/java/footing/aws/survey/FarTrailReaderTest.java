package footing.aws.survey;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Permission;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.ListTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.ListTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudtrail.model.TrailInfo;

/** Trails that AWS lists everywhere and describes in one Region alone. */
@Timeout(30)
class FarTrailReaderTest {

    private static final Region HOME = new Region("eu-central-1");
    private static final Region IRELAND = new Region("eu-west-1");
    private static final Region PARIS = new Region("eu-west-3");
    private static final Trail EVERYWHERE = trail("everywhere", IRELAND, true);

    private final FakeClients clients = SurveyTest.signedIn();

    private static Trail trail(String name, Region home, boolean multiRegion) {
        return Trail.builder()
                .name(name)
                .trailARN("arn:aws:cloudtrail:" + home + ":" + SurveyTest.ACCOUNT + ":trail/" + name)
                .homeRegion(home.id())
                .s3BucketName("logs-of-" + name)
                .cloudWatchLogsLogGroupArn(
                        "arn:aws:logs:" + home + ":" + SurveyTest.ACCOUNT + ":log-group:" + name + ":*")
                .isMultiRegionTrail(multiRegion)
                .build();
    }

    /** AWS shows a trail of one Region there, and one of all Regions in each. */
    private void account(Trail... trails) {
        List<Trail> all = List.of(trails);
        clients.inRegion(DescribeTrailsRequest.class, (request, region) -> DescribeTrailsResponse.builder()
                .trailList(all.stream()
                        .filter((trail) -> trail.isMultiRegionTrail() || trail.homeRegion().equals(region.id()))
                        .toList())
                .build());
        clients.on(ListTrailsRequest.class, (request) -> page(trails));
    }

    private static ListTrailsResponse page(Trail... trails) {
        return ListTrailsResponse.builder()
                .trails(Arrays.stream(trails)
                        .map((trail) -> TrailInfo.builder()
                                .name(trail.name())
                                .trailARN(trail.trailARN())
                                .homeRegion(trail.homeRegion())
                                .build())
                        .toList())
                .build();
    }

    private AccountState survey() {
        return SurveyTest.survey(clients);
    }

    private static Regional<List<footing.account.Trail>> far(AccountState account) {
        return account.read(Fact.FAR_TRAILS).found().orElseThrow();
    }

    private static Stream<String> names(List<footing.account.Trail> trails) {
        return trails.stream().map(footing.account.Trail::name);
    }

    private List<String> calls(String operation) {
        return clients.calls.stream().filter((call) -> call.startsWith(operation + "@")).sorted().toList();
    }

    @Test
    void farTrails_areReadWhereTheyWereMade_eachRegionOnce() {
        account(trail("here", HOME, false), EVERYWHERE, trail("a", PARIS, false), trail("b", PARIS, false));

        AccountState seen = survey();

        assertThat(names(seen.read(Fact.TRAILS).found().orElseThrow())).containsExactly("here", "everywhere");
        assertThat(far(seen).readings()).containsOnlyKeys(PARIS);
        assertThat(names(far(seen).in(PARIS).found().orElseThrow())).containsExactly("a", "b");
        assertThat(names(seen.trails())).containsExactly("here", "everywhere", "a", "b");
        assertThat(calls("ListTrails")).containsExactly("ListTrails@eu-central-1");
        assertThat(calls("DescribeTrails")).containsExactly("DescribeTrails@eu-central-1", "DescribeTrails@eu-west-3");
        assertThat(calls("GetTrailStatus")).containsExactly("GetTrailStatus@eu-central-1", "GetTrailStatus@eu-west-1",
                "GetTrailStatus@eu-west-3", "GetTrailStatus@eu-west-3");
        assertThat(seen.read(Fact.FAR_TRAILS).evidenceOrNone().observations())
                .extracting((observation) -> observation.operation() + "@" + observation.region())
                .containsExactly("DescribeTrails@eu-central-1", "ListTrails@eu-central-1");
        assertThat(far(seen).in(PARIS).evidenceOrNone().observations())
                .extracting((observation) -> observation.operation() + "@" + observation.region())
                .containsExactly("DescribeTrails@eu-west-3");
    }

    @Test
    void noOtherRegion_isAsked_whenTheHomeRegionShowsEveryTrail() {
        account(trail("here", HOME, false), EVERYWHERE);

        assertThat(far(survey()).readings()).isEmpty();
        assertThat(calls("DescribeTrails")).containsExactly("DescribeTrails@eu-central-1");
    }

    @Test
    void bucketsAndLogGroups_areAlsoThoseOfFarTrails() {
        account(trail("a", PARIS, false));

        AccountState seen = survey();

        assertThat(seen.read(Fact.LOG_BUCKETS).found().orElseThrow()).containsKey("logs-of-a");
        assertThat(calls("DescribeLogGroups")).contains("DescribeLogGroups@eu-west-3");
    }

    /** Nothing there could meet what the account is judged by, and a Region that is silent would spoil it. */
    @Test
    void alarms_areNotLookedForBesideFarTrails_norTheirLogGroups_whereATrailRecordsAllRegions() {
        account(trail("a", PARIS, false), EVERYWHERE);
        survey();

        for (String operation : List.of("DescribeLogGroups", "DescribeMetricFilters", "DescribeAlarms", "ListTopics")) {
            assertThat(calls(operation)).isNotEmpty().doesNotContain(operation + "@eu-west-3");
        }
        assertThat(calls("DescribeLogGroups")).contains("DescribeLogGroups@eu-west-1");

        clients.calls.clear();
        account(trail("a", PARIS, false));
        survey();

        for (String operation : List.of("DescribeMetricFilters", "DescribeAlarms")) {
            assertThat(calls(operation)).doesNotContain(operation + "@eu-west-3");
        }
    }

    @Test
    void farTrails_areDenied_andTrailsAreSeen_whenListTrailsIsDenied() {
        account(EVERYWHERE, trail("a", PARIS, false));
        clients.failing(ListTrailsRequest.class, "AccessDenied", "User: x is not authorized to perform:"
                + " cloudtrail:ListTrails because no identity-based policy allows the cloudtrail:ListTrails action");

        AccountState seen = survey();

        assertThat(seen.read(Fact.FAR_TRAILS)).isInstanceOfSatisfying(Reading.Denied.class,
                (denied) -> assertThat(denied.missing()).isEqualTo(new Permission("cloudtrail:ListTrails")));
        assertThat(names(seen.trails())).containsExactly("everywhere");
        assertThat(seen.read(Fact.LOG_BUCKETS).found().orElseThrow()).containsKey("logs-of-everywhere");
    }

    @Test
    void farTrailThatNobodyMayDescribe_takesNothingFromAnotherRegion() {
        Trail paris = trail("a", PARIS, false);
        clients.inRegion(DescribeTrailsRequest.class, (request, region) -> {
            if (region.equals(IRELAND)) {
                throw FakeClients.error("AccessDenied", "User: x is not authorized to perform: y with an explicit deny"
                        + " in a service control policy");
            }
            return DescribeTrailsResponse.builder()
                    .trailList(region.equals(PARIS) ? List.of(paris) : List.of())
                    .build();
        });
        clients.on(ListTrailsRequest.class, (request) -> page(paris, trail("b", IRELAND, false)));

        AccountState seen = survey();

        assertThat(far(seen).in(IRELAND)).isInstanceOfSatisfying(Reading.Denied.class,
                (denied) -> assertThat(denied.missing()).isEqualTo(new Permission("cloudtrail:DescribeTrails")));
        assertThat(names(seen.trails())).containsExactly("a");
        assertThat(seen.read(Fact.LOG_BUCKETS).found().orElseThrow()).containsKey("logs-of-a");
    }

    @Test
    void listedTrailThatAwsDescribesNowhere_isNotTakenToBeAbsent() {
        account(trail("a", PARIS, false));
        clients.on(ListTrailsRequest.class,
                (request) -> page(trail("a", PARIS, false), trail("gone", PARIS, false), trail("gone", HOME, false)));

        AccountState seen = survey();

        for (Region region : List.of(PARIS, HOME)) {
            assertThat(far(seen).in(region)).isInstanceOfSatisfying(Reading.Failed.class,
                    (failed) -> assertThat(failed.problem().message()).contains(region + ":", "trail/gone"));
        }
        assertThat(calls("DescribeTrails")).containsExactly("DescribeTrails@eu-central-1", "DescribeTrails@eu-west-3");
    }

    @Test
    void listThatNeverEnds_isGivenUp() {
        account(EVERYWHERE);
        AtomicInteger pages = new AtomicInteger();
        clients.on(ListTrailsRequest.class, (request) -> page(EVERYWHERE).toBuilder()
                .nextToken("more-" + pages.incrementAndGet())
                .build());

        AccountState seen = survey();

        assertThat(seen.read(Fact.FAR_TRAILS)).isInstanceOfSatisfying(Reading.Failed.class,
                (failed) -> assertThat(failed.problem().message()).contains("another page after the first 5000"));
        assertThat(pages).hasValue(Asking.MOST_PAGES);
        assertThat(names(seen.trails())).containsExactly("everywhere");
    }

    @Test
    void oddList_takesNothingFromTheTrailsThatAreShown() {
        account(EVERYWHERE);
        for (TrailInfo odd : List.of(TrailInfo.builder().trailARN("arn:a").build(),
                TrailInfo.builder().trailARN("arn:a").homeRegion("the moon").build(),
                TrailInfo.builder().homeRegion(PARIS.id()).build(), TrailInfo.builder().build())) {
            clients.on(ListTrailsRequest.class, (request) -> ListTrailsResponse.builder().trails(odd).build());

            AccountState seen = survey();

            assertThat(seen.read(Fact.FAR_TRAILS)).isInstanceOfSatisfying(Reading.Failed.class,
                    (failed) -> assertThat(failed.problem().call()).isEqualTo("cloudtrail:ListTrails"));
            assertThat(names(seen.trails())).containsExactly("everywhere");
            assertThat(seen.read(Fact.LOG_BUCKETS).found().orElseThrow()).containsKey("logs-of-everywhere");
        }
    }

    @Test
    void farTrails_areThoseOfEveryPage() {
        account(trail("a", PARIS, false), trail("b", IRELAND, false));
        ListTrailsResponse first = page(trail("a", PARIS, false)).toBuilder().nextToken("more").build();
        clients.on(ListTrailsRequest.class,
                (request) -> "more".equals(request.nextToken()) ? page(trail("b", IRELAND, false)) : first);

        assertThat(far(survey()).readings()).containsOnlyKeys(IRELAND, PARIS);
    }
}

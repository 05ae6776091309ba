package footing.aws.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersRequest;
import footing.account.Absence;
import footing.account.AccountState;
import footing.account.DeniedBy;
import footing.account.Fact;
import footing.account.Permission;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.account.Trail;
import footing.aws.SignInNeededException;
import footing.aws.UnreachableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.account.model.ListRegionsRequest;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;
import software.amazon.awssdk.services.account.model.RegionOptStatus;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

@Timeout(30)
class SurveyTest {

    static final String ACCOUNT = "111122223333";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Region FRANKFURT = new Region("eu-central-1");

    private final FakeClients clients = signedIn();
    private final List<SurveyEvent> events = new ArrayList<>(); // not safe for threads: events come one at a time

    static FakeClients signedIn() {
        return new FakeClients().on(GetCallerIdentityRequest.class, (request) -> GetCallerIdentityResponse.builder()
                .account(ACCOUNT)
                .arn("arn:aws:iam::" + ACCOUNT + ":user/ada")
                .build());
    }

    static AccountState survey(FakeClients clients) {
        return Survey.run(clients, options(), (event) -> {
        });
    }

    static AccountState survey(FakeClients clients, Duration deadline) {
        return Survey.run(clients, options(deadline), (event) -> {
        });
    }

    private static SurveyOptions options() {
        return options(Duration.ofSeconds(20));
    }

    private static SurveyOptions options(Duration deadline) {
        return new SurveyOptions(FRANKFURT, List.of(), Clock.fixed(NOON, ZoneOffset.UTC), deadline);
    }

    @Test
    void everyFact_isDeniedWithAPermissionOfItsReader_whenEverythingIsDenied() {
        AccountState account = survey(clients);

        assertThat(Readers.ALL).allSatisfy((reader) -> assertThat(each(account.read(reader.fact())))
                .allSatisfy((reading) -> assertThat(reading).isInstanceOfSatisfying(Reading.Denied.class, (denied) -> {
                    assertThat(denied.by()).isEqualTo(DeniedBy.IDENTITY_POLICY);
                    assertThat(permissionsBehind(reader)).contains(denied.missing());
                })));
    }

    /** What is read Region by Region is denied Region by Region. */
    private static List<Reading<?>> each(Reading<?> reading) {
        return reading instanceof Reading.Seen<?>(Regional<?> regional, var evidence)
                ? List.copyOf(regional.readings().values())
                : List.of(reading);
    }

    /** A fact that rests on trails is denied with what trails take. */
    private static List<Permission> permissionsBehind(Reader<?> reader) {
        List<Permission> permissions = new ArrayList<>(reader.permissions());
        permissions.add(new Permission("cloudtrail:DescribeTrails"));
        return permissions;
    }

    @Test
    void everyFact_isReadByOneReader() {
        assertThat(Readers.ALL.stream().map((reader) -> (Object) reader.fact()).toList())
                .containsExactlyInAnyOrderElementsOf(Fact.ALL);
        assertThat(Readers.BEYOND.stream().map((reader) -> (Object) reader.fact()).toList())
                .containsExactlyInAnyOrderElementsOf(Fact.BEYOND);
    }

    @Test
    void regions_areThoseThatAreOn_homeFirst_whenNobodyNamedAny() {
        clients.on(ListRegionsRequest.class, (request) -> ListRegionsResponse.builder()
                .regions(region("eu-west-3", RegionOptStatus.ENABLED_BY_DEFAULT),
                        region("af-south-1", RegionOptStatus.DISABLED),
                        region("eu-central-1", RegionOptStatus.ENABLED_BY_DEFAULT),
                        region("ap-east-1", RegionOptStatus.ENABLED))
                .build());

        AccountState account = survey(clients);

        assertThat(account.regions()).extracting(Region::id)
                .containsExactly("eu-central-1", "ap-east-1", "eu-west-3");
        assertThat(clients.calls).filteredOn("ListRegions@us-east-1"::equals).hasSize(1);
    }

    @Test
    void regions_areAllOfThePartition_whenItIsDeniedToAskWhichAreOn() {
        AccountState account = survey(clients);

        assertThat(account.regions()).contains(new Region("us-east-1"), new Region("af-south-1"))
                .doesNotContain(new Region("cn-north-1"), new Region("us-gov-west-1"), new Region("us-iso-east-1"));
    }

    @Test
    void regions_areThoseThatWereNamed_withTheHomeRegion() {
        AccountState account = Survey.run(clients,
                new SurveyOptions(FRANKFURT, List.of(new Region("eu-west-1")), Clock.fixed(NOON, ZoneOffset.UTC),
                        Duration.ofSeconds(20)),
                events::add);

        assertThat(account.regions()).containsExactly(FRANKFURT, new Region("eu-west-1"));
    }

    @Test
    @Timeout(10)
    void survey_endsAtOnce_whenItIsStoppedBeforeTheRegionsAreKnown() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        clients.on(ListRegionsRequest.class, (request) -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            throw new IllegalStateException("never answered");
        });
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread surveying = Thread.ofVirtual().start(() -> ended.set(catchThrowable(() -> survey(clients))));

        asked.await();
        surveying.interrupt();
        surveying.join();

        assertThat(ended.get()).isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @CsvSource({"ENABLED,false", "DISABLED,true"})
    void region_isOff_whenItDoesNotKnowTheCredentials_onlyIfAwsListsItAsOff(RegionOptStatus status, boolean off) {
        Region hongKong = new Region("ap-east-1");
        clients.on(ListRegionsRequest.class, (request) -> ListRegionsResponse.builder()
                .regions(region("eu-central-1", RegionOptStatus.ENABLED_BY_DEFAULT), region("ap-east-1", status))
                .build());
        clients.on(ListAnalyzersRequest.class, (request) -> {
            throw FakeClients.error("UnrecognizedClientException", "The security token is invalid.");
        });

        AccountState account = Survey.run(clients, new SurveyOptions(FRANKFURT, List.of(hongKong),
                Clock.fixed(NOON, ZoneOffset.UTC), Duration.ofSeconds(20)), events::add);

        Reading<?> analyzers = account.read(Fact.ANALYZERS).found().orElseThrow().in(hongKong);
        if (off) {
            assertThat(analyzers).isInstanceOfSatisfying(Reading.Unavailable.class,
                    (unavailable) -> assertThat(unavailable.why().kind()).isEqualTo(Absence.Kind.REGION_OFF));
        } else {
            assertThat(analyzers).isInstanceOfSatisfying(Reading.Failed.class,
                    (failed) -> assertThat(failed.problem().kind()).isEqualTo(Problem.Kind.CREDENTIALS_HERE));
        }
    }

    private static software.amazon.awssdk.services.account.model.Region region(String id, RegionOptStatus status) {
        return software.amazon.awssdk.services.account.model.Region.builder()
                .regionName(id)
                .regionOptStatus(status)
                .build();
    }

    @Test
    void identity_hasNoAlias_whenTheAliasIsDenied() {
        assertThat(survey(clients).identity().alias()).isEmpty();
        assertThat(survey(clients).identity().account()).isEqualTo(ACCOUNT);
    }

    @Test
    void identity_hasTheAlias_whenThereIsOne() {
        clients.on(ListAccountAliasesRequest.class,
                (request) -> ListAccountAliasesResponse.builder().accountAliases("acme").build());

        assertThat(survey(clients).identity().alias()).contains("acme");
    }

    @ParameterizedTest
    @CsvSource({"ExpiredToken,EXPIRED", "ExpiredTokenException,EXPIRED", "InvalidClientTokenId,INVALID",
        "SignatureDoesNotMatch,INVALID"})
    void survey_wantsSignIn_whenAwsRefusesTheCredentials(String code, SignInNeededException.Reason reason) {
        clients.failing(GetCallerIdentityRequest.class, code, "The security token is no good");

        assertThatExceptionOfType(SignInNeededException.class).isThrownBy(() -> survey(clients))
                .satisfies((needed) -> assertThat(needed.reason()).isEqualTo(reason));
        // Alias and Regions are asked for at the same time, and may not have been asked yet when the refusal comes.
        assertThat(clients.calls).contains("GetCallerIdentity@us-east-1")
                .isSubsetOf("GetCallerIdentity@us-east-1", "ListAccountAliases@us-east-1", "ListRegions@us-east-1");
    }

    @Test
    void survey_cannotBegin_whenAwsDoesNotSayWhichAccountItIs() {
        clients.failing(GetCallerIdentityRequest.class, "InternalFailure", "try later");

        assertThatExceptionOfType(UnreachableException.class).isThrownBy(() -> survey(clients))
                .satisfies((unreachable) -> assertThat(unreachable.problem()).isEqualTo(new Problem(
                        Problem.Kind.SERVICE, "sts:GetCallerIdentity", "InternalFailure: try later")));
    }

    @Test
    void survey_cannotBegin_whenWhatAnsweredIsNotAws() {
        clients.on(GetCallerIdentityRequest.class, (request) -> GetCallerIdentityResponse.builder().build());

        assertThatExceptionOfType(UnreachableException.class).isThrownBy(() -> survey(clients))
                .satisfies((unreachable) -> assertThat(unreachable.reason())
                        .isEqualTo(UnreachableException.Reason.NOT_AWS));
    }

    @Test
    void survey_cannotBegin_inAPartitionThatNobodyHereKnows() {
        clients.on(GetCallerIdentityRequest.class, (request) -> GetCallerIdentityResponse.builder()
                .account("123456789012")
                .arn("arn:aws-moon:iam::123456789012:user/admin")
                .build());

        assertThatExceptionOfType(UnreachableException.class).isThrownBy(() -> survey(clients))
                .satisfies((unreachable) -> assertThat(
                        footing.text.Texts.of("signin").get(unreachable.key(), unreachable.values()))
                        .contains("arn:aws-moon:iam::123456789012:user/admin", "partition"));
        SurveyOptions there = new SurveyOptions(new Region("xx-moon-1"), List.of(), options().clock(),
                options().callDeadline());
        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> Survey.run(clients, there, events::add))
                .satisfies((unreachable) -> assertThat(unreachable.values()).containsEntry("detail", "xx-moon-1"));
    }

    @Test
    void events_tellOfTheIdentityThenOfEachFactThenOfTheEnd() {
        AccountState account = Survey.run(clients, options(), events::add);

        assertThat(events.stream()
                .filter((event) -> !(event instanceof SurveyEvent.CallBegan
                        || event instanceof SurveyEvent.CallEnded || event instanceof SurveyEvent.FactRead)))
                .hasExactlyElementsOfTypes(SurveyEvent.Began.class, SurveyEvent.Ended.class);
        assertThat(events.getLast()).isInstanceOfSatisfying(SurveyEvent.Ended.class,
                (ended) -> assertThat(ended.account()).isEqualTo(account));
        List<SurveyEvent.FactRead> facts = facts();
        assertThat(facts).extracting(SurveyEvent.FactRead::fact)
                .containsExactlyInAnyOrderElementsOf(Fact.ALL);
        assertThat(facts).extracting(SurveyEvent.FactRead::read)
                .isEqualTo(java.util.stream.IntStream.rangeClosed(1, Fact.ALL.size()).boxed().toList());
        assertThat(facts).allSatisfy((read) -> assertThat(read.soFar().readings()).hasSize(read.read())
                .containsKey(read.fact()));
        assertThat(events.indexOf(facts.getFirst()))
                .isGreaterThan(events.stream()
                        .map((event) -> event.getClass().getSimpleName())
                        .toList()
                        .indexOf("Began"));
    }

    private List<SurveyEvent.FactRead> facts() {
        return events.stream()
                .filter(SurveyEvent.FactRead.class::isInstance)
                .map(SurveyEvent.FactRead.class::cast)
                .toList();
    }

    @Test
    void events_comeOneAtATime() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        Survey.run(clients, options(), (event) -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            inside.decrementAndGet();
        });

        assertThat(most).hasValue(1);
    }

    @Test
    void timings_countEachCallOnceAndTheLongestChain() {
        oneTrail();

        Survey.run(clients, options(), events::add);

        Timings timings = ((SurveyEvent.Ended) events.getLast()).timings();
        assertThat(timings.calls()).hasSize(clients.calls.size());
        assertThat(clients.requests).doesNotHaveDuplicates();
        assertThat(timings.repeated()).isZero();
        assertThat(timings.longestChain()).isEqualTo(3); // who asks, which trails, what hangs on them
    }

    @Test
    void trail_isSeenWithDeniedParts_whenOnlyItsPartsAreDenied() {
        oneTrail();

        assertThat(survey(clients).read(Fact.TRAILS).found().orElseThrow()).singleElement().satisfies((trail) -> {
            assertThat(trail.status()).isInstanceOfSatisfying(Reading.Denied.class, (denied) -> assertThat(
                    denied.missing()).isEqualTo(new Permission("cloudtrail:GetTrailStatus")));
            assertThat(trail.selectors()).isInstanceOfSatisfying(Reading.Denied.class, (denied) -> assertThat(
                    denied.missing()).isEqualTo(new Permission("cloudtrail:GetEventSelectors")));
        });
    }

    @Test
    void fact_isFailed_whenTheAnswerIsNotWhatTheReaderExpects() {
        clients.on(DescribeTrailsRequest.class, (request) -> DescribeTrailsResponse.builder()
                .trailList(software.amazon.awssdk.services.cloudtrail.model.Trail.builder()
                        .name("odd")
                        .homeRegion("the moon")
                        .build())
                .build());

        Reading<List<Trail>> trails = survey(clients).read(Fact.TRAILS);

        assertThat(trails).isInstanceOfSatisfying(Reading.Failed.class,
                (failed) -> assertThat(failed.problem().message()).contains("the moon"));
    }

    @Test
    void survey_stops_whenItsThreadIsInterrupted() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        clients.on(GetAccountSummaryRequest.class, (request) -> {
            asked.countDown();
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return GetAccountSummaryResponse.builder().build();
        });
        CompletableFuture<AccountState> end = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                end.complete(survey(clients));
            } catch (RuntimeException stopped) {
                end.completeExceptionally(stopped);
            }
        });
        await(asked);
        thread.interrupt();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(end::join);
    }

    private void oneTrail() {
        clients.on(DescribeTrailsRequest.class, (request) -> DescribeTrailsResponse.builder()
                .trailList(software.amazon.awssdk.services.cloudtrail.model.Trail.builder()
                        .name("t")
                        .trailARN("arn:aws:cloudtrail:eu-central-1:" + ACCOUNT + ":trail/t")
                        .homeRegion("eu-central-1")
                        .s3BucketName("logs")
                        .cloudWatchLogsLogGroupArn("arn:aws:logs:eu-central-1:" + ACCOUNT + ":log-group:g:*")
                        .build())
                .build());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

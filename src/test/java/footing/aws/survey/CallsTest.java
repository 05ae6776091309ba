package footing.aws.survey;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Evidence;
import footing.account.Observation;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;

@Timeout(30)
class CallsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Region FRANKFURT = new Region("eu-central-1");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FakeClients clients = new FakeClients();
    private final List<SurveyEvent> events = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void call_isMadeOnce_whenManyAskTheSameAtOnce() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        clients.on(GetTrailStatusRequest.class, (request) -> {
            asked.countDown();
            await(release);
            return logging();
        });
        Calls calls = calls(LONG);

        List<CompletableFuture<Answer<GetTrailStatusResponse>>> answers = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            answers.add(CompletableFuture.supplyAsync(() -> calls.answer(status("a"), 0), threads));
        }
        await(asked);
        release.countDown();

        assertThat(answers).extracting(CompletableFuture::join).allMatch(Answer.Given.class::isInstance);
        assertThat(clients.calls).containsExactly("GetTrailStatus@eu-central-1");
        assertThat(calls.timings().calls()).hasSize(1);
        assertThat(calls.timings().repeated()).isZero();
    }

    @Test
    void calls_areTwo_whenTheQuestionsDiffer() {
        clients.on(GetTrailStatusRequest.class, (request) -> logging());
        Calls calls = calls(LONG);

        calls.answer(status("a"), 0);
        calls.answer(status("b"), 0);
        calls.answer(status("a"), 0);

        assertThat(clients.calls).hasSize(2);
    }

    @Test
    void reading_isTimedOut_whenTheAnswerNeverComes() {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        clients.on(GetTrailStatusRequest.class, (request) -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                interrupted.countDown();
            }
            return logging();
        });

        Reading<GetTrailStatusResponse> reading = calls(Duration.ofMillis(20)).answer(status("a"), 0).reading();

        assertThat(reading).isEqualTo(new Reading.Failed<>(new Problem(Problem.Kind.TIMED_OUT,
                "cloudtrail:GetTrailStatus", "no answer within 20 ms")));
        await(interrupted); // the thread was told to stop, and does not linger
    }

    @Test
    void calls_ofOneService_areLimited() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch tenThere = new CountDownLatch(10);
        CountDownLatch release = new CountDownLatch(1);
        clients.on(GetTrailStatusRequest.class, (request) -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            tenThere.countDown();
            await(release);
            underWay.decrementAndGet();
            return logging();
        });
        Calls calls = calls(LONG);

        List<CompletableFuture<Answer<GetTrailStatusResponse>>> answers = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            String name = "trail-" + n;
            answers.add(CompletableFuture.supplyAsync(() -> calls.answer(status(name), 0), threads));
        }
        await(tenThere);
        release.countDown();
        answers.forEach(CompletableFuture::join);

        assertThat(clients.calls).hasSize(30);
        assertThat(most).hasValue(10);
    }

    @Test
    void evidence_tellsTheCallSoThatItCanBeRepeated() {
        clients.on(GetTrailStatusRequest.class, (request) -> logging());

        Reading<GetTrailStatusResponse> reading = calls(LONG).answer(
                status("a").seeing((response) -> Values.of().and("IsLogging", response.isLogging()).map()), 0)
                .reading();

        assertThat(reading.evidenceOrNone()).isEqualTo(Evidence.of(
                new Observation("cloudtrail", "GetTrailStatus", FRANKFURT, NOON, "", Map.of("Name", List.of("a")),
                        Map.of("IsLogging", "true"))));
    }

    @Test
    void events_saySeenOrNot() {
        Calls calls = calls(LONG);
        calls.answer(status("a"), 0); // denied
        clients.on(GetTrailStatusRequest.class, (request) -> logging());
        calls.answer(status("b"), 0);

        assertThat(events).extracting((event) -> event instanceof SurveyEvent.CallEnded ended ? ended.seen() : "began")
                .containsExactly("began", false, "began", true);
    }

    @Test
    void chain_isAsLongAsCallsNeededEachOther() {
        clients.on(GetTrailStatusRequest.class, (request) -> logging());
        Calls calls = calls(LONG);

        int depth = calls.answer(status("a"), 0).depth();
        depth = calls.answer(status("b"), depth).depth();
        calls.answer(status("a"), depth); // known already: no call, no further link

        assertThat(calls.timings().longestChain()).isEqualTo(2);
    }

    private Calls calls(Duration deadline) {
        return new Calls(clients, Clock.fixed(NOON, ZoneOffset.UTC), deadline, events::add, threads);
    }

    private static Ask<CloudTrailClient, GetTrailStatusRequest, GetTrailStatusResponse> status(String trail) {
        return Ask.of(CloudTrailClient.class, FRANKFURT, "GetTrailStatus",
                GetTrailStatusRequest.builder().name(trail).build(), CloudTrailClient::getTrailStatus);
    }

    private static AwsResponse logging() {
        return GetTrailStatusResponse.builder().isLogging(true).build();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

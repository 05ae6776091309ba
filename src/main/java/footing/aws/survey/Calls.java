package footing.aws.survey;

import footing.account.Observation;
import footing.account.Region;
import footing.aws.AwsClients;
import footing.aws.AwsErrors;
import footing.aws.SdkService;
import footing.aws.Told;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.AwsResponseMetadata;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * The one place where a survey calls AWS: each question once, with a deadline, and so many at a time of one service.
 * Safe for many threads; whoever asks waits for the answer, so ask from a virtual thread.
 */
final class Calls {

    /** How many calls of one service and Region are under way at a time: AWS counts them so, for each account. */
    private static final int AT_A_TIME = 10;

    /** How long AWS may take to make something; a credential report takes seconds. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** A call that was really made. */
    private record Made(Ask.Key key, Timings.Call call) {
    }

    /** What AWS counts calls by. */
    private record Counter(SdkService<?> service, Region region) {
    }

    private final AwsClients clients;
    private final Clock clock;
    private final Duration deadline;
    private final Consumer<SurveyEvent> events;
    private final ExecutorService threads;
    private final long began = System.nanoTime();
    private final Map<Ask.Key, CompletableFuture<Answer<?>>> asked = new ConcurrentHashMap<>();
    private final Map<Counter, Semaphore> limits = new ConcurrentHashMap<>();
    private final Queue<Made> made = new ConcurrentLinkedQueue<>();
    private final AtomicInteger deepest = new AtomicInteger();

    Calls(AwsClients clients, Clock clock, Duration deadline, Consumer<SurveyEvent> events, ExecutorService threads) {
        this.clients = clients;
        this.clock = clock;
        this.deadline = deadline;
        this.events = events;
        this.threads = threads;
    }

    /**
     * The answer to a question; of the one who asked first, where it was asked before.
     *
     * @param depth how many calls in a row had to be answered before this question could be asked
     */
    <C extends AwsClient, Q extends AwsRequest, R extends AwsResponse> Answer<R> answer(Ask<C, Q, R> ask, int depth) {
        return answer(ask, depth, deadline);
    }

    /**
     * The same, for a question that has a deadline of its own.
     *
     * @param longest how long to wait; never longer than for any other call
     */
    @SuppressWarnings("unchecked") // the key holds the request, and with it the type of the response
    <C extends AwsClient, Q extends AwsRequest, R extends AwsResponse> Answer<R> answer(Ask<C, Q, R> ask, int depth,
            Duration longest) {
        CompletableFuture<Answer<?>> mine = new CompletableFuture<>();
        CompletableFuture<Answer<?>> first = Optional.ofNullable(asked.putIfAbsent(ask.key(), mine)).orElse(mine);
        if (first == mine) {
            try {
                mine.complete(call(ask, depth + 1, longest.compareTo(deadline) < 0 ? longest : deadline));
            } catch (RuntimeException | Error broken) {
                mine.completeExceptionally(broken);
                throw broken;
            }
        }
        return (Answer<R>) first.join();
    }

    /**
     * The answer to a question about something that AWS is still making: asked anew, at growing intervals, while an
     * error says that it is not there yet and time is left.
     *
     * @param notYet whether an error says that it is not there yet
     */
    <C extends AwsClient, Q extends AwsRequest, R extends AwsResponse> Answer<R> answerWhenMade(Ask<C, Q, R> ask,
            int depth, Predicate<Throwable> notYet) {
        long end = System.nanoTime() + Math.min(deadline.toNanos(), LONGEST_WAIT.toNanos());
        Duration pause = FIRST_PAUSE;
        Answer<R> answer = call(ask, depth + 1, deadline);
        while (answer instanceof Answer.Refused<R>(Throwable error, AwsErrors.Asked asked, int calls)
                && notYet.test(error)) {
            if (System.nanoTime() + pause.toNanos() > end) {
                return new Answer.Refused<>(new TimeoutException("not ready in time: " + AwsErrors.message(error)),
                        asked, calls);
            }
            rest(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            answer = call(ask, calls + 1, deadline);
        }
        return answer;
    }

    /** Waits on this thread alone; a survey that is stopped waits no longer. */
    private static void rest(Duration pause) {
        try {
            new CountDownLatch(1).await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    Timings timings() {
        List<Made> all = List.copyOf(made);
        long distinct = all.stream().map(Made::key).distinct().count();
        return new Timings(all.stream().map(Made::call).toList(), Math.toIntExact(all.size() - distinct),
                deepest.get(), Duration.ofNanos(System.nanoTime() - began));
    }

    private <C extends AwsClient, Q extends AwsRequest, R extends AwsResponse> Answer<R> call(Ask<C, Q, R> ask,
            int depth, Duration longest) {
        Semaphore limit = limits.computeIfAbsent(new Counter(ask.service(), ask.region()),
                (counter) -> new Semaphore(AT_A_TIME));
        try {
            limit.acquire();
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
        try {
            return timed(ask, depth, longest);
        } finally {
            limit.release();
        }
    }

    private <C extends AwsClient, Q extends AwsRequest, R extends AwsResponse> Answer<R> timed(Ask<C, Q, R> ask,
            int depth, Duration longest) {
        String service = ask.service().prefix();
        events.accept(new SurveyEvent.CallBegan(service, ask.operation(), ask.region()));
        long start = System.nanoTime();
        Answer<R> answer = inTime(ask, depth, longest);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        made.add(new Made(ask.key(), new Timings.Call(service, ask.operation(), ask.region(), took)));
        deepest.accumulateAndGet(depth, Math::max);
        events.accept(new SurveyEvent.CallEnded(service, ask.operation(), ask.region(), took,
                answer instanceof Answer.Given));
        return answer;
    }

    private <C extends AwsClient, Q extends AwsRequest, R extends AwsResponse> Answer<R> inTime(Ask<C, Q, R> ask,
            int depth, Duration longest) {
        Future<R> response = threads
                .submit(() -> ask.call().apply(clients.get(ask.service().type(), ask.region()), ask.request()));
        try {
            R given = response.get(longest.toNanos(), TimeUnit.NANOSECONDS);
            return new Answer.Given<>(given, observation(ask, given), depth);
        } catch (ExecutionException failed) {
            return new Answer.Refused<>(Optional.ofNullable(failed.getCause()).orElse(failed), asked(ask), depth);
        } catch (TimeoutException late) {
            response.cancel(true);
            return new Answer.Refused<>(new TimeoutException("no answer within " + words(longest)),
                    asked(ask), depth);
        } catch (InterruptedException stopped) {
            response.cancel(true);
            throw interrupted(stopped);
        }
    }

    private static String words(Duration time) {
        return time.toMillisPart() == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private AwsErrors.Asked asked(Ask<?, ?, ?> ask) {
        return new AwsErrors.Asked(ask.service(), ask.operation(), ask.region(), clock.instant(),
                Requested.of(ask.request()));
    }

    private <R extends AwsResponse> Observation observation(Ask<?, ?, R> ask, R response) {
        Map<String, String> values = new LinkedHashMap<>();
        ask.seeing().apply(response).forEach((name, value) -> values.put(name, Told.of(value)));
        return new Observation(ask.service().prefix(), ask.operation(), ask.region(), clock.instant(),
                requestId(response), Requested.of(ask.request()), values);
    }

    private static String requestId(AwsResponse response) {
        // A response that did not come over HTTP has neither metadata nor headers; the SDK writes UNKNOWN where the
        // header that it looks at is missing, and some servers that speak S3 send another.
        return Optional.<AwsResponseMetadata>ofNullable(response.responseMetadata())
                .map(AwsResponseMetadata::requestId)
                .filter((id) -> !id.equals("UNKNOWN"))
                .or(() -> Optional.<SdkHttpResponse>ofNullable(response.sdkHttpResponse())
                        .flatMap((http) -> http.firstMatchingHeader(
                                List.of("x-amz-request-id", "x-amzn-RequestId", "x-amzn-request-id"))))
                .map(Told::of)
                .orElse("");
    }

    private static CancellationException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        CancellationException cancelled = new CancellationException("the survey was stopped");
        cancelled.initCause(stopped);
        return cancelled;
    }
}

package footing.aws.survey;

import footing.account.Absence;
import footing.account.Evidence;
import footing.account.Identity;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.aws.AwsErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * What a reader has at hand: it asks AWS, and does several things at once. One belongs to one
 * thread; it counts how many calls in a row its answers took.
 */
final class Asking {

    /**
     * What one survey's readers share.
     *
     * @param regions the Regions to look at; none for every one that the account has enabled
     */
    record Shared(Calls calls, Identity identity, Region home, List<Region> regions, Executor threads) {
    }

    /** Something that goes on meanwhile. */
    @FunctionalInterface
    interface Meanwhile<T> extends Supplier<T> {
    }

    /** More than any list has: a page holds a hundred things or so. */
    static final int MOST_PAGES = 5_000;

    private final Shared shared;
    private int depth;

    Asking(Shared shared, int depth) {
        this.shared = shared;
        this.depth = depth;
    }

    Region home() {
        return shared.home();
    }

    Identity identity() {
        return shared.identity();
    }

    /** The Regions to look at, the home Region among them. */
    List<Region> regions() {
        return shared.regions().isEmpty() ? RegionReader.enabled(this) : shared.regions();
    }

    /** One fact in every Region to look at, all at once. */
    <T> Regional<T> inEachRegion(BiFunction<Asking, Region, Reading<T>> read) {
        return inEach(regions(), read);
    }

    /** The same in each of these Regions. */
    <T> Regional<T> inEach(List<Region> regions, BiFunction<Asking, Region, Reading<T>> read) {
        List<Reading<T>> readings = each(regions, read);
        SortedMap<Region, Reading<T>> byRegion = new TreeMap<>();
        for (int i = 0; i < regions.size(); i++) {
            byRegion.put(regions.get(i), readings.get(i));
        }
        return new Regional<>(byRegion);
    }

    <C extends AwsClient, Q extends AwsRequest, R extends AwsResponse> Reading<R> ask(Ask<C, Q, R> ask) {
        return reading(answer(ask));
    }

    /** The same, of something that need not be there; the errors that say so are facts. */
    <C extends AwsClient, Q extends AwsRequest, R extends AwsResponse> Reading<Optional<R>> askUnless(Ask<C, Q, R> ask,
            Absent... absentOn) {
        Answer<R> answer = answer(ask);
        if (answer instanceof Answer.Refused<R>(Throwable error, AwsErrors.Asked asked, int _)
                && Arrays.stream(absentOn).anyMatch((absent) -> absent.is(error))) {
            return Reading.seen(Optional.empty(), Evidence.of(AwsErrors.observation(error, asked)));
        }
        return reading(answer).map(Optional::of);
    }

    /**
     * All pages of an answer; none where an error says that there is nothing to list.
     *
     * @param next makes the request for the page after, where there is one
     */
    <C extends AwsClient, Q extends AwsRequest, R extends AwsResponse> Reading<List<R>> pages(Ask<C, Q, R> first,
            BiFunction<Q, R, Optional<Q>> next, Absent... absentOn) {
        List<Reading<Optional<R>>> pages = new ArrayList<>();
        Set<Q> requests = new HashSet<>();
        Optional<Q> request = Optional.of(first.request());
        while (request.isPresent()) {
            Q page = request.get();
            if (!requests.add(page)) {
                return endless(first, "the same page was announced twice");
            }
            if (requests.size() > MOST_PAGES) {
                return endless(first, "there was another page after the first " + MOST_PAGES);
            }
            Reading<Optional<R>> reading = askUnless(first.with(page), absentOn);
            pages.add(reading);
            request = reading.found().flatMap(Function.identity()).flatMap((response) -> next.apply(page, response));
        }
        return Reading.all(pages).map((all) -> all.stream().flatMap(Optional::stream).toList());
    }

    private static <T> Reading<T> endless(Ask<?, ?, ?> ask, String how) {
        return new Reading.Failed<>(
                new Problem(Problem.Kind.SERVICE, ask.service().prefix() + ":" + ask.operation(), how));
    }

    /** Begins something on a thread of its own. */
    <T> Meanwhile<T> start(Function<Asking, T> what) {
        Asking other = new Asking(shared, depth);
        CompletableFuture<T> done = CompletableFuture.supplyAsync(() -> what.apply(other), shared.threads());
        return () -> {
            T value = join(done);
            depth = Math.max(depth, other.depth);
            return value;
        };
    }

    /** The same for each of several things, all at once; in their order. */
    <A, B> List<B> each(Collection<A> things, BiFunction<Asking, A, B> what) {
        List<Meanwhile<B>> begun = things.stream()
                .map((thing) -> start((asking) -> what.apply(asking, thing)))
                .toList();
        return begun.stream().map(Supplier::get).toList();
    }

    /**
     * Asks again and again for something that AWS is still making, until it is there or time is up. Nobody else waits
     * for it: this thread alone does.
     *
     * @param notYet the errors that say that it is not there yet
     */
    <C extends AwsClient, Q extends AwsRequest, R extends AwsResponse> Reading<R> await(Ask<C, Q, R> ask,
            Absent... notYet) {
        Answer<R> answer = shared.calls()
                .answerWhenMade(ask, depth,
                        (error) -> Arrays.stream(notYet).anyMatch((absent) -> absent.is(error)));
        depth = Math.max(depth, answer.depth());
        return reading(answer);
    }

    /** A Region that does not know the credentials is off only where AWS says so. */
    private <R> Reading<R> reading(Answer<R> answer) {
        return answer instanceof Answer.Refused<R>(Throwable error, AwsErrors.Asked asked, int _)
                && AwsErrors.isUnknownHere(error, asked) && RegionReader.isOff(this, asked.region())
                        ? new Reading.Unavailable<>(
                                new Absence(Absence.Kind.REGION_OFF, AwsErrors.code(error).orElse("")))
                        : answer.reading();
    }

    private <C extends AwsClient, Q extends AwsRequest, R extends AwsResponse> Answer<R> answer(Ask<C, Q, R> ask) {
        Answer<R> answer = shared.calls().answer(ask, depth);
        depth = Math.max(depth, answer.depth());
        return answer;
    }

    private static <T> T join(CompletableFuture<T> done) {
        try {
            return done.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("the survey was stopped");
            cancelled.initCause(stopped);
            throw cancelled;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new CompletionException(failed);
        }
    }
}

package footing.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What came of asking AWS for one fact. A reading that is not {@link Seen} can never become a finding against the
 * account: an account
 * never looks insecure because nobody could look.
 *
 * @param <T> the fact, a value of this room
 */
public sealed interface Reading<T> {

    /** AWS answered. */
    record Seen<T>(T value, Evidence evidence) implements Reading<T> {
    }

    /** AWS refused: the caller lacks a permission, or something above the caller denies it. */
    record Denied<T>(Permission missing, DeniedBy by, Evidence evidence) implements Reading<T> {
    }

    /** There is nothing to ask: the Region is off, or the service is not offered. */
    record Unavailable<T>(Absence why) implements Reading<T> {
    }

    /** The answer did not come: time ran out, AWS throttled to the end, the network broke. */
    record Failed<T>(Problem problem) implements Reading<T> {
    }

    /** A fact that was seen without any call of its own, as one derived from nothing. */
    static <T> Reading<T> seen(T value) {
        return new Seen<>(value, Evidence.NONE);
    }

    static <T> Reading<T> seen(T value, Evidence evidence) {
        return new Seen<>(value, evidence);
    }

    /** The value, where it was seen. */
    default Optional<T> found() {
        return this instanceof Seen<T> seen ? Optional.of(seen.value()) : Optional.empty();
    }

    /** Whether nothing can be there to look after: the Region is off, or the organization lets nobody work there. */
    default boolean isClosed() {
        return switch (this) {
            case Seen<T> seen -> false;
            case Denied<T> denied -> denied.by() == DeniedBy.ORGANIZATION_POLICY;
            case Unavailable<T> unavailable -> true;
            case Failed<T> failed -> false;
        };
    }

    /** The evidence gathered, also of a refusal. */
    default Evidence evidenceOrNone() {
        return switch (this) {
            case Seen<T> seen -> seen.evidence();
            case Denied<T> denied -> denied.evidence();
            case Unavailable<T> unavailable -> Evidence.NONE;
            case Failed<T> failed -> Evidence.NONE;
        };
    }

    /** The same outcome with another value; the evidence goes along. */
    default <R> Reading<R> map(Function<? super T, ? extends R> then) {
        return flatMap((value) -> seen(then.apply(value)));
    }

    /** A second fact that can be told only from the first; evidence of both, and the first that is not seen wins. */
    default <R> Reading<R> flatMap(Function<? super T, ? extends Reading<? extends R>> then) {
        return switch (this) {
            case Seen<T>(T value, Evidence evidence) -> behind(evidence, then.apply(value));
            case Denied<T>(Permission missing, DeniedBy by, Evidence evidence) -> new Denied<>(missing, by, evidence);
            case Unavailable<T>(Absence why) -> new Unavailable<>(why);
            case Failed<T>(Problem problem) -> new Failed<>(problem);
        };
    }

    /** This, where it was seen; otherwise a value that needs no fact, where the fact is good to know and no more. */
    default Reading<T> orElse(T value) {
        return this instanceof Seen<T> ? this : seen(value);
    }

    /** Two facts as one, with the evidence of both; the first that is not seen wins. */
    static <A, B, R> Reading<R> both(Reading<A> a, Reading<B> b, BiFunction<? super A, ? super B, ? extends R> then) {
        return a.flatMap((seenA) -> b.map((seenB) -> then.apply(seenA, seenB)));
    }

    /** Many facts as one, with the evidence of all; the first that is not seen wins. */
    static <T> Reading<List<T>> all(List<? extends Reading<T>> readings) {
        Reading<List<T>> all = seen(List.of());
        for (Reading<T> reading : readings) {
            all = both(all, reading, (list, value) -> {
                List<T> longer = new ArrayList<>(list);
                longer.add(value);
                return List.copyOf(longer);
            });
        }
        return all;
    }

    private static <R> Reading<R> behind(Evidence first, Reading<? extends R> second) {
        return switch (second) {
            case Seen<? extends R> seen -> new Seen<>(seen.value(), first.and(seen.evidence()));
            case Denied<? extends R> denied ->
                new Denied<>(denied.missing(), denied.by(), first.and(denied.evidence()));
            case Unavailable<? extends R> unavailable -> new Unavailable<>(unavailable.why());
            case Failed<? extends R> failed -> new Failed<>(failed.problem());
        };
    }
}

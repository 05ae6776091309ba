package footing.account;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * One fact in each of several Regions, each read on its own: what could not be seen in one Region takes nothing from
 * another.
 *
 * @param readings a reading for each Region that was looked at
 */
public record Regional<T>(SortedMap<Region, Reading<T>> readings) {

    public Regional {
        readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
    }

    /** What every one of these Regions gives. */
    public static <T> Regional<T> of(Collection<Region> regions, java.util.function.Function<Region, Reading<T>> read) {
        SortedMap<Region, Reading<T>> readings = new TreeMap<>();
        regions.forEach((region) -> readings.put(region, read.apply(region)));
        return new Regional<>(readings);
    }

    /** The reading of one Region; {@link Problem.Kind#NOT_READ} where it was not looked at. */
    public Reading<T> in(Region region) {
        return Optional.ofNullable(readings.get(region))
                .orElseGet(() -> new Reading.Failed<>(new Problem(Problem.Kind.NOT_READ, region.id(), "")));
    }

    /** What was seen, by Region. */
    public SortedMap<Region, T> found() {
        SortedMap<Region, T> found = new TreeMap<>();
        readings.forEach((region, reading) -> reading.found().ifPresent((value) -> found.put(region, value)));
        return found;
    }

    /** What is made of each Region's value; what was not seen stays unseen. */
    public <R> Regional<R> map(BiFunction<Region, T, R> then) {
        return flatMap((region, value) -> Reading.seen(then.apply(region, value)));
    }

    /** The same with a second fact that can be told only from the first. */
    public <R> Regional<R> flatMap(BiFunction<Region, T, Reading<R>> then) {
        SortedMap<Region, Reading<R>> others = new TreeMap<>();
        readings.forEach(
                (region, reading) -> others.put(region, reading.flatMap((value) -> then.apply(region, value))));
        return new Regional<>(others);
    }

    /** Two facts of the same Regions as one; where one of them is not seen in a Region, neither is. */
    public static <A, B, R> Regional<R> both(Regional<A> a, Regional<B> b, BiFunction<A, B, R> then) {
        SortedMap<Region, Reading<R>> readings = new TreeMap<>();
        a.readings.forEach((region, reading) -> readings.put(region, Reading.both(reading, b.in(region), then)));
        return new Regional<>(readings);
    }

    /** Ids of Regions, in their order, as a sentence lists them. */
    public static String list(Collection<Region> regions) {
        return regions.stream().sorted().map(Region::id).collect(Collectors.joining(", "));
    }

    /** The Regions of those readings that satisfy a test. */
    public List<Region> regionsWhere(java.util.function.Predicate<Reading<T>> test) {
        return readings.entrySet()
                .stream()
                .filter((entry) -> test.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}

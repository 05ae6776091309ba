package footing.aws.survey;

import footing.account.Reading;
import footing.account.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Where to look for what stands beside a trail's log group. */
final class Places {

    private Places() {
    }

    /**
     * What is listed in the home Region, and in those of the log groups; trails that could not be seen add none. At
     * home nobody waits for the trails.
     */
    static <T> Reading<List<T>> besideLogGroups(Asking asking, BiFunction<Asking, Region, Reading<List<T>>> read) {
        Asking.Meanwhile<Reading<List<T>>> home = asking.start((other) -> read.apply(other, asking.home()));
        List<Region> others = TrailReader.logGroups(asking)
                .found()
                .orElse(List.of())
                .stream()
                .map(LogGroupArn::region)
                .filter((region) -> !region.equals(asking.home()))
                .distinct()
                .toList();
        List<Reading<List<T>>> all = new ArrayList<>(asking.each(others, read));
        all.addFirst(home.get());
        return Reading.all(all).map((lists) -> lists.stream().flatMap(List::stream).toList());
    }
}

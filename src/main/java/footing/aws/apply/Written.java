package footing.aws.apply;

import footing.choices.ItemId;
import footing.plan.Setting;
import footing.plan.SettingValues;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Footing did to one setting, by all the runs that wrote to it.
 *
 * @param item the item that asked for it
 * @param before what was there before Footing wrote to it; where somebody else wrote to it between two runs, what they
 * wrote
 * @param since what Footing wrote to it since, the last one last: whether a call whose answer was lost wrote it, only
 * the account tells
 */
public record Written<T>(ItemId item, Setting<T> setting, T before, List<T> since) {

    public Written {
        since = List.copyOf(since);
    }

    /** Whether a setting with this value is as Footing left it. */
    public boolean isOurs(T now) {
        return since.stream().anyMatch((value) -> isSame(value, now));
    }

    /** Which management events a trail leaves out is told by its selectors, which stand for themselves. */
    private boolean isSame(T one, T other) {
        if (one instanceof Setting.TrailCoverage a && other instanceof Setting.TrailCoverage b) {
            return a.multiRegion() == b.multiRegion() && a.globalEvents() == b.globalEvents()
                    && a.logging() == b.logging();
        }
        return SettingValues.same(setting, one, other);
    }

    /** The same with one more write. */
    Written<T> and(Written<T> next) {
        boolean others = !isSame(before, next.before) && !isOurs(next.before);
        return others
                ? next
                : new Written<>(item, setting, before, Stream.concat(since.stream(), next.since.stream()).toList());
    }
}

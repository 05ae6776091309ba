package footing.baseline.item;

import footing.account.Evidence;
import footing.account.Reading;
import footing.account.Trail;
import footing.plan.Setting.TrailCoverage;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What one trail lacks to cover all Regions. A trail of which all was seen and nothing lacks is covering; one that
 * lacks something, by whatever part of it was seen, is weak; of any other nobody can say.
 *
 * @param gaps what the parts that were seen show to be missing
 * @param whole the same, where all of the trail was seen
 */
record Coverage(Trail trail, Set<Gap> gaps, Reading<Set<Gap>> whole) {

    enum Gap {
        SINGLE_REGION,
        NO_GLOBAL_EVENTS,
        STOPPED,
        EVENTS_MISSING,
        DELIVERY_FAILS;

        /** As texts name it: {@code single-region}. */
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Coverage of(Trail trail) {
        Set<Gap> gaps = EnumSet.noneOf(Gap.class);
        if (!trail.multiRegion()) {
            gaps.add(Gap.SINGLE_REGION);
        }
        if (!trail.globalEvents()) {
            gaps.add(Gap.NO_GLOBAL_EVENTS);
        }
        trail.status().found().ifPresent((status) -> {
            if (!status.logging()) {
                gaps.add(Gap.STOPPED);
            }
            if (status.deliveryError().isPresent()) {
                gaps.add(Gap.DELIVERY_FAILS);
            }
        });
        trail.selectors()
                .found()
                .filter((selectors) -> !selectors.allManagementEvents())
                .ifPresent((selectors) -> gaps.add(Gap.EVENTS_MISSING));
        Set<Gap> found = Set.copyOf(gaps);
        return new Coverage(trail, found, Reading.both(trail.status(), trail.selectors(), (a, b) -> found));
    }

    boolean isWeak() {
        return !gaps.isEmpty();
    }

    boolean isCovering() {
        return gaps.isEmpty() && !isUnsure();
    }

    boolean isUnsure() {
        return gaps.isEmpty() && !(whole instanceof Reading.Seen<?>);
    }

    /** The first gap, in the order in which people should hear of them. */
    Gap worst() {
        return gaps.stream().min(Gap::compareTo).orElseThrow();
    }

    /** The evidence of whatever part of the trail was seen. */
    Evidence evidence() {
        return trail.status().evidenceOrNone().and(trail.selectors().evidenceOrNone());
    }

    /** The trail's settings as they are; empty where a part of them was not seen. */
    Optional<TrailCoverage> setting() {
        return Reading
                .both(trail.status(), trail.selectors(),
                        (status, selectors) -> new TrailCoverage(trail.multiRegion(), trail.globalEvents(),
                                status.logging(), selectors.allManagementEvents()))
                .found();
    }
}

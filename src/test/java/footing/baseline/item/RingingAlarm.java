package footing.baseline.item;

import footing.account.MetricAlarm.Trigger;
import footing.account.MetricFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An alarm played through, period by period: quiet ones, one with an event, quiet ones, one with an event, quiet ones.
 * Other events of the account come all the time. It is written without the rule that it checks.
 */
final class RingingAlarm {

    private static final int QUIET = 4;

    private RingingAlarm() {
    }

    /** How often it rings: how often it begins to be in alarm. */
    static int rings(Trigger trigger, MetricFilter filter) {
        List<Optional<Boolean>> breaching = new ArrayList<>();
        for (int period = 0; period < 3 * QUIET + 2; period++) {
            boolean event = period == QUIET || period == 2 * QUIET + 1;
            breaching.add(statistic(trigger, filter, event).map((value) -> switch (trigger.comparison()) {
                case "GreaterThanOrEqualToThreshold" -> value >= trigger.threshold();
                case "GreaterThanThreshold" -> value > trigger.threshold();
                // An alarm for too little of something does not ring for an event.
                default -> false;
            }));
        }
        int rings = 0;
        boolean on = trigger.missingData().equals("breaching") && filter.defaultValue().isEmpty();
        for (int period = trigger.datapointsToAlarm() - 1; period < breaching.size(); period++) {
            List<Optional<Boolean>> looked = breaching.subList(period - trigger.datapointsToAlarm() + 1, period + 1);
            boolean blind = looked.stream().allMatch(Optional::isEmpty);
            boolean now = (blind && trigger.missingData().equals("ignore"))
                    ? on
                    : looked.stream().allMatch((one) -> one.orElse(trigger.missingData().equals("breaching")));
            rings += now && !on ? 1 : 0;
            on = now;
        }
        return rings;
    }

    /** Empty where the period has no data. Each minute with events that do not match adds the default. */
    private static Optional<Double> statistic(Trigger trigger, MetricFilter filter, boolean event) {
        if (trigger.byDimension() || filter.byDimension() || (event && filter.value().isEmpty())) {
            // Counted under names that nobody knows beforehand, or by numbers that nobody knows.
            return Optional.empty();
        }
        List<Double> samples = new ArrayList<>();
        filter.defaultValue().ifPresent(samples::add);
        if (event) {
            samples.add(filter.value().orElseThrow());
        }
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        return switch (trigger.statistic()) {
            case "Sum" -> Optional.of(samples.stream().mapToDouble(Double::doubleValue).sum());
            case "SampleCount" -> Optional.of((double) samples.size());
            case "Maximum" -> samples.stream().max(Double::compare);
            case "Minimum" -> samples.stream().min(Double::compare);
            case "Average" -> Optional.of(samples.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
            default -> Optional.empty();
        };
    }
}

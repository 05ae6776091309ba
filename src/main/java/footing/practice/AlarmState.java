package footing.practice;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** A metric alarm as CloudWatch describes it. */
public record AlarmState(MetricAlarm alarm, String region, SortedMap<String, String> tags) {

    public AlarmState {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    public AlarmState withAlarm(MetricAlarm now) {
        return new AlarmState(now, region, tags);
    }
}

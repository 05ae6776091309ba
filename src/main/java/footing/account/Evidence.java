package footing.account;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** What a finding rests on: the calls that were made, in their order, each once. */
public record Evidence(List<Observation> observations) {

    public static final Evidence NONE = new Evidence(List.of());

    public Evidence {
        observations = List.copyOf(observations);
    }

    public static Evidence of(Observation... observations) {
        return new Evidence(List.of(observations));
    }

    /** The evidence of both, without repeating a call. */
    public Evidence and(Evidence other) {
        if (observations.isEmpty()) {
            return other;
        }
        SequencedSet<Observation> both = new LinkedHashSet<>(observations);
        both.addAll(other.observations);
        return new Evidence(new ArrayList<>(both));
    }
}

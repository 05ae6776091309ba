package footing.practice.fault;

import footing.practice.cloudformation.Hindrance;
import footing.practice.fault.Fault.OfResource;
import footing.practice.fault.Fault.Trouble;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets resources of stacks fail and take their time, as faults say it. */
final class ResourceFaults implements Hindrance {

    private final List<OfResource> faults;
    private final Map<OfResource, Integer> failed = new HashMap<>();
    private final Set<Fault> struck = new HashSet<>();

    ResourceFaults(List<OfResource> faults) {
        this.faults = faults;
    }

    @Override
    public synchronized Optional<String> failure(Attempt attempt) {
        for (OfResource fault : faults) {
            if (fault.meets(attempt) && fault.trouble() instanceof Trouble.Fails(String reason, int times)) {
                int before = failed.getOrDefault(fault, 0);
                if (before < times) {
                    failed.put(fault, before + 1);
                    struck.add(fault);
                    return Optional.of(reason);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public synchronized Duration delay(Attempt attempt) {
        Duration delay = Duration.ZERO;
        for (OfResource fault : faults) {
            if (fault.meets(attempt) && fault.trouble() instanceof Trouble.Slow(Duration by)) {
                struck.add(fault);
                delay = delay.plus(by);
            }
        }
        return delay;
    }

    synchronized Set<Fault> struck() {
        return Set.copyOf(struck);
    }
}

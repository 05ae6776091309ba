package footing.account;

import java.util.List;
import java.util.Optional;

/**
 * AWS Cost Anomaly Detection: what is watched, and who is told. Source: {@code ce:GetAnomalyMonitors}, {@code
 * GetAnomalySubscriptions}.
 */
public record AnomalyDetection(List<Monitor> monitors, List<Subscription> subscriptions) {

    public AnomalyDetection {
        monitors = List.copyOf(monitors);
        subscriptions = List.copyOf(subscriptions);
    }

    /**
     * What looks at costs.
     *
     * @param everything whether it watches all services of the account, and not only some of its costs; AWS takes one
     * such monitor in an account
     */
    public record Monitor(String arn, String name, boolean everything) {
    }

    /**
     * Who is told of what monitors find.
     *
     * @param monitors their ARNs
     */
    public record Subscription(String name, List<String> monitors, List<Listener> listeners) {
        public Subscription {
            monitors = List.copyOf(monitors);
            listeners = List.copyOf(listeners);
        }
    }

    /** Somebody who is told. */
    public sealed interface Listener {

        /** AWS asks nobody to confirm an address that stands in a subscription; who has declined is left out. */
        record Mail(String address) implements Listener {
        }

        /** @param topic empty where it is gone; not read where it is of another account or Region */
        record ByTopic(String arn, Reading<Optional<Topic>> topic) implements Listener {
        }
    }

    /** The monitor that watches all services, where there is one. */
    public Optional<Monitor> ofEverything() {
        return monitors.stream().filter(Monitor::everything).findFirst();
    }

    /** Everybody who is told of what a monitor finds. */
    public List<Listener> listeners(Monitor monitor) {
        return subscriptions.stream()
                .filter((subscription) -> subscription.monitors().contains(monitor.arn()))
                .flatMap((subscription) -> subscription.listeners().stream())
                .toList();
    }
}

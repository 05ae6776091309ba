package footing.practice;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.costexplorer.model.AnomalyMonitor;
import software.amazon.awssdk.services.costexplorer.model.AnomalySubscription;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;

/**
 * What is there of what the baseline does not ask for.
 *
 * @param publicAccessBlock the account's own block of public access to its buckets
 * @param blockedByOrganization whether a policy of the organization closes them, so that the account can change nothing
 * @param encryptedRegions the Regions in which new volumes are encrypted
 * @param detectors of GuardDuty, by Region: each has one at most
 * @param monitors of costs, by ARN
 * @param anomalySubscriptions by ARN
 */
public record BeyondState(Optional<PublicAccessBlockConfiguration> publicAccessBlock, boolean blockedByOrganization,
        SortedSet<String> encryptedRegions, Table<DetectorState> detectors, Table<AnomalyMonitor> monitors,
        Table<AnomalySubscription> anomalySubscriptions) {

    public BeyondState {
        encryptedRegions = Collections.unmodifiableSortedSet(new TreeSet<>(encryptedRegions));
    }

    /** Nothing of it, as in a file of before there was any of it. */
    public BeyondState() {
        this(Optional.empty(), false, Collections.emptySortedSet(), Table.empty(), Table.empty(), Table.empty());
    }

    /** @param administrator the account that manages it for an organization */
    public record DetectorState(String id, boolean enabled, Optional<String> administrator,
            SortedMap<String, String> tags) {

        public DetectorState {
            tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        }
    }

    public BeyondState withPublicAccessBlock(PublicAccessBlockConfiguration now) {
        return new BeyondState(Optional.of(now), blockedByOrganization, encryptedRegions, detectors, monitors,
                anomalySubscriptions);
    }

    public BeyondState withEncrypted(String region, boolean on) {
        SortedSet<String> now = new TreeSet<>(encryptedRegions);
        if (on) {
            now.add(region);
        } else {
            now.remove(region);
        }
        return new BeyondState(publicAccessBlock, blockedByOrganization, now, detectors, monitors,
                anomalySubscriptions);
    }

    public BeyondState withDetectors(UnaryOperator<Table<DetectorState>> change) {
        return new BeyondState(publicAccessBlock, blockedByOrganization, encryptedRegions, change.apply(detectors),
                monitors, anomalySubscriptions);
    }

    public BeyondState withMonitors(UnaryOperator<Table<AnomalyMonitor>> change) {
        return new BeyondState(publicAccessBlock, blockedByOrganization, encryptedRegions, detectors,
                change.apply(monitors), anomalySubscriptions);
    }

    public BeyondState withAnomalySubscriptions(UnaryOperator<Table<AnomalySubscription>> change) {
        return new BeyondState(publicAccessBlock, blockedByOrganization, encryptedRegions, detectors, monitors,
                change.apply(anomalySubscriptions));
    }
}

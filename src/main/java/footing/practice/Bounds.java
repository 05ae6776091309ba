package footing.practice;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What hems in whoever is signed in, and what does not answer at all. What is refused is told by policy documents, in
 * the language that AWS has for it.
 *
 * @param identityPolicies the policies of whoever is signed in, by name; without any, he may do everything
 * @param serviceControlPolicies those of the organization that hold for the account, by name
 * @param silentRegions Regions from which no answer comes
 * @param notOffered the services that a Region does not have, by the Region: as IAM actions name them
 * @param foreignBuckets names of buckets that other accounts own and that nobody here may look into
 */
public record Bounds(
        @JsonDeserialize(contentUsing = AccountJson.PolicyText.class) SortedMap<String, String> identityPolicies,
        @JsonDeserialize(contentUsing = AccountJson.PolicyText.class) SortedMap<String, String> serviceControlPolicies,
        SortedSet<String> silentRegions, SortedMap<String, SortedSet<String>> notOffered,
        SortedSet<String> foreignBuckets) {

    public static final Bounds NONE = new Bounds(new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new TreeMap<>(),
            new TreeSet<>());

    public Bounds {
        identityPolicies = Collections.unmodifiableSortedMap(new TreeMap<>(identityPolicies));
        serviceControlPolicies = Collections.unmodifiableSortedMap(new TreeMap<>(serviceControlPolicies));
        silentRegions = Collections.unmodifiableSortedSet(new TreeSet<>(silentRegions));
        SortedMap<String, SortedSet<String>> missing = new TreeMap<>();
        notOffered.forEach((region, services) -> missing.put(region,
                Collections.unmodifiableSortedSet(new TreeSet<>(services))));
        notOffered = Collections.unmodifiableSortedMap(missing);
        foreignBuckets = Collections.unmodifiableSortedSet(new TreeSet<>(foreignBuckets));
    }

    /** Whether a Region has a service at all. */
    public boolean isOffered(String service, String region) {
        return Optional.ofNullable(notOffered.get(region)).filter((without) -> without.contains(service)).isEmpty();
    }
}

package footing.account;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was read of one account in one survey.
 *
 * @param identity who asked, and of which account
 * @param home the Region in which Footing makes what is made once
 * @param regions the Regions that the survey looked at, the home Region among them
 * @param surveyedAt when the survey began
 * @param readings a reading for each fact; one that is missing was not read yet
 */
public record AccountState(Identity identity, Region home, List<Region> regions, Instant surveyedAt,
        Map<Fact<?>, Reading<?>> readings) {

    public AccountState {
        regions = List.copyOf(regions);
        readings = Map.copyOf(readings);
    }

    /** The reading of a fact; {@link Problem.Kind#NOT_READ} where nobody asked yet. */
    @SuppressWarnings("unchecked") // with() is the only way in, and it ties the reading's type to the fact's
    public <T> Reading<T> read(Fact<T> fact) {
        return (Reading<T>) Optional.<Reading<?>>ofNullable(readings.get(fact))
                .orElseGet(() -> new Reading.Failed<>(new Problem(Problem.Kind.NOT_READ, fact.name(), "")));
    }

    public <T> AccountState with(Fact<T> fact, Reading<T> reading) {
        Map<Fact<?>, Reading<?>> more = new HashMap<>(readings);
        more.put(fact, reading);
        return new AccountState(identity, home, regions, surveyedAt, more);
    }

    /** With what another state tells of some facts, as far as they were read there. */
    public AccountState with(AccountState other, Set<Fact<?>> facts) {
        Map<Fact<?>, Reading<?>> more = new HashMap<>(other.readings);
        more.keySet().retainAll(facts);
        readings.forEach(more::putIfAbsent);
        return new AccountState(identity, home, regions, surveyedAt, more);
    }

    /** Every trail that was seen, whatever Region shows it. */
    public List<Trail> trails() {
        Stream<List<Trail>> far = read(Fact.FAR_TRAILS).found()
                .stream()
                .flatMap((regional) -> regional.found().values().stream());
        return Stream.concat(read(Fact.TRAILS).found().stream(), far).flatMap(List::stream).toList();
    }

    /** Whether all of these facts were asked for, whatever came of it. */
    public boolean hasRead(Set<Fact<?>> facts) {
        return readings.keySet().containsAll(facts);
    }

    /** The stack of this name that Footing deployed once for all Regions, where there is one and it could be seen. */
    public Optional<DeployedStack> stack(String name) {
        return stacks().filter((stack) -> stack.name().equals(name)).findFirst();
    }

    /** Whether a resource belongs to one of those stacks. */
    public boolean madeByFooting(String resourceType, String physicalId) {
        return stacks().anyMatch((stack) -> stack.holds(resourceType, physicalId));
    }

    /** Whether a resource belongs to one of those stacks, by the name that it has in the template. */
    public boolean madeByFootingAs(String logicalId, String physicalId) {
        return stacks().flatMap((stack) -> stack.resource(logicalId).stream())
                .anyMatch((resource) -> resource.physicalId().equals(physicalId));
    }

    /** The stacks that Footing deployed once for all Regions, as far as they could be seen. */
    public Stream<DeployedStack> stacks() {
        return Stream.of(Fact.SECURITY_STACK, Fact.BILLING_STACK)
                .flatMap((fact) -> read(fact).found().flatMap((stack) -> stack).stream());
    }

    /** An ARN in this account and partition. */
    public String arn(String service, String region, String resource) {
        return "arn:%s:%s:%s:%s:%s".formatted(identity.partition().id(), service, region, identity.account(), resource);
    }
}

package footing.plan;

import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A stack that Footing makes. Several small ones, so that one failure does not roll everything back.
 *
 * @param place the Region that it stands in, where its kind alone does not say
 */
public record Stack(Kind kind, Optional<Region> place) implements Comparable<Stack> {

    public enum Kind {
        /** Stands in the home Region. */
        SECURITY("footing-security"),
        /** Stands in each Region that is looked after. */
        CONFIG("footing-config"),
        /** Stands where the partition's global services answer. */
        BILLING("footing-billing");

        private final String stackName;

        Kind(String stackName) {
            this.stackName = stackName;
        }
    }

    public static final Stack SECURITY = new Stack(Kind.SECURITY, Optional.empty());
    public static final Stack BILLING = new Stack(Kind.BILLING, Optional.empty());

    private static final Comparator<Stack> ORDER = Comparator.comparing(Stack::kind)
            .thenComparing((stack) -> stack.place.map(Region::id).orElse(""));

    public static Stack config(Region region) {
        return new Stack(Kind.CONFIG, Optional.of(region));
    }

    /**
     * @throws IllegalArgumentException where none of Footing's stacks has this name
     */
    public static Stack of(DeployedStack there) {
        return named(there.name(), there.region());
    }

    /**
     * @param region that it stands in
     * @throws IllegalArgumentException where none of Footing's stacks has this name
     */
    public static Stack named(String name, Region region) {
        Kind kind = Arrays.stream(Kind.values())
                .filter((one) -> one.stackName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not one of Footing's stacks: " + name));
        return kind == Kind.CONFIG ? config(region) : new Stack(kind, Optional.empty());
    }

    public String stackName() {
        return kind.stackName;
    }

    /** The Region that it stands in. */
    public Region region(Region home) {
        return place.orElseGet(() -> switch (kind) {
            case SECURITY, CONFIG -> home;
            case BILLING -> home.partition().billingRegion();
        });
    }

    /** What no other stack of the account is called: {@code footing-security}, {@code footing-config-eu-west-1}. */
    public String label() {
        return place.map((region) -> stackName() + "-" + region).orElse(stackName());
    }

    /** The stack as it was deployed; empty where there is none. */
    public Reading<Optional<DeployedStack>> deployed(AccountState account) {
        return switch (kind) {
            case SECURITY -> account.read(Fact.SECURITY_STACK);
            case BILLING -> account.read(Fact.BILLING_STACK);
            case CONFIG -> account.read(Fact.CONFIG_STACKS)
                    .flatMap((stacks) -> stacks.in(region(account.home())));
        };
    }

    /**
     * Whether it was seen if there is such a stack, and whatever decides what it is to hold: what AWS Config delivers,
     * and whom it tells, is the security stack's.
     */
    public boolean isSeen(AccountState account) {
        return deployed(account) instanceof Reading.Seen<?> && switch (kind) {
            case SECURITY, BILLING -> true;
            case CONFIG -> SECURITY.isSeen(account);
        };
    }

    /** Every stack that was seen, by its place. */
    public static Map<Stack, DeployedStack> allDeployed(AccountState account) {
        Map<Stack, DeployedStack> all = new TreeMap<>();
        Stream.concat(Stream.of(SECURITY, BILLING),
                account.read(Fact.CONFIG_STACKS)
                        .found()
                        .stream()
                        .flatMap((stacks) -> stacks.readings().keySet().stream().map(Stack::config)))
                .forEach((stack) -> stack.deployed(account)
                        .found()
                        .flatMap((there) -> there)
                        .ifPresent((there) -> all.put(stack, there)));
        return all;
    }

    /**
     * The stacks of which nobody knows whether they are there: nobody could look, or did. Where a Region is off, or the
     * organization lets nobody work there, only one that was made there may be.
     *
     * @param made those that are known to have been made
     */
    public static SortedSet<Stack> notSeen(AccountState account, Collection<Stack> made) {
        SortedSet<Stack> all = new TreeSet<>(List.of(SECURITY, BILLING));
        all.addAll(made);
        Stream.concat(account.regions().stream(), account.read(Fact.REGIONS).found().stream().flatMap(List::stream))
                .forEach((region) -> all.add(config(region)));
        all.removeIf((stack) -> {
            Reading<?> there = stack.deployed(account);
            return there instanceof Reading.Seen<?> || (there.isClosed() && !made.contains(stack));
        });
        return all;
    }

    @Override
    public int compareTo(Stack other) {
        return ORDER.compare(this, other);
    }
}

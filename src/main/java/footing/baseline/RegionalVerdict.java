package footing.baseline;

import footing.account.Absence;
import footing.account.AccountState;
import footing.account.DeniedBy;
import footing.account.Evidence;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.baseline.Verdict.Ruling;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one rule that folds what was found in many Regions into one verdict: what is not met anywhere is not met, else
 * what could not be seen anywhere is unknown, else what waits anywhere waits, else it is met. The verdict's values name
 * the Regions: {@code regions} are those that it speaks of, {@code otherRegions} are not met in other ways, of which
 * the first are told as texts of their own ({@code other.1.key} and their values under {@code other.1.}) and the Regions
 * of the rest are {@code untoldRegions}, {@code
 * unseenRegions} could not be seen, {@code judgedRegions} are all that there was something to judge in, {@code
 * closedRegions} are closed to the account, {@code offRegions} were asked for and are off, {@code notAskedRegions} are on
 * and were not looked at: as long as there are any, the best that can be said is unknown, with what was found in the
 * others; {@code enabled} says how many are on, where that is known. A Region that is off, or has no such service, has nothing to judge; nor has
 * one in which a policy of the organization refuses what it allows elsewhere: such a policy speaks of Regions, and where
 * it lets nobody work there is nothing to look after.
 */
final class RegionalVerdict {

    /** The worst first. */
    private static final List<Status> WORST_FIRST = List.of(Status.NOT_MET, Status.UNKNOWN, Status.NEEDS_ATTESTATION,
            Status.PENDING, Status.ATTESTED, Status.MET, Status.NOT_APPLICABLE);

    private static final String NOT_KNOWN_HERE = "unseen.failed.credentials-here";

    private final Item item;
    private final AccountState account;
    private final Regional<Ruling> rulings;
    private final SortedMap<Region, Verdict> verdicts = new TreeMap<>();

    private RegionalVerdict(Item item, AccountState account, Regional<Ruling> rulings) {
        this.item = item;
        this.account = account;
        this.rulings = rulings;
        rulings.readings().forEach((region, reading) -> verdicts.put(region, Verdict.of(item, reading)));
    }

    static Verdict of(Item item, AccountState account, Reading<Regional<Ruling>> reading) {
        return switch (reading) {
            case Reading.Seen<Regional<Ruling>>(Regional<Ruling> rulings, Evidence evidence) ->
                new RegionalVerdict(item, account, rulings).fold(evidence);
            case Reading.Denied<Regional<Ruling>> denied -> Verdict.of(item, denied.map((none) -> unreachable()));
            case Reading.Unavailable<Regional<Ruling>> absent -> Verdict.of(item, absent.map((none) -> unreachable()));
            case Reading.Failed<Regional<Ruling>> failed -> Verdict.of(item, failed.map((none) -> unreachable()));
        };
    }

    private Verdict fold(Evidence shared) {
        Evidence evidence = verdicts.values().stream().map(Verdict::evidence).reduce(shared, Evidence::and);
        SortedMap<Region, Verdict> judged = new TreeMap<>(verdicts);
        judged.keySet().removeAll(rulings.regionsWhere(RegionalVerdict::hasNothingToJudge));
        List<Region> closed = rulings.found().isEmpty() ? List.of() : rulings.regionsWhere(RegionalVerdict::isClosed);
        judged.keySet().removeAll(closed);
        List<Region> off = rulings.regionsWhere(RegionalVerdict::isOff);
        List<Region> notAsked = notAsked();
        if (judged.isEmpty()) {
            Absence.Kind why = off.isEmpty() ? Absence.Kind.NOT_OFFERED : Absence.Kind.REGION_OFF;
            Verdict nothing = Verdict.of(item, new Reading.Unavailable<>(new Absence(why, "")));
            return new Verdict(nothing.status(), nothing.outcome(), nothing.key(), nothing.values(), evidence);
        }
        Status worst = WORST_FIRST.stream()
                .filter((status) -> judged.values().stream().anyMatch((verdict) -> verdict.status() == status))
                .findFirst()
                .orElseThrow();
        Verdict chosen = chosen(judged.values(), worst);
        Map<String, String> values = new LinkedHashMap<>(chosen.values());
        // What is not met is said with its details, so it is said only of the Regions that have the same.
        boolean exact = worst == Status.NOT_MET;
        values.put("regions", Regional.list(where(judged, (verdict) -> isAlike(verdict, chosen, exact))));
        List<Region> others = exact
                ? where(judged, (verdict) -> verdict.status() == worst && !isAlike(verdict, chosen, true))
                : List.of();
        values.put("otherRegions", Regional.list(others));
        values.putAll(OtherWays.values(judged, others));
        List<Region> unseen = where(judged, (verdict) -> verdict.status() == Status.UNKNOWN);
        values.put("unseenRegions", Regional.list(unseen));
        values.put("judgedRegions", Regional.list(judged.keySet()));
        values.put("closedRegions", Regional.list(closed));
        values.put("offRegions", Regional.list(off));
        values.put("notAskedRegions", Regional.list(notAsked));
        values.put("enabled", account.read(Fact.REGIONS).found().map((on) -> String.valueOf(on.size())).orElse(""));
        boolean unfinished = !notAsked.isEmpty() && worst != Status.NOT_MET;
        return new Verdict(unfinished ? Status.UNKNOWN : worst, chosen.outcome(), chosen.key(), values,
                notAsked.isEmpty() ? evidence : evidence.and(account.read(Fact.REGIONS).evidenceOrNone()));
    }

    /** Who may not see which Regions are on knows of those that are on in every account. */
    private List<Region> notAsked() {
        Reading<List<Region>> enabled = account.read(Fact.REGIONS);
        boolean unread = !account.hasRead(Set.of(Fact.REGIONS));
        List<Region> on = unread
                ? List.of()
                : enabled.found().orElseGet(() -> Region.alwaysOn(account.identity().partition()));
        return on.stream().filter((region) -> !rulings.readings().containsKey(region)).toList();
    }

    /** Of those with the worst status: the first in the order in which the item lists its outcomes. */
    private Verdict chosen(Collection<Verdict> judged, Status worst) {
        List<Verdict> candidates = judged.stream().filter((verdict) -> verdict.status() == worst).toList();
        return item.outcomes()
                .stream()
                .flatMap((outcome) -> candidates.stream()
                        .filter((verdict) -> verdict.outcome().equals(Optional.of(outcome))))
                .findFirst()
                // A Region that does not know the sign-in may be off, so it tells less than any other.
                .or(() -> candidates.stream().filter((verdict) -> !verdict.key().equals(NOT_KNOWN_HERE)).findFirst())
                .orElseGet(candidates::getFirst);
    }

    private static List<Region> where(SortedMap<Region, Verdict> verdicts,
            java.util.function.Predicate<Verdict> test) {
        return verdicts.entrySet()
                .stream()
                .filter((entry) -> test.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isAlike(Verdict one, Verdict other, boolean exact) {
        return one.key().equals(other.key()) && (!exact || one.values().equals(other.values()));
    }

    private static boolean hasNothingToJudge(Reading<Ruling> reading) {
        return reading instanceof Reading.Unavailable<Ruling>(Absence why)
                && (why.kind() == Absence.Kind.NOT_OFFERED || why.kind() == Absence.Kind.REGION_OFF);
    }

    private static boolean isOff(Reading<Ruling> reading) {
        return reading instanceof Reading.Unavailable<Ruling>(Absence why) && why.kind() == Absence.Kind.REGION_OFF;
    }

    private static boolean isClosed(Reading<Ruling> reading) {
        return reading instanceof Reading.Denied<Ruling> denied && denied.by() == DeniedBy.ORGANIZATION_POLICY;
    }

    private static Ruling unreachable() {
        throw new IllegalStateException("nothing was seen");
    }
}

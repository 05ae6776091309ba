package footing.baseline.item;

import static footing.baseline.Verdict.Ruling;

import footing.account.AccountState;
import footing.account.Evidence;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Regional;
import footing.account.Trail;
import footing.baseline.Item;
import footing.baseline.Outcome;
import footing.baseline.Status;
import footing.baseline.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The trails of an account, as all items that speak of them see them.
 *
 * <p>One good trail is enough, so an item asks each trail and takes the best answer: of those that cover all Regions,
 * or of any where none does. As long as a trail of which not all was seen could be the better one, nothing is held
 * against the account.
 */
final class Trails {

    private Trails() {
    }

    /** The verdict on the best trail; {@code none} where there is no trail at all. */
    static Verdict judge(Item item, AccountState account, Outcome none, Function<Coverage, Reading<Ruling>> part) {
        return judge(item, account, Ruling.of(none), part);
    }

    static Verdict judge(Item item, AccountState account, Ruling none, Function<Coverage, Reading<Ruling>> part) {
        return judge(item, account, best(of(account), none, part), false);
    }

    /** The same for an item that nothing but a trail of all Regions can meet. */
    static Verdict judgeCovering(Item item, AccountState account, Outcome none,
            Function<Coverage, Reading<Ruling>> part) {
        List<Coverage> trails = of(account);
        return judge(item, account, best(trails, Ruling.of(none), part), !trails.isEmpty());
    }

    /** @param certain whether a trail of one other Region that nobody could look at would change nothing */
    private static Verdict judge(Item item, AccountState account, Reading<Ruling> best, boolean certain) {
        // One that covers all Regions is seen from each of them.
        boolean covered = of(account).stream().anyMatch(Coverage::isCovering);
        boolean against = best.found().filter(Trails::isAgainst).isPresent();
        return Verdict.of(item, account.read(Fact.TRAILS).flatMap((near) -> {
            if (covered) {
                return best;
            }
            return against && !certain
                    ? far(account).flatMap((far) -> best)
                    : Reading.seen(near, farEvidence(account)).flatMap((seen) -> best);
        }));
    }

    /** Whether no trail can be there that nobody saw. */
    static boolean areAllSeen(AccountState account) {
        return account.read(Fact.TRAILS) instanceof Reading.Seen<?> && far(account) instanceof Reading.Seen<?>;
    }

    /**
     * What the home Region does not show, where all of it was seen that could ever count: what stands where the
     * organization lets nobody work stays as it is.
     */
    private static Reading<List<List<Trail>>> far(AccountState account) {
        return account.read(Fact.FAR_TRAILS)
                .flatMap((regional) -> Reading.all(regional.readings()
                        .values()
                        .stream()
                        .filter((reading) -> !reading.isClosed())
                        .toList()));
    }

    private static Evidence farEvidence(AccountState account) {
        Reading<Regional<List<Trail>>> far = account.read(Fact.FAR_TRAILS);
        return far.found()
                .stream()
                .flatMap((regional) -> regional.readings().values().stream())
                .map(Reading::evidenceOrNone)
                .reduce(far.evidenceOrNone(), Evidence::and);
    }

    private static Reading<Ruling> best(List<Coverage> trails, Ruling none,
            Function<Coverage, Reading<Ruling>> part) {
        if (trails.isEmpty()) {
            return Reading.seen(none);
        }
        List<Coverage> covering = trails.stream().filter(Coverage::isCovering).toList();
        List<Coverage> unsure = trails.stream().filter(Coverage::isUnsure).toList();
        List<Coverage> settled = !covering.isEmpty() ? covering : unsure.isEmpty() ? trails : List.of();
        Optional<Reading<Ruling>> good = settled.stream()
                .map((trail) -> evident(trail, part))
                .filter((reading) -> reading.found().filter((ruling) -> !isAgainst(ruling)).isPresent())
                .min(Comparator.comparing((reading) -> reading.found().orElseThrow().outcome().status()));
        // Where no trail is known to cover, a weak one counts as well, once the others turn out to be weak.
        List<Coverage> open = covering.isEmpty()
                ? trails
                : Stream.concat(covering.stream(), unsure.stream()).toList();
        return good.or(() -> doubt(open, part)).orElseGet(() -> evident(open.getFirst(), part));
    }

    /** The reading that would have to be seen before anything can be held against the account. */
    private static Optional<Reading<Ruling>> doubt(List<Coverage> open, Function<Coverage, Reading<Ruling>> part) {
        return open.stream()
                .filter((trail) -> part.apply(trail).found().filter(Trails::isAgainst).isEmpty())
                .findFirst()
                .map((trail) -> part.apply(trail)
                        .flatMap((ruling) -> open.stream()
                                .filter(Coverage::isUnsure)
                                .findFirst()
                                .orElse(trail)
                                .whole()
                                .map((gaps) -> ruling)));
    }

    private static boolean isAgainst(Ruling ruling) {
        return ruling.outcome().status() == Status.NOT_MET;
    }

    /** The answer together with the evidence of the trail. */
    private static Reading<Ruling> evident(Coverage trail, Function<Coverage, Reading<Ruling>> part) {
        Evidence evidence = trail.evidence();
        return evidence.equals(Evidence.NONE)
                ? part.apply(trail)
                : Reading.seen(trail, evidence).flatMap(part);
    }

    /** Every trail that was seen, the best first. */
    static List<Coverage> of(AccountState account) {
        return account.trails()
                .stream()
                .map(Coverage::of)
                .sorted(Comparator.comparing((Coverage trail) -> !trail.isCovering())
                        .thenComparing(Coverage::isWeak)
                        .thenComparing((trail) -> isElsewhere(trail.trail(), account))
                        // What hangs on a trail can be made in the home Region alone, however much that one lacks.
                        .thenComparing((trail) -> trail.isWeak() && !trail.trail().home().equals(account.home()))
                        .thenComparing((trail) -> trail.gaps().size())
                        .thenComparing((trail) -> !trail.trail().validation())
                        .thenComparing((trail) -> trail.trail().logGroupArn().isEmpty())
                        .thenComparing((trail) -> trail.trail().arn()))
                .toList();
    }

    /** Whether a trail is not this account's to change: of another account, an organization, or a landing zone. */
    static boolean isElsewhere(Trail trail, AccountState account) {
        return !trail.isChangeableFrom(account.identity().account());
    }

    /** Whether one of Footing's stacks holds the trail. */
    static boolean isOurs(Trail trail, AccountState account) {
        return account.madeByFooting("AWS::CloudTrail::Trail", trail.name())
                || account.madeByFooting("AWS::CloudTrail::Trail", trail.arn());
    }
}

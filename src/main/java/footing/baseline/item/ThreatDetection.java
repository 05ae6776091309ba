package footing.baseline.item;

import footing.account.AccountState;
import footing.account.DeniedBy;
import footing.account.Evidence;
import footing.account.Fact;
import footing.account.Permission;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.account.ThreatDetector;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.baseline.Verdict.Ruling;
import footing.choices.BeyondChoices;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Remedy;
import footing.plan.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Beyond the baseline: Amazon GuardDuty looks for threats in every Region. Source: {@code guardduty:ListDetectors},
 * {@code GetDetector}, {@code GetAdministratorAccount}.
 */
final class ThreatDetection extends Described {

    /** What is worth most to be said comes first. */
    enum Result implements Outcome {
        NONE(Status.NOT_MET),
        /** An organization looks after other Regions, so that this one is its to look after too. */
        NOT_GOVERNED(Status.NOT_MET),
        SUSPENDED(Status.NOT_MET),
        SUSPENDED_ELSEWHERE(Status.NOT_MET),
        MANAGED(Status.MET),
        ENABLED(Status.MET);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }

        /** Who suspended it knew why; and what an organization manages is mended where it is managed. */
        @Override
        public boolean isByHand() {
            return this == NOT_GOVERNED || this == SUSPENDED || this == SUSPENDED_ELSEWHERE;
        }
    }

    private static final String ADMINISTRATOR = "administrator";

    ThreatDetection() {
        super(ItemId.THREAT_DETECTION, Section.BEYOND, Fix.FOOTING, Set.of(Fact.THREAT_DETECTORS, Fact.REGIONS),
                Result.values(), Controls.none().securityHub("GuardDuty.1"));
    }

    @Override
    public Verdict judge(AccountState account) {
        return Verdict.ofRegions(this, account, account.read(Fact.THREAT_DETECTORS).map((regions) -> {
            Reading<Optional<String>> manager = manager(regions);
            return regions.flatMap((region, detector) -> detector.map(ThreatDetection::ruling)
                    .orElseGet(() -> manager.map(ThreatDetection::missing)));
        }));
    }

    private static Ruling missing(Optional<String> manager) {
        return manager.map((administrator) -> Ruling.of(Result.NOT_GOVERNED, Map.of(ADMINISTRATOR, administrator)))
                .orElseGet(() -> Ruling.of(Result.NONE));
    }

    /** One that is on is on, whoever manages it; of one that is not, it counts who may turn it on. */
    private static Reading<Ruling> ruling(ThreatDetector detector) {
        Reading<Optional<String>> administrator = administrator(detector);
        return detector.enabled()
                .flatMap((on) -> (on ? administrator.orElse(Optional.empty()) : administrator).map((manager) -> {
                    Result result = on
                            ? manager.isPresent() ? Result.MANAGED : Result.ENABLED
                            : manager.isPresent() ? Result.SUSPENDED_ELSEWHERE : Result.SUSPENDED;
                    return Ruling.of(result, Map.of(ADMINISTRATOR, manager.orElse("")));
                }));
    }

    /**
     * The account that manages GuardDuty for an organization, in whatever Region it does. Where it is known in none,
     * and could not be seen in one, nobody knows whether an organization looks after the account.
     */
    private static Reading<Optional<String>> manager(Regional<Optional<ThreatDetector>> regions) {
        List<Reading<Optional<String>>> asked = regions.readings()
                .values()
                .stream()
                .filter((reading) -> !reading.isClosed())
                .map((reading) -> reading.flatMap((detector) -> detector.map(ThreatDetection::administrator)
                        .orElseGet(() -> Reading.seen(Optional.empty()))))
                .toList();
        return asked.stream()
                .filter((one) -> one.found().flatMap((manager) -> manager).isPresent())
                .findFirst()
                .orElseGet(() -> Reading.all(asked).map((none) -> Optional.empty()));
    }

    /** Who may not see who manages a detector may still look at its Region: what refused that closed nothing else. */
    private static Reading<Optional<String>> administrator(ThreatDetector detector) {
        return switch (detector.administrator()) {
            case Reading.Seen<Optional<String>> seen -> seen;
            case Reading.Denied<Optional<String>>(Permission missing, DeniedBy by, Evidence evidence) ->
                new Reading.Denied<>(missing, DeniedBy.NOT_TOLD, evidence);
            case Reading.Unavailable<Optional<String>> nobody -> Reading.seen(Optional.empty());
            case Reading.Failed<Optional<String>> failed -> failed;
        };
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        Optional<Regional<Optional<ThreatDetector>>> seen = account.read(Fact.THREAT_DETECTORS).found();
        Optional<Optional<String>> manager = seen.flatMap((regions) -> manager(regions).found());
        boolean alone = manager.filter(Optional::isEmpty).isPresent();
        List<Change> changes = new ArrayList<>();
        for (Region region : ConfigStack.regions(account, choices)) {
            boolean lacking = alone && seen.flatMap((regions) -> regions.in(region).found())
                    .filter(Optional::isEmpty)
                    .isPresent();
            if (ConfigStack.holds(account, region, BeyondChoices.DETECTOR) || lacking) {
                changes.add(detector(region));
            }
        }
        if (seen.filter((regions) -> anySuspended(account, regions)).isPresent()) {
            changes.add(Console.step(id(), "threat-detection", Console.detectors(account)));
        }
        Remedy.Reason unchanged = unchanged(account,
                manager.filter(Optional::isPresent).isPresent()
                        ? Remedy.Reason.OWNED_ELSEWHERE
                        : Remedy.Reason.STILL_OPEN);
        return changes.isEmpty() ? Remedy.nothing(unchanged) : new Remedy.Changes(changes, unchanged);
    }

    /** Those of this account's own that Footing did not make: nobody knows here why they are suspended. */
    private static boolean anySuspended(AccountState account, Regional<Optional<ThreatDetector>> regions) {
        return regions.found()
                .entrySet()
                .stream()
                .filter((entry) -> !ConfigStack.holds(account, entry.getKey(), BeyondChoices.DETECTOR))
                .flatMap((entry) -> entry.getValue().stream())
                .anyMatch((detector) -> detector.enabled().found().filter((on) -> !on).isPresent()
                        && detector.administrator().found().filter(Optional::isEmpty).isPresent());
    }

    private Change detector(Region region) {
        return ConfigStack.resource(id(), region, BeyondChoices.DETECTOR, "AWS::GuardDuty::Detector",
                Value.fields("Enable", Value.flag(true)), Set.of());
    }
}

package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Fact;
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
            Optional<String> manager = manager(regions);
            return regions.flatMap((region, detector) -> detector.map(ThreatDetection::ruling)
                    .orElseGet(() -> Reading.seen(manager
                            .map((administrator) -> Ruling.of(Result.NOT_GOVERNED,
                                    Map.of(ADMINISTRATOR, administrator)))
                            .orElseGet(() -> Ruling.of(Result.NONE)))));
        }));
    }

    private static Reading<Ruling> ruling(ThreatDetector detector) {
        Map<String, String> values = Map.of(ADMINISTRATOR, detector.manager().orElse(""));
        if (detector.enabled()) {
            return Reading.seen(Ruling.of(detector.manager().isPresent() ? Result.MANAGED : Result.ENABLED, values),
                    detector.administrator().evidenceOrNone());
        }
        return Reading.seen(Ruling.of(detector.manager().isPresent() ? Result.SUSPENDED_ELSEWHERE : Result.SUSPENDED,
                values), detector.administrator().evidenceOrNone());
    }

    /** The account that manages GuardDuty for an organization, in whatever Region it does. */
    private static Optional<String> manager(Regional<Optional<ThreatDetector>> regions) {
        return regions.found()
                .values()
                .stream()
                .flatMap((detector) -> detector.flatMap(ThreatDetector::manager).stream())
                .findFirst();
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        Optional<Regional<Optional<ThreatDetector>>> seen = account.read(Fact.THREAT_DETECTORS).found();
        boolean governed = seen.flatMap(ThreatDetection::manager).isPresent();
        List<Change> changes = new ArrayList<>();
        for (Region region : ConfigStack.regions(account, choices)) {
            boolean lacking = !governed && seen.flatMap((regions) -> regions.in(region).found())
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
                governed ? Remedy.Reason.OWNED_ELSEWHERE : Remedy.Reason.STILL_OPEN);
        return changes.isEmpty() ? Remedy.nothing(unchanged) : new Remedy.Changes(changes, unchanged);
    }

    /** Those of this account's own that Footing did not make: nobody knows here why they are suspended. */
    private static boolean anySuspended(AccountState account, Regional<Optional<ThreatDetector>> regions) {
        return regions.found()
                .entrySet()
                .stream()
                .filter((entry) -> !ConfigStack.holds(account, entry.getKey(), BeyondChoices.DETECTOR))
                .flatMap((entry) -> entry.getValue().stream())
                .anyMatch((detector) -> !detector.enabled() && detector.manager().isEmpty());
    }

    private Change detector(Region region) {
        return ConfigStack.resource(id(), region, BeyondChoices.DETECTOR, "AWS::GuardDuty::Detector",
                Value.fields("Enable", Value.flag(true)), Set.of());
    }
}

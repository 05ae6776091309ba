package footing.baseline.item;

import static footing.baseline.Verdict.Ruling;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Trail;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Remedy;
import footing.plan.Setting;
import footing.plan.Setting.TrailCoverage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * CloudTrail in all Regions, with global service events, logging now, all management events. Source: {@code
 * cloudtrail:DescribeTrails}, {@code ListTrails}, {@code GetTrailStatus}, {@code GetEventSelectors}. Whether a first
 * file has arrived is for the log bucket to say.
 */
final class TrailItem extends Described {

    enum Result implements Outcome {
        COVERED(Status.MET),
        COVERED_WITHOUT_KMS(Status.MET),
        COVERED_FROM_ELSEWHERE(Status.MET),
        NONE(Status.NOT_MET),
        SINGLE_REGION(Status.NOT_MET),
        NO_GLOBAL_EVENTS(Status.NOT_MET),
        STOPPED(Status.NOT_MET),
        EVENTS_MISSING(Status.NOT_MET),
        DELIVERY_FAILS(Status.NOT_MET),
        /** It falls short in any of these ways, and can be changed only where it was made. */
        WEAK_ELSEWHERE(Status.NOT_MET);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }
    }

    TrailItem() {
        super(ItemId.TRAIL, Section.LOGGING, Fix.FOOTING, Set.of(Fact.TRAILS, Fact.FAR_TRAILS), Result.values(),
                Controls.cis("3.1", "3.1", "3.1", "4.1", "4.1")
                        .securityHub("CloudTrail.1")
                        .nist("AC-2(4), AU-2, AU-3, AU-12")
                        .soc2("CC2.1, CC7.2, A1.1, PI1.3")
                        .iso("A.8.15, A.8.16"));
    }

    @Override
    public Verdict judge(AccountState account) {
        return Trails.judgeCovering(this, account, Result.NONE, (trail) -> ruling(trail, account));
    }

    private static Reading<Ruling> ruling(Coverage coverage, AccountState account) {
        Trail trail = coverage.trail();
        if (!coverage.isWeak()) {
            return Reading.both(coverage.whole(), trail.selectors(),
                    (gaps, selectors) -> covered(trail, selectors, account));
        }
        if (Trails.isElsewhere(trail, account)) {
            return Reading.seen(Ruling.of(Result.WEAK_ELSEWHERE,
                    Map.of("trail", trail.name(), "owner", trail.owner(), "gap", coverage.worst().key())));
        }
        return Reading.seen(switch (coverage.worst()) {
            case SINGLE_REGION -> Ruling.of(Result.SINGLE_REGION,
                    Map.of("trail", trail.name(), "region", trail.home().id()));
            case NO_GLOBAL_EVENTS -> Ruling.of(Result.NO_GLOBAL_EVENTS, Map.of("trail", trail.name()));
            case STOPPED -> Ruling.of(Result.STOPPED, Map.of("trail", trail.name()));
            case EVENTS_MISSING -> Ruling.of(Result.EVENTS_MISSING, Map.of("trail", trail.name()));
            case DELIVERY_FAILS -> Ruling.of(Result.DELIVERY_FAILS,
                    Map.of("trail", trail.name(), "bucket", trail.bucket(), "error", deliveryError(trail)));
        });
    }

    private static Ruling covered(Trail trail, Trail.Selectors selectors, AccountState account) {
        if (selectors.excludesKms()) {
            return Ruling.of(Result.COVERED_WITHOUT_KMS, Map.of("trail", trail.name()));
        }
        return Trails.isElsewhere(trail, account)
                ? Ruling.of(Result.COVERED_FROM_ELSEWHERE, Map.of("trail", trail.name(), "owner", trail.owner()))
                : Ruling.of(Result.COVERED, Map.of("trail", trail.name()));
    }

    private static String deliveryError(Trail trail) {
        return trail.status().found().flatMap(Trail.Status::deliveryError).orElse("");
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        return switch (TrailPlan.of(account)) {
            case TrailPlan.Covered covered -> Remedy.nothing(Remedy.Reason.ADOPTED);
            case TrailPlan.Unclear unclear -> Remedy.nothing(Remedy.Reason.NOT_SEEN);
            case TrailPlan.Strengthen(Coverage trail) -> trail.setting().isEmpty()
                    ? Remedy.nothing(Remedy.Reason.NOT_SEEN)
                    : strengthened(trail, Change.When.BEFORE_STACKS).map(Remedy::of)
                            // What is left is a delivery that fails: the bucket's matter.
                            .orElseGet(() -> Remedy.nothing(Remedy.Reason.COMES_WITH_ANOTHER));
            case TrailPlan.Make make when LogStore.of(account, choices) instanceof LogStore.Taken ->
                Remedy.nothing(Remedy.Reason.NAME_TAKEN);
            case TrailPlan.Make(Optional<Coverage> made) -> isRefused(account, choices)
                    ? Remedy.nothing(Remedy.Reason.NEEDS_ANOTHER)
                    : new Remedy.Changes(Stream
                            .concat(Stream.of(TrailResources.trail(account, choices, made)),
                                    // Somebody changed what the stack made; the stack itself would not notice.
                                    made.filter((trail) -> !TrailPlan.isRenamed(trail.trail(), account, choices))
                                            .flatMap((trail) -> strengthened(trail, Change.When.AFTER_STACKS))
                                            .stream())
                            .toList());
        };
    }

    /** Whether nobody lets the trail write: its bucket stays as it is, and its policy names another trail. */
    private static boolean isRefused(AccountState account, Choices choices) {
        return choices.leaves(ItemId.LOG_BUCKET)
                && LogStore.of(account, choices) instanceof LogStore.InStack store && store.refuses();
    }

    private Optional<Change> strengthened(Coverage trail, Change.When when) {
        TrailCoverage full = new TrailCoverage(true, true, true, true);
        return trail.setting()
                .filter((there) -> !there.equals(full))
                .map((there) -> new Change.DirectSetting<>(id(),
                        new Setting.TrailCoverageSetting(trail.trail().arn(), trail.trail().home()), there, full,
                        when));
    }
}

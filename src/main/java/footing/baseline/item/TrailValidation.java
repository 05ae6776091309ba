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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * CloudTrail's log files can be proved unchanged: the trail signs lists of them, and the lists arrive. Source: {@code
 * cloudtrail:DescribeTrails}, {@code GetTrailStatus}.
 */
final class TrailValidation extends Described {

    enum Result implements Outcome {
        ON(Status.MET),
        NO_TRAIL(Status.NOT_MET),
        OFF(Status.NOT_MET),
        /** The trail can be changed only where it was made. */
        OFF_ELSEWHERE(Status.NOT_MET),
        /** Lists are signed, and the bucket does not take them. */
        DIGESTS_FAIL(Status.NOT_MET),
        NO_DIGEST_YET(Status.PENDING);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }

        /** Whose trail it is, mends it; and why a bucket refuses, a person has to look into. */
        @Override
        public boolean isByHand() {
            return this == OFF_ELSEWHERE || this == DIGESTS_FAIL;
        }
    }

    TrailValidation() {
        super(ItemId.TRAIL_VALIDATION, Section.LOGGING, Fix.FOOTING, Set.of(Fact.TRAILS, Fact.FAR_TRAILS),
                Result.values(),
                Controls.cis("3.2", "3.2", "3.2", "4.2", "4.2")
                        .securityHub("CloudTrail.4")
                        .nist("AU-9, SI-7(1), SI-7(3), SI-7(7)")
                        .soc2("CC7.3, PI1.3")
                        .iso("A.8.15, A.8.16"));
    }

    @Override
    public Verdict judge(AccountState account) {
        return Trails.judge(this, account, Result.NO_TRAIL,
                (coverage) -> ruling(coverage.trail(), account));
    }

    private static Reading<Ruling> ruling(Trail trail, AccountState account) {
        Result off = Trails.isElsewhere(trail, account) ? Result.OFF_ELSEWHERE : Result.OFF;
        return trail.validation()
                ? trail.status().map((status) -> signed(trail, status, account))
                : Reading.seen(ruling(off, trail, ""));
    }

    /** Nobody sees since when lists are signed: without an error, where none arrives the first is awaited. */
    private static Ruling signed(Trail trail, Trail.Status status, AccountState account) {
        return switch (Arrival.ofDigests(status, account)) {
            case FAILS -> ruling(Result.DIGESTS_FAIL, trail, status.digests().error().orElse(""));
            case YOUNG, NEVER, STALE -> ruling(Result.NO_DIGEST_YET, trail, "");
            // That it has stopped is for the trail to say.
            case ARRIVES, STOPPED -> ruling(Result.ON, trail, "");
        };
    }

    private static Ruling ruling(Result result, Trail trail, String error) {
        return Ruling.of(result, Map.of("trail", trail.name(), "owner", trail.owner(), "bucket", trail.bucket(),
                "error", error));
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        Optional<Remedy> settled = countsOnlyNow(account, choices)
                ? Optional.empty()
                : settled(judge(account), account);
        return settled.orElseGet(() -> ofPlan(account, choices));
    }

    /** Whether the verdict is of another trail than that which the plan makes the one that counts, unsigned as it is. */
    private static boolean countsOnlyNow(AccountState account, Choices choices) {
        Optional<Coverage> strengthened = switch (TrailPlan.of(account)) {
            case TrailPlan.Strengthen(Coverage coverage) -> Optional.of(coverage);
            case TrailPlan.Make(Optional<Coverage> made) -> made.filter(Coverage::isWeak);
            // What covers already counts already.
            case TrailPlan.Covered covered -> Optional.empty();
            case TrailPlan.Unclear unclear -> Optional.empty();
        };
        return !choices.leaves(ItemId.TRAIL)
                && strengthened.filter((coverage) -> !coverage.trail().validation()).isPresent();
    }

    /** What is to be done whatever trail the account is to rely on. */
    private Optional<Remedy> settled(Verdict verdict, AccountState account) {
        if (verdict.status() == Status.MET) {
            return Optional.of(Remedy.nothing(Remedy.Reason.IN_ORDER));
        }
        if (verdict.status() == Status.PENDING) {
            return Optional.of(Remedy.nothing(Remedy.Reason.WAITING));
        }
        return verdict.outcome()
                .filter(Result.DIGESTS_FAIL::equals)
                .map((failing) -> Remedy.of(Console.step(id(), "trail-digests",
                        Console.bucket(account, verdict.values().getOrDefault("bucket", "")))));
    }

    private Remedy ofPlan(AccountState account, Choices choices) {
        return switch (TrailPlan.of(account)) {
            case TrailPlan.Covered(Coverage coverage) -> turnOn(coverage.trail(), account, Change.When.BEFORE_STACKS);
            case TrailPlan.Strengthen(Coverage coverage) ->
                turnOn(coverage.trail(), account, Change.When.BEFORE_STACKS);
            case TrailPlan.Make(Optional<Coverage> made) -> made.map(Coverage::trail)
                    .filter((trail) -> !TrailPlan.isRenamed(trail, account, choices))
                    .map((trail) -> turnOn(trail, account, Change.When.AFTER_STACKS))
                    .orElseGet(() -> Remedy.nothing(choices.leaves(ItemId.TRAIL)
                            ? Remedy.Reason.NEEDS_ANOTHER
                            : Remedy.Reason.COMES_WITH_ANOTHER));
            case TrailPlan.Unclear unclear -> Remedy.nothing(Remedy.Reason.NOT_SEEN);
        };
    }

    private Remedy turnOn(Trail trail, AccountState account, Change.When when) {
        if (trail.validation()) {
            return Remedy.nothing(Remedy.Reason.NOT_SEEN);
        }
        return Trails.isElsewhere(trail, account)
                ? Remedy.nothing(Remedy.Reason.OWNED_ELSEWHERE)
                : Remedy.of(
                        new Change.DirectSetting<>(id(), new Setting.TrailValidationSetting(trail.arn(), trail.home()),
                                false, true, when));
    }
}

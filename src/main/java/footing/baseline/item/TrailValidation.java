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

/** CloudTrail's log files can be proved unchanged. Source: {@code cloudtrail:DescribeTrails}. */
final class TrailValidation extends Described {

    enum Result implements Outcome {
        ON(Status.MET),
        NO_TRAIL(Status.NOT_MET),
        OFF(Status.NOT_MET),
        /** The trail can be changed only where it was made. */
        OFF_ELSEWHERE(Status.NOT_MET);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }

        /** Whose trail it is, mends it. */
        @Override
        public boolean isByHand() {
            return this == OFF_ELSEWHERE;
        }
    }

    TrailValidation() {
        super(ItemId.TRAIL_VALIDATION, Section.LOGGING, Fix.FOOTING, Set.of(Fact.TRAILS), Result.values(),
                Controls.cis("3.2", "3.2", "3.2", "4.2", "4.2")
                        .securityHub("CloudTrail.4")
                        .nist("AU-9, SI-7(1), SI-7(3), SI-7(7)")
                        .soc2("CC7.3, PI1.3")
                        .iso("A.8.15, A.8.16"));
    }

    @Override
    public Verdict judge(AccountState account) {
        return Trails.judge(this, account, Result.NO_TRAIL,
                (coverage) -> Reading.seen(ruling(coverage.trail(), account)));
    }

    private static Ruling ruling(Trail trail, AccountState account) {
        Result off = Trails.isElsewhere(trail, account) ? Result.OFF_ELSEWHERE : Result.OFF;
        return Ruling.of(trail.validation() ? Result.ON : off, Map.of("trail", trail.name(), "owner", trail.owner()));
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        if (judge(account).status() == Status.MET) {
            return Remedy.nothing(Remedy.Reason.IN_ORDER);
        }
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
        return Trails.isElsewhere(trail, account)
                ? Remedy.nothing(Remedy.Reason.OWNED_ELSEWHERE)
                : Remedy.of(
                        new Change.DirectSetting<>(id(), new Setting.TrailValidationSetting(trail.arn(), trail.home()),
                                false, true, when));
    }
}

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
import footing.choices.Complaint;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Remedy;
import footing.plan.Setting;
import footing.plan.Setting.TrailLogDelivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * CloudTrail's events reach CloudWatch Logs, where alarms can hear of them. Source: {@code cloudtrail:DescribeTrails},
 * {@code GetTrailStatus}.
 */
final class TrailToLogs extends Described {

    enum Result implements Outcome {
        DELIVERED(Status.MET),
        NO_TRAIL(Status.NOT_MET),
        OFF(Status.NOT_MET),
        /** The trail can be changed only where it was made. */
        OFF_ELSEWHERE(Status.NOT_MET),
        FAILS(Status.NOT_MET),
        STOPPED(Status.NOT_MET),
        NEVER_DELIVERED(Status.NOT_MET),
        STALE(Status.NOT_MET),
        NOTHING_DELIVERED(Status.PENDING);

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

    TrailToLogs() {
        super(ItemId.TRAIL_TO_LOGS, Section.LOGGING, Fix.FOOTING, Set.of(Fact.TRAILS, Fact.FAR_TRAILS, Fact.LOG_GROUPS),
                Result.values(),
                Controls.none()
                        .securityHub("CloudTrail.5")
                        .nist("AU-6, AU-12, SI-4")
                        .soc2("CC7.2, CC7.3, A1.1, PI1.3")
                        .iso("A.8.15, A.8.16"));
    }

    @Override
    public Verdict judge(AccountState account) {
        return Trails.judge(this, account, Result.NO_TRAIL, (coverage) -> ruling(coverage.trail(), account));
    }

    private static Reading<Ruling> ruling(Trail trail, AccountState account) {
        return trail.logGroupArn()
                .map((group) -> Reading.both(trail.status(), Arrival.inLogGroup(trail, account),
                        (status, arrival) -> ruling(arrival, trail.name(), LogDelivery.name(group), status)))
                .orElseGet(() -> Reading.seen(
                        Ruling.of(Trails.isElsewhere(trail, account) ? Result.OFF_ELSEWHERE : Result.OFF,
                                Map.of("trail", trail.name(), "owner", trail.owner()))));
    }

    private static Ruling ruling(Arrival arrival, String trail, String group, Trail.Status status) {
        Result result = switch (arrival) {
            case ARRIVES -> Result.DELIVERED;
            case YOUNG -> Result.NOTHING_DELIVERED;
            case FAILS -> Result.FAILS;
            case STOPPED -> Result.STOPPED;
            case NEVER -> Result.NEVER_DELIVERED;
            case STALE -> Result.STALE;
        };
        return Ruling.of(result, Map.of("trail", trail, "group", group, "error", status.logDeliveryError().orElse(""),
                "last", Arrival.told(status.latestLogDelivery())));
    }

    @Override
    public List<Complaint> complaints(AccountState account, Choices choices) {
        return LogDelivery.blocked(account, choices)
                .map((now) -> List.of(new Complaint("logStorage.logGroup", choices.logStorage().logGroup(),
                        Complaint.Severity.ERROR, "complaint.log-group-taken", Map.of("now", now), Optional.empty())))
                .orElse(List.of());
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        return switch (LogDelivery.of(account, choices)) {
            case LogDelivery.None(Remedy.Reason reason) ->
                Remedy.nothing(judge(account).status() == Status.MET ? Remedy.Reason.ADOPTED : reason);
            case LogDelivery.InStack(String group) -> {
                List<Change> changes = new ArrayList<>();
                changes.add(TrailResources.logGroup(choices.logStorage()));
                changes.add(TrailResources.logRole(account, group));
                existing(account).filter((trail) -> isLeftToSettings(trail, choices, account))
                        .flatMap((trail) -> delivery(trail, group, account))
                        .ifPresent(changes::add);
                yield new Remedy.Changes(changes);
            }
            case LogDelivery.Adopted(String group, String arn) -> adopted(account, group, arn);
        };
    }

    private Remedy adopted(AccountState account, String group, String arn) {
        Optional<Trail> trail = existing(account);
        if (trail.filter((one) -> !Trails.isOurs(one, account)).isEmpty()) {
            // The stack connects a trail of its own.
            return Remedy.of(TrailResources.logRole(account, group));
        }
        if (!trail.get().logGroupArn().equals(Optional.of(arn))) {
            return connected(trail, account, group);
        }
        Optional<Arrival> arrival = Arrival.inLogGroup(trail.get(), account).found();
        if (arrival.isEmpty()) {
            return kept(account, group, Remedy.Reason.NOT_SEEN);
        }
        return switch (arrival.get()) {
            case ARRIVES -> kept(account, group, Remedy.Reason.ADOPTED);
            case YOUNG -> kept(account, group, Remedy.Reason.WAITING);
            // It will arrive once the trail logs again.
            case STOPPED -> kept(account, group, Remedy.Reason.COMES_WITH_ANOTHER);
            // The group is there, so it is the role with which the trail writes.
            case FAILS, NEVER, STALE -> connected(trail, account, group);
        };
    }

    private Remedy connected(Optional<Trail> trail, AccountState account, String group) {
        return trail.filter((one) -> !Trails.isElsewhere(one, account))
                .map((one) -> delivery(one, group, account)
                        .map((setting) -> Remedy.of(TrailResources.logRole(account, group), setting))
                        .orElseGet(() -> kept(account, group, Remedy.Reason.WAITING)))
                .orElseGet(() -> Remedy.nothing(Remedy.Reason.OWNED_ELSEWHERE));
    }

    /**
     * The stack sets it on a trail of its own, and notices no change that somebody else makes later. What the stack
     * itself is about to change or to make anew is the stack's alone.
     */
    private static boolean isLeftToSettings(Trail trail, Choices choices, AccountState account) {
        return !Trails.isOurs(trail, account) || (!TrailPlan.isRenamed(trail, account, choices)
                && account.madeByFooting("AWS::Logs::LogGroup", choices.logStorage().logGroup()));
    }

    /** Nothing, unless the role that the trail uses is Footing's, which is then part of what should be. */
    private static Remedy kept(AccountState account, String group, Remedy.Reason reason) {
        return account.madeByFooting("AWS::IAM::Role", TrailResources.ROLE_NAME)
                ? Remedy.of(TrailResources.logRole(account, group))
                : Remedy.nothing(reason);
    }

    /** The trail that is there and is to deliver. */
    private static Optional<Trail> existing(AccountState account) {
        return switch (TrailPlan.of(account)) {
            case TrailPlan.Covered(Coverage coverage) -> Optional.of(coverage.trail());
            case TrailPlan.Strengthen(Coverage coverage) -> Optional.of(coverage.trail());
            case TrailPlan.Make(Optional<Coverage> made) -> made.map(Coverage::trail);
            case TrailPlan.Unclear unclear -> Optional.empty();
        };
    }

    /** The trail's setting, where it differs; after the stacks, which make the group and the role. */
    private Optional<Change> delivery(Trail trail, String group, AccountState account) {
        Optional<TrailLogDelivery> there = trail.logGroupArn()
                .map((arn) -> new TrailLogDelivery(arn, trail.logRoleArn().orElse("")));
        TrailLogDelivery wanted = new TrailLogDelivery(
                account.arn("logs", account.home().id(), "log-group:" + group),
                account.arn("iam", "", "role/" + TrailResources.ROLE_NAME));
        if (there.equals(Optional.of(wanted))) {
            return Optional.empty();
        }
        return Optional.of(new Change.DirectSetting<>(id(),
                new Setting.TrailLogDeliverySetting(trail.arn(), trail.home()), there, Optional.of(wanted),
                Change.When.AFTER_STACKS));
    }
}
